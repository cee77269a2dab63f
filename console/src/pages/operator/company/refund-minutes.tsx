import { Stack, Text, TextInput } from '@mantine/core';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { sayMoney } from '../../../api/money.ts';
import { client } from '../../../api/queries.ts';
import { FormDialog } from '../../../parts/form-dialog.tsx';

type Account = Schemas['BillingAccountSummary'];

/** Takes prepaid minutes off the balance because they are paid back outside. */
export function RefundMinutes({ account, onClose }: { account: Account; onClose: () => void }) {
  const [amount, setAmount] = useState('');
  const [reason, setReason] = useState('');
  return (
    <FormDialog
      title={`Pay minutes of ${account.name} back`}
      confirm={amount.trim() === '' ? 'Pay back' : `Take ${amount.trim()} ${account.currency} off`}
      ready={amount.trim() !== '' && reason.trim() !== ''}
      onClose={onClose}
      submit={(idempotencyKey) =>
        client.post('/v1/billing-accounts/{ba}/minutes/refunds', {
          params: { ba: account.id },
          body: { amount: amount.trim(), reason: reason.trim() },
          idempotencyKey,
        })
      }
    >
      <Stack gap="sm">
        <Text size="sm">
          {sayMoney(account.minutes.available)} is available. The amount leaves the balance now; the
          money itself is sent by you.
        </Text>
        <TextInput
          label={`Amount in ${account.currency}`}
          required
          data-autofocus
          inputMode="decimal"
          value={amount}
          onChange={(event) => setAmount(event.currentTarget.value)}
        />
        <TextInput
          label="Reason"
          required
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Stack>
    </FormDialog>
  );
}
