import { Button, Group, Modal, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useAttempt } from '../api/attempt.ts';
import { type FaultAt, faultsIn } from '../api/faults.ts';
import { refresh } from '../api/queries.ts';
import { say } from '../words/say.ts';
import { Failed } from './loaded.tsx';

/**
 * A few fields and one button. What is refused is said in the dialog, and nothing typed is lost;
 * pressing again after an answer was lost repeats the same attempt.
 */
export function FormDialog(props: {
  title: string;
  confirm: string;
  /** Whether all that is needed is there. */
  ready: boolean;
  submit: (idempotencyKey: string) => Promise<unknown>;
  onClose: () => void;
  /** The fields; as a function they are told what was refused of which. */
  children: ReactNode | ((faultAt: FaultAt) => ReactNode);
  size?: string;
  /** Whoever opened it closes it after it was submitted: something is still to be shown. */
  staysOpen?: boolean;
}) {
  const { title, confirm, ready, onClose, children, size = 'md', staysOpen = false } = props;
  const attempt = useAttempt();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const submit = async () => {
    if (busy || !ready) return;
    setBusy(true);
    setError(undefined);
    try {
      await props.submit(attempt.key());
      await refresh();
      if (!staysOpen) onClose();
    } catch (caught) {
      setError(caught as Error);
      setBusy(false);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      closeButtonProps={{ 'aria-label': say('Close') }}
    >
      <form
        onChange={() => {
          attempt.renew();
          setError(undefined); // It was about what stood there before.
        }}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack>
          {typeof children === 'function' ? children(faultsIn(error)) : children}
          {error === undefined ? null : <Failed error={error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {say('Cancel')}
            </Button>
            <Button type="submit" loading={busy} disabled={!ready}>
              {confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
