import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { type Me, queryClient } from '../api/queries.ts';
import { endAsking, useIsAskedToSignInAgain } from '../api/sign-in-again.ts';
import { say } from '../words/say.ts';

const SignInForm = lazy(async () => ({
  default: (await import('../pages/sign-in/sign-in-form.tsx')).SignInForm,
}));

/** Asks whoever's session has ended to sign in, over the page: nothing that was typed is lost. */
export function SignInAgain({ me }: { me: Me }) {
  const isAsked = useIsAskedToSignInAgain();
  if (!isAsked) return null;
  return <Dialog me={me} />;
}

function Dialog({ me }: { me: Me }) {
  const [isStillOut, setIsStillOut] = useState(false);
  // Asked without the client of the pages, which would wait for this very dialog.
  const goOn = async () => {
    const answer = await fetch('/v1/me', { credentials: 'same-origin' });
    if (!answer.ok) return setIsStillOut(true);
    const now = (await answer.json()) as Me;
    // What was typed was typed by somebody else.
    if (now.id !== me.id) return window.location.assign('/');
    queryClient.setQueryData(['me'], now);
    endAsking(true);
  };
  useOnReturn(goOn);
  const leave = () => {
    endAsking(false);
    window.location.assign('/sign-in');
  };
  return (
    <Modal
      opened
      onClose={() => undefined}
      title={say('Sign in again')}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
    >
      <Stack>
        <Text size="sm">
          {say(
            'Your session has ended. Sign in as {name} and go on where you were: nothing that you typed is lost.',
            { name: me.name },
          )}
        </Text>
        <Suspense fallback={null}>
          <SignInForm email={me.email ?? undefined} next="/" onSignedIn={goOn} />
        </Suspense>
        <Text size="xs" c="dimmed">
          {say('With a link or single sign-on: sign in in another tab and come back to this one.')}
        </Text>
        {isStillOut ? (
          <Text size="sm" role="status">
            {say('Nobody is signed in yet.')}
          </Text>
        ) : null}
        <Group justify="space-between">
          <Button variant="subtle" onClick={leave}>
            {say('Leave this page')}
          </Button>
          <Button variant="default" onClick={goOn}>
            {say('I have signed in')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** Looks again when somebody comes back from another tab, where they may have signed in. */
function useOnReturn(look: () => Promise<unknown>): void {
  const latest = useRef(look);
  latest.current = look;
  useEffect(() => {
    const onReturn = () => {
      if (document.visibilityState === 'visible') void latest.current();
    };
    document.addEventListener('visibilitychange', onReturn);
    return () => document.removeEventListener('visibilitychange', onReturn);
  }, []);
}
