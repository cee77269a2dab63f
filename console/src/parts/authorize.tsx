import { Anchor, Button, Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { useMe } from '../api/queries.ts';
import { said, say } from '../words/say.ts';
import { Failed } from './loaded.tsx';

export interface TypedName {
  readonly firstName: string;
  readonly lastName: string;
  readonly termsVersion: string;
}

/**
 * A change that needs a typed first and last name. It stands in the change history for ever, so
 * the dialog says in one sentence what will happen; nothing happens before the button.
 */
export function AuthorizeDialog(props: {
  title: string;
  children: React.ReactNode;
  confirm: string;
  onConfirm: (name: TypedName) => Promise<unknown>;
  onClose: () => void;
}) {
  const { title, children, confirm, onConfirm, onClose } = props;
  const [error, setError] = useState<Error>();
  const [busy, setBusy] = useState(false);
  const name = useTypedName();
  const submit = async () => {
    if (name.value === undefined || busy) return;
    setBusy(true);
    setError(undefined);
    try {
      await onConfirm(name.value);
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
          <TypedNameFields name={name} />
          {error === undefined ? null : <Failed error={error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {say('Cancel')}
            </Button>
            <Button type="submit" loading={busy} disabled={name.value === undefined}>
              {confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/**
 * The state of the name's fields; `value` once all that is needed is there. What is accepted is
 * what is asked for: a quote's own terms, or else those in force.
 */
export function useTypedName(asked?: Schemas['Quote']['terms']) {
  const { data: me } = useMe();
  const [firstName, setFirstName] = useState('');
  const [lastName, setLastName] = useState('');
  const [accepted, setAccepted] = useState(false);
  const terms = asked ?? me?.terms;
  const isComplete = firstName.trim() !== '' && lastName.trim() !== '' && accepted;
  const value: TypedName | undefined =
    isComplete && terms !== undefined
      ? { firstName: firstName.trim(), lastName: lastName.trim(), termsVersion: terms.version }
      : undefined;
  return { firstName, setFirstName, lastName, setLastName, accepted, setAccepted, terms, value };
}

export function TypedNameFields({ name }: { name: ReturnType<typeof useTypedName> }) {
  return (
    <Stack gap="sm">
      <Group grow align="flex-start">
        <TextInput
          label={say('First name')}
          required
          autoComplete="given-name"
          maxLength={100}
          value={name.firstName}
          onChange={(event) => name.setFirstName(event.currentTarget.value)}
        />
        <TextInput
          label={say('Last name')}
          required
          autoComplete="family-name"
          maxLength={100}
          value={name.lastName}
          onChange={(event) => name.setLastName(event.currentTarget.value)}
        />
      </Group>
      <Checkbox
        checked={name.accepted}
        onChange={(event) => name.setAccepted(event.currentTarget.checked)}
        label={said('I accept the <a>terms ({version})</a> and authorize this change', {
          version: name.terms?.version ?? '…',
          a: (words) => (
            <Anchor href={name.terms?.url ?? '/terms'} target="_blank" rel="noreferrer" inherit>
              {words}
            </Anchor>
          ),
        })}
      />
    </Stack>
  );
}
