import { Button, Group, Stack, TextInput } from '@mantine/core';
import { ProblemError } from '@tollkeeper/sdk';
import { useState } from 'react';
import { client } from '../../api/queries.ts';
import { Failed } from '../../parts/loaded.tsx';
import { say } from '../../words/say.ts';

/** The second step: a code of the authenticator app, or a recovery code. */
export function CodeForm(props: { onSignedIn: () => Promise<unknown>; onBack: () => void }) {
  const [code, setCode] = useState('');
  const [error, setError] = useState<Error>();
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await client.post('/v1/session/second-factor', { body: { code } });
      await props.onSignedIn();
    } catch (caught) {
      setError(caught as Error);
      setBusy(false);
    }
  };
  const isWrong = error instanceof ProblemError && error.status === 422;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack>
        <TextInput
          label={say('Code')}
          description={say('From your authenticator app, or one of your recovery codes')}
          autoComplete="one-time-code"
          inputMode="text"
          autoFocus
          required
          maxLength={40}
          value={code}
          error={isWrong ? error.message : undefined}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        {error === undefined || isWrong ? null : <Failed error={error} />}
        <Group justify="space-between">
          <Button variant="default" onClick={props.onBack}>
            {say('Back')}
          </Button>
          <Button type="submit" loading={busy} disabled={code.trim().length < 6}>
            {say('Continue')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
