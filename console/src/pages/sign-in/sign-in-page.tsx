import { Alert, Card, Center, Group, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { client, queryClient } from '../../api/queries.ts';
import { Failed } from '../../parts/loaded.tsx';
import { LanguageButtons } from '../../shell/language-choice.tsx';
import { PRODUCT, say } from '../../words/say.ts';
import { CodeForm } from './code-form.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** By password, passkey, mailed link or single sign-on, or by a one-time link (`#link=…`). */
export function SignInPage() {
  const next = nextOf(window.location.search);
  const enter = useEnter(next);
  const link = useLink(enter);
  const [failure] = useState(() => new URLSearchParams(window.location.search).get('sso'));
  useEffect(() => {
    document.title = `${say('Sign in')} · ${PRODUCT}`;
  }, []);
  return (
    <Center component="main" mih="100vh" p="md">
      <Stack w="100%" maw={400} gap="xl">
        <Group gap={10} justify="center">
          <img src="/favicon.svg" alt="" width={32} height={32} />
          <Text fw={700} size="xl">
            {PRODUCT}
          </Text>
        </Group>
        <Card padding="xl">
          <Title order={1} size="h3" mb="md">
            {link.state === 'code' ? say('One more step') : say('Sign in')}
          </Title>
          {failure === null ? null : <NotLetIn why={failure} />}
          {link.state === 'working' ? (
            <Text role="status">{say('Opening your link …')}</Text>
          ) : null}
          {link.error === undefined ? null : <Failed error={link.error} />}
          {link.state === 'code' ? <CodeForm onSignedIn={enter} onBack={link.giveUp} /> : null}
          {link.state === 'none' ? <SignInForm next={next} onSignedIn={enter} /> : null}
        </Card>
        <Text size="sm" c="dimmed" ta="center">
          {say(
            'No way in? Ask your Administrator for a sign-in link. The operator’s is printed where Tollkeeper was started.',
          )}
        </Text>
        <LanguageButtons />
      </Stack>
    </Center>
  );
}

/** An address of this console and of no other place. */
function nextOf(search: string): string {
  const next = new URLSearchParams(search).get('next') ?? '/';
  return /^\/(?![/\\])/.test(next) ? next : '/';
}

function useEnter(next: string): () => Promise<void> {
  const navigate = useNavigate();
  return async () => {
    queryClient.clear();
    await navigate({ to: next });
  };
}

function useLink(enter: () => Promise<void>) {
  const [token] = useState(() => new URLSearchParams(window.location.hash.slice(1)).get('link'));
  const [state, setState] = useState<'none' | 'working' | 'code'>(
    token === null ? 'none' : 'working',
  );
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
    client.post('/v1/session/link', { body: { token } }).then(
      (done) => (done.signed_in ? enter() : setState('code')),
      (caught) => {
        setError(caught);
        setState('none');
      },
    );
  }, [token, enter]);
  return { state, error, giveUp: () => setState('none') } as const;
}

const WHY: Readonly<Record<string, string>> = {
  ended: say('The sign-in took too long, or was begun in another browser. Try again.'),
  refused: say('Your company’s identity provider did not let you in.'),
  not_answered: say('Your company’s identity provider did not answer as it should. Tell your IT.'),
  email_not_verified: say('Your company’s identity provider has not verified your e-mail address.'),
  unknown_person: say(
    'Nobody here has your e-mail address. Ask your Administrator to make you an employee.',
  ),
};

/** Why single sign-on led back here. */
function NotLetIn({ why }: { why: string }) {
  return (
    <Alert
      color="orange"
      mb="md"
      icon={<IconAlertTriangle aria-hidden />}
      title={say('Single sign-on did not work')}
    >
      {WHY[why] ?? say('Try again, or sign in another way.')}
    </Alert>
  );
}
