import { Stack, Text, TextInput } from '@mantine/core';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { amountOf, sayMoney } from '../../../api/money.ts';
import { client } from '../../../api/queries.ts';
import { AmountInput } from '../../../parts/amount-input.tsx';
import { FormDialog } from '../../../parts/form-dialog.tsx';
import { say } from '../../../words/say.ts';

type Account = Schemas['BillingAccountSummary'];

/** Takes prepaid minutes off the balance because they are paid back outside. */
export function RefundMinutes({ account, onClose }: { account: Account; onClose: () => void }) {
  const [amount, setAmount] = useState('');
  const [reason, setReason] = useState('');
  const paid = amountOf(amount);
  return (
    <FormDialog
      title={say('Pay minutes of {account} back', { account: account.name })}
      confirm={
        amount.trim() === ''
          ? say('Pay back')
          : say('Take {amount} {currency} off', {
              amount: amount.trim(),
              currency: account.currency,
            })
      }
      ready={paid !== undefined && reason.trim() !== ''}
      onClose={onClose}
      submit={(idempotencyKey) =>
        client.post('/v1/billing-accounts/{ba}/minutes/refunds', {
          params: { ba: account.id },
          body: { amount: paid ?? '', reason: reason.trim() },
          idempotencyKey,
        })
      }
    >
      <Stack gap="sm">
        <Text size="sm">
          {say(
            '{amount} is available. The amount leaves the balance now; the money itself is sent by you.',
            { amount: sayMoney(account.minutes.available) },
          )}
        </Text>
        <AmountInput
          label={say('Amount in {currency}', { currency: account.currency })}
          required
          data-autofocus
          value={amount}
          onChange={setAmount}
        />
        <TextInput
          label={say('Reason')}
          required
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Stack>
    </FormDialog>
  );
}
