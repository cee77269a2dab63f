import { Badge, Button, Card, Group, Text, Title } from '@mantine/core';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { client, refresh } from '../../api/queries.ts';
import { say } from '../../words/say.ts';
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
          {say('Two-factor sign-in')}
        </Title>
        <Badge color={isOn ? 'green' : 'gray'}>{isOn ? say('On') : say('Off')}</Badge>
      </Group>
      <Text size="sm" c="dimmed" mb="md" maw={620}>
        {isOn
          ? say(
              'After your password or a link you are asked for a code of your authenticator app. {count, plural, one {# recovery code is left.} other {# recovery codes are left.}}',
              { count: state.recovery_codes_left },
            )
          : say('Whoever learns your password still needs a code of the app on your phone.')}
      </Text>
      <Group>
        {isOn ? (
          <>
            <Button variant="default" onClick={() => setOpen('codes')}>
              {say('New recovery codes')}
            </Button>
            <Button variant="default" onClick={() => setOpen('off')}>
              {say('Turn off')}
            </Button>
          </>
        ) : (
          <Button onClick={() => setOpen('set-up')}>{say('Set up an authenticator app')}</Button>
        )}
      </Group>
      {open === 'set-up' ? <SetUpDialog onDone={setCodes} onClose={close} /> : null}
      {open === 'codes' ? (
        <CodeDialog
          title={say('New recovery codes')}
          confirm={say('Make new codes')}
          onCode={renew}
          onClose={close}
        >
          {say('The present recovery codes work no more.')}
        </CodeDialog>
      ) : null}
      {open === 'off' ? (
        <CodeDialog
          title={say('Turn two-factor sign-in off')}
          confirm={say('Turn off')}
          onCode={turnOff}
          onClose={close}
        >
          {say('Your password or a link alone is enough then.')}
        </CodeDialog>
      ) : null}
      {codes === undefined ? null : (
        <RecoveryCodes codes={codes} onClose={() => setCodes(undefined)} />
      )}
    </Card>
  );
}
