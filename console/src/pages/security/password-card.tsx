import { Button, Card, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { ProblemError } from '@tollkeeper/sdk';
import { useState } from 'react';
import { client, type Me, refresh } from '../../api/queries.ts';
import { Failed } from '../../parts/loaded.tsx';
import { say } from '../../words/say.ts';

const CHARACTERS_MIN = 12;

/** Sets what to sign in with next time; just after a link no present password is asked for. */
export function PasswordCard({ me, hasPassword }: { me: Me | undefined; hasPassword: boolean }) {
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
      notifications.show({ message: say('Your password is set. Other sessions have ended.') });
      setPassword('');
      setCurrent('');
      await refresh();
    } catch (caught) {
      setError(caught as Error);
    }
    setBusy(false);
  };
  const wrongPresent =
    error instanceof ProblemError && error.errors.some((one) => one.pointer === '/current_password')
      ? error.message
      : undefined;
  return (
    <Card component="section" aria-labelledby="password-heading">
      <Title order={2} size="h4" id="password-heading" mb="xs">
        {say('Password')}
      </Title>
      <Text size="sm" c="dimmed" mb="md">
        {hasPassword ? say('You have one.') : say('You have none yet.')}{' '}
        {say(
          'At least {count} characters; a few words in a row are easy to remember. Setting it signs you out everywhere else.',
          { count: CHARACTERS_MIN },
        )}
      </Text>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack maw={400}>
          {me?.operator === true ? (
            <TextInput
              label={say('E-mail address')}
              description={say('You sign in with it from now on; empty: as before')}
              type="email"
              autoComplete="username"
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
          ) : (
            <Text size="sm">{say('You sign in with {email}.', { email: me?.email ?? '' })}</Text>
          )}
          {hasPassword ? (
            <PasswordInput
              label={say('Present password')}
              description={say('Not needed within an hour after you came by a sign-in link')}
              autoComplete="current-password"
              value={current}
              error={wrongPresent}
              onChange={(event) => setCurrent(event.currentTarget.value)}
              visibilityToggleButtonProps={{ 'aria-label': say('Show the present password') }}
            />
          ) : null}
          <PasswordInput
            label={say('New password')}
            autoComplete="new-password"
            required
            minLength={CHARACTERS_MIN}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': say('Show the new password') }}
          />
          {error === undefined || wrongPresent !== undefined ? null : <Failed error={error} />}
          <Button
            type="submit"
            loading={busy}
            disabled={password.length < CHARACTERS_MIN}
            style={{ alignSelf: 'flex-start' }}
          >
            {hasPassword ? say('Change the password') : say('Set a password')}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}
