import { Button, Group, Modal, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { client, type Me } from '../api/queries.ts';
import { Failed } from '../parts/loaded.tsx';

const CHARACTERS_MIN = 12;

/** Sets what to sign in with next time; after a link no present password is asked for. */
export function PasswordDialog({ me, onClose }: { me: Me; onClose: () => void }) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [current, setCurrent] = useState('');
  const [error, setError] = useState<Error>();
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await client.put('/v1/session/password', {
        body: {
          password,
          ...(current === '' ? {} : { current_password: current }),
          ...(email === '' ? {} : { email }),
        },
      });
      notifications.show({ message: 'Your password is set.' });
      onClose();
    } catch (caught) {
      setError(caught as Error);
      setBusy(false);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title="Set a password"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack>
          {me.operator ? (
            <TextInput
              label="E-mail address"
              description="You sign in with it from now on"
              type="email"
              autoComplete="username"
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
          ) : (
            <Text size="sm">You sign in with {me.email}.</Text>
          )}
          <PasswordInput
            label="Present password"
            description="Leave it empty if you came by a sign-in link"
            autoComplete="current-password"
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': 'Show the present password' }}
          />
          <PasswordInput
            label="New password"
            description={`At least ${CHARACTERS_MIN} characters`}
            autoComplete="new-password"
            required
            minLength={CHARACTERS_MIN}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': 'Show the new password' }}
          />
          {error === undefined ? null : <Failed error={error} />}
          <Group justify="flex-end">
            <Button type="submit" loading={busy} disabled={password.length < CHARACTERS_MIN}>
              Set the password
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
