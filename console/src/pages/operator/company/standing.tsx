import { Stack, Text, TextInput } from '@mantine/core';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { client } from '../../../api/queries.ts';
import { FormDialog } from '../../../parts/form-dialog.tsx';

type Account = Schemas['BillingAccountSummary'];

/** Suspends an account by hand, or puts it back; the reason stands in its change history. */
export function ChangeStanding({ account, onClose }: { account: Account; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const isSuspended = account.standing === 'suspended';
  const input = { params: { ba: account.id }, body: { reason: reason.trim() } };
  return (
    <FormDialog
      title={isSuspended ? `Resume ${account.name}` : `Suspend ${account.name}`}
      confirm={isSuspended ? 'Resume' : 'Suspend'}
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
            ? 'New calls and logins are admitted again at once.'
            : 'New calls and logins are refused at once; what runs goes on, and so do renewals.'}
        </Text>
        <TextInput
          label="Reason"
          description="Administrators see it, and it stays in the change history"
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
