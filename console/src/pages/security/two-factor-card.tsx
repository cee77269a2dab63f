import { Badge, Button, Card, Group, Text, Title } from '@mantine/core';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { client, refresh } from '../../api/queries.ts';
import { CodeDialog } from './code-dialog.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { SetUpDialog } from './set-up-dialog.tsx';

/** A code of an authenticator app besides the password or the link. */
export function TwoFactorCard({ state }: { state: Schemas['Security'] }) {
  const [open, setOpen] = useState<'set-up' | 'codes' | 'off'>();
  const [codes, setCodes] = useState<readonly string[]>();
  const close = () => setOpen(undefined);
  const isOn = state.two_factor;

  const renew = async (code: string) => {
    const made = await client.post('/v1/me/two-factor/recovery-codes', { body: { code } });
    setCodes(made.recovery_codes);
    await refresh();
  };
  const turnOff = async (code: string) => {
    await client.post('/v1/me/two-factor/turn-off', { body: { code } });
    await refresh();
  };
  return (
    <Card component="section" aria-labelledby="two-factor-heading">
      <Group gap="xs" mb="xs">
        <Title order={2} size="h4" id="two-factor-heading">
          Two-factor sign-in
        </Title>
        <Badge color={isOn ? 'green' : 'gray'}>{isOn ? 'On' : 'Off'}</Badge>
      </Group>
      <Text size="sm" c="dimmed" mb="md" maw={620}>
        {isOn
          ? `After your password or a link you are asked for a code of your authenticator app. ${
              state.recovery_codes_left
            } recovery codes are left.`
          : 'Whoever learns your password still needs a code of the app on your phone.'}
      </Text>
      <Group>
        {isOn ? (
          <>
            <Button variant="default" onClick={() => setOpen('codes')}>
              New recovery codes
            </Button>
            <Button variant="default" onClick={() => setOpen('off')}>
              Turn off
            </Button>
          </>
        ) : (
          <Button onClick={() => setOpen('set-up')}>Set up an authenticator app</Button>
        )}
      </Group>
      {open === 'set-up' ? <SetUpDialog onDone={setCodes} onClose={close} /> : null}
      {open === 'codes' ? (
        <CodeDialog
          title="New recovery codes"
          confirm="Make new codes"
          onCode={renew}
          onClose={close}
        >
          The present recovery codes work no more.
        </CodeDialog>
      ) : null}
      {open === 'off' ? (
        <CodeDialog
          title="Turn two-factor sign-in off"
          confirm="Turn off"
          onCode={turnOff}
          onClose={close}
        >
          Your password or a link alone is enough then.
        </CodeDialog>
      ) : null}
      {codes === undefined ? null : (
        <RecoveryCodes codes={codes} onClose={() => setCodes(undefined)} />
      )}
    </Card>
  );
}
