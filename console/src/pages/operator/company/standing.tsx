import { Stack, Text, TextInput } from '@mantine/core';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { client } from '../../../api/queries.ts';
import { FormDialog } from '../../../parts/form-dialog.tsx';
import { say } from '../../../words/say.ts';

type Account = Schemas['BillingAccountSummary'];

/** Suspends an account by hand, or puts it back; the reason stands in its change history. */
export function ChangeStanding({ account, onClose }: { account: Account; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const isSuspended = account.standing === 'suspended';
  const input = { params: { ba: account.id }, body: { reason: reason.trim() } };
  return (
    <FormDialog
      title={
        isSuspended
          ? say('Resume {account}', { account: account.name })
          : say('Suspend {account}', { account: account.name })
      }
      confirm={isSuspended ? say('Resume') : say('Suspend')}
      ready={reason.trim() !== ''}
      onClose={onClose}
      submit={(idempotencyKey) =>
        isSuspended
          ? client.post('/v1/billing-accounts/{ba}/resume', { ...input, idempotencyKey })
          : client.post('/v1/billing-accounts/{ba}/suspend', { ...input, idempotencyKey })
      }
    >
      <Stack gap="sm">
        <Text size="sm">
          {isSuspended
            ? say('New calls and logins are admitted again at once.')
            : say(
                'New calls and logins are refused at once; what runs goes on, and so do renewals.',
              )}
        </Text>
        <TextInput
          label={say('Reason')}
          description={say('Administrators see it, and it stays in the change history')}
          required
          data-autofocus
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Stack>
    </FormDialog>
  );
}
