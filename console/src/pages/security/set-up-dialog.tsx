import { Center, Code, Skeleton, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { renderSVG } from 'uqr';
import { client, refresh } from '../../api/queries.ts';
import { Failed } from '../../parts/loaded.tsx';
import { say } from '../../words/say.ts';
import { CodeDialog } from './code-dialog.tsx';

interface Secret {
  readonly secret: string;
  readonly uri: string;
}

/** Shows the secret as a picture and as text; it is in force once a code of it was right. */
export function SetUpDialog(props: {
  onDone: (codes: readonly string[]) => void;
  onClose: () => void;
}) {
  const { onDone, onClose } = props;
  const { made, error } = useSecret();
  const confirm = async (code: string) => {
    const done = await client.post('/v1/me/two-factor/confirm', { body: { code } });
    onDone(done.recovery_codes);
    await refresh();
  };
  return (
    <CodeDialog
      title={say('Set up an authenticator app')}
      confirm={say('Turn on')}
      onCode={confirm}
      onClose={onClose}
    >
      {error === undefined ? (
        <Stack>
          <Text size="sm">
            {say(
              'Scan this with the app on your phone, or type the key into it. Then enter the code that the app shows.',
            )}
          </Text>
          {made === undefined ? (
            <Skeleton height={230} aria-label={say('Loading')} />
          ) : (
            <>
              <Picture uri={made.uri} />
              <Code block ta="center" aria-label={say('Key')}>
                {made.secret.match(/.{1,4}/g)?.join(' ')}
              </Code>
            </>
          )}
        </Stack>
      ) : (
        <Failed error={error} />
      )}
    </CodeDialog>
  );
}

function useSecret() {
  const [made, setMade] = useState<Secret>();
  const [error, setError] = useState<Error>();
  const begun = useRef(false);
  useEffect(() => {
    // Each asking makes another secret, and the app must have the one that is shown.
    if (begun.current) return;
    begun.current = true;
    client.post('/v1/me/two-factor', {}).then(setMade, setError);
  }, []);
  return { made, error };
}

/** Drawn here, of the secret that nobody else may see: no service is asked for a picture. */
function Picture({ uri }: { uri: string }) {
  const svg = renderSVG(uri, { border: 2, blackColor: '#000', whiteColor: '#fff' });
  return (
    <Center>
      <img
        src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
        alt={say('QR code for your authenticator app')}
        width={200}
        height={200}
      />
    </Center>
  );
}
