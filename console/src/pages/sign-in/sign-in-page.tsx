import {
  Button,
  Card,
  Center,
  Group,
  PasswordInput,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { ProblemError } from '@tollkeeper/sdk';
import { useEffect, useRef, useState } from 'react';
import { client, queryClient } from '../../api/queries.ts';
import { Failed } from '../../parts/loaded.tsx';

/** With an e-mail address and a password, or by a one-time link (`#link=…`). */
export function SignInPage() {
  const link = useLink();
  useEffect(() => {
    document.title = 'Sign in · Tollkeeper';
  }, []);
  return (
    <Center component="main" mih="100vh" p="md">
      <Stack w="100%" maw={400} gap="xl">
        <Group gap={10} justify="center">
          <img src="/favicon.svg" alt="" width={32} height={32} />
          <Text fw={700} size="xl">
            Tollkeeper
          </Text>
        </Group>
        <Card padding="xl">
          <Title order={1} size="h3" mb="md">
            Sign in
          </Title>
          {link.state === 'working' ? <Text role="status">Opening your link …</Text> : null}
          {link.error === undefined ? null : <Failed error={link.error} />}
          {link.state === 'none' ? <PasswordForm /> : null}
        </Card>
        <Text size="sm" c="dimmed" ta="center">
          No password yet? Ask your Administrator for a sign-in link. The operator’s is printed
          where Tollkeeper was started.
        </Text>
      </Stack>
    </Center>
  );
}

/** Where to go once signed in: an address of this console and of no other place. */
function useEnter(): () => Promise<void> {
  const navigate = useNavigate();
  return async () => {
    queryClient.clear();
    const next = new URLSearchParams(window.location.search).get('next') ?? '/';
    await navigate({ to: next.startsWith('/') && !next.startsWith('//') ? next : '/' });
  };
}

function useLink() {
  const enter = useEnter();
  const [token] = useState(() => new URLSearchParams(window.location.hash.slice(1)).get('link'));
  const [error, setError] = useState<Error>();
  const begun = useRef(false);
  useEffect(() => {
    // A link pasted while this page is open changes nothing but the fragment: begin anew.
    const again = () => window.location.reload();
    window.addEventListener('hashchange', again);
    return () => window.removeEventListener('hashchange', again);
  }, []);
  useEffect(() => {
    // A link works once, so it must not be used twice by a page that renders twice.
    if (token === null || begun.current) return;
    begun.current = true;
    window.history.replaceState(null, '', window.location.pathname + window.location.search);
    client.post('/v1/session/link', { body: { token } }).then(enter, setError);
  }, [token, enter]);
  const isWorking = token !== null && error === undefined;
  return { state: isWorking ? 'working' : 'none', error } as const;
}

function PasswordForm() {
  const enter = useEnter();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [error, setError] = useState<Error>();
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await client.post('/v1/session', { body: { email, password } });
      await enter();
    } catch (caught) {
      setError(caught as Error);
      setBusy(false);
    }
  };
  const isWrong = error instanceof ProblemError && error.status === 401;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack>
        <TextInput
          label="E-mail address"
          type="email"
          autoComplete="username"
          required
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label="Password"
          autoComplete="current-password"
          required
          value={password}
          error={isWrong ? error.message : undefined}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }}
        />
        {error === undefined || isWrong ? null : <Failed error={error} />}
        <Button type="submit" loading={busy} fullWidth size="md">
          Sign in
        </Button>
      </Stack>
    </form>
  );
}
