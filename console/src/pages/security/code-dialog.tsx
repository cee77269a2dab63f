import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Failed } from '../../parts/loaded.tsx';
import { say } from '../../words/say.ts';

/** Asks for a code of the app, or a recovery code, before something is changed. */
export function CodeDialog(props: {
  title: string;
  children: React.ReactNode;
  confirm: string;
  onCode: (code: string) => Promise<unknown>;
  onClose: () => void;
}) {
  const { title, children, confirm, onCode, onClose } = props;
  const [code, setCode] = useState('');
  const [error, setError] = useState<Error>();
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await onCode(code);
      onClose();
    } catch (caught) {
      setError(caught as Error);
      setBusy(false);
    }
  };
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': say('Close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack>
          <Text size="sm" component="div">
            {children}
          </Text>
          <TextInput
            label={say('Code')}
            description={say('From your authenticator app, or a recovery code')}
            autoComplete="one-time-code"
            required
            maxLength={40}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          {error === undefined ? null : <Failed error={error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {say('Cancel')}
            </Button>
            <Button type="submit" loading={busy} disabled={code.trim().length < 6}>
              {confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
