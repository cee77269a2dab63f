import { Stack, Text, TextInput } from '@mantine/core';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { client } from '../../../api/queries.ts';
import { sayDay, sayInstant } from '../../../api/time.ts';
import { FormDialog } from '../../../parts/form-dialog.tsx';
import { say } from '../../../words/say.ts';

type Account = Schemas['BillingAccountSummary'];

/** Moves a test account through time: all that falls due on the way happens, in order. */
export function AdvanceClock({ account, onClose }: { account: Account; onClose: () => void }) {
  const [day, setDay] = useState(account.period.end);
  return (
    <FormDialog
      title={say('Advance the test clock')}
      confirm={say('Advance to {day}', { day: day === '' ? '…' : sayDay(day) })}
      ready={day !== ''}
      onClose={onClose}
      submit={(idempotencyKey) =>
        client.post('/v1/test-clocks/{clk}/advance', {
          params: { clk: account.test_clock ?? '' },
          body: { now: `${day}T12:00:00Z` },
          idempotencyKey,
        })
      }
    >
      <Stack gap="sm">
        <Text size="sm">
          {say(
            'It shows {instant} and never goes back. Renewals, bank debits and leases that fall due on the way happen in order.',
            { instant: sayInstant(account.now) },
          )}
        </Text>
        <TextInput
          label={say('To noon (UTC) of')}
          type="date"
          required
          data-autofocus
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
      </Stack>
    </FormDialog>
  );
}
