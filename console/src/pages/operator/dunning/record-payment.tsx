import { Stack, Text, TextInput } from '@mantine/core';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { sayMoney } from '../../../api/money.ts';
import { client } from '../../../api/queries.ts';
import { FormDialog } from '../../../parts/form-dialog.tsx';
import { say } from '../../../words/say.ts';

type Owed = Schemas['PastDueAccount']['invoices'][number];

/** A check or wire that came: the amount, and what is written on it. */
export function RecordPayment({ owed, onClose }: { owed: Owed; onClose: () => void }) {
  const [amount, setAmount] = useState(owed.outstanding.amount);
  const [reference, setReference] = useState('');
  return (
    <FormDialog
      title={say('A payment came for {number}', { number: owed.number })}
      confirm={say('Record {amount} {currency}', { amount, currency: owed.outstanding.currency })}
      ready={amount.trim() !== '' && reference.trim() !== ''}
      onClose={onClose}
      submit={(idempotencyKey) =>
        client.post('/v1/invoices/{inv}/payments', {
          params: { inv: owed.invoice },
          body: { amount: amount.trim(), reference: reference.trim() },
          idempotencyKey,
        })
      }
    >
      <Stack gap="sm">
        <Text size="sm">
          {say(
            '{amount} is outstanding. A suspended account is back the moment everything is paid.',
            { amount: sayMoney(owed.outstanding) },
          )}
        </Text>
        <TextInput
          label={say('Amount in {currency}', { currency: owed.outstanding.currency })}
          required
          inputMode="decimal"
          value={amount}
          onChange={(event) => setAmount(event.currentTarget.value)}
        />
        <TextInput
          label={say('Reference')}
          description={say('The number of the check or wire')}
          required
          maxLength={200}
          data-autofocus
          value={reference}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
      </Stack>
    </FormDialog>
  );
}
