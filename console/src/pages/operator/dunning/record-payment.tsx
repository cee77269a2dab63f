import { Stack, Text, TextInput } from '@mantine/core';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { amountOf, sayFigure, sayMoney } from '../../../api/money.ts';
import { client } from '../../../api/queries.ts';
import { AmountInput } from '../../../parts/amount-input.tsx';
import { FormDialog } from '../../../parts/form-dialog.tsx';
import { say } from '../../../words/say.ts';

type Owed = Schemas['PastDueAccount']['invoices'][number];

/** A check or wire that came: the amount, and what is written on it. */
export function RecordPayment({ owed, onClose }: { owed: Owed; onClose: () => void }) {
  const [amount, setAmount] = useState(() => sayFigure(owed.outstanding.amount));
  const [reference, setReference] = useState('');
  const paid = amountOf(amount);
  return (
    <FormDialog
      title={say('A payment came for {number}', { number: owed.number })}
      confirm={say('Record {amount} {currency}', { amount, currency: owed.outstanding.currency })}
      ready={paid !== undefined && reference.trim() !== ''}
      onClose={onClose}
      submit={(idempotencyKey) =>
        client.post('/v1/invoices/{inv}/payments', {
          params: { inv: owed.invoice },
          body: { amount: paid ?? '', reference: reference.trim() },
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
        <AmountInput
          label={say('Amount in {currency}', { currency: owed.outstanding.currency })}
          required
          value={amount}
          onChange={setAmount}
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
