import { Group, Select, Stack, Text } from '@mantine/core';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { amountsOf, sayFigure, sayMoney } from '../../../api/money.ts';
import { client } from '../../../api/queries.ts';
import { saySentence } from '../../../api/sentence.ts';
import { AmountInput } from '../../../parts/amount-input.tsx';
import { FormDialog } from '../../../parts/form-dialog.tsx';
import { say } from '../../../words/say.ts';

type Invoice = Schemas['Invoice'];
type Reason = 'charged_in_error' | 'outage' | 'tax';

const REASONS: readonly { value: Reason; label: string }[] = [
  { value: 'charged_in_error', label: say('It was charged in error') },
  { value: 'outage', label: say('The service was out') },
  { value: 'tax', label: say('The tax was wrong') },
];

/** Some of an invoice's lines, or parts of them, given back by a credit note. */
export function CreditDialog({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const [reason, setReason] = useState<Reason | null>(null);
  const [amounts, setAmounts] = useState<Readonly<Record<number, string>>>({});
  const lines = Object.entries(amountsOf(amounts) ?? {}).map(([line, amount]) => ({
    line: Number(line),
    amount,
  }));
  return (
    <FormDialog
      title={say('Credit {number}', { number: invoice.number ?? '' })}
      confirm={say('Credit {count, plural, one {# line} other {# lines}}', { count: lines.length })}
      ready={reason !== null && lines.length > 0}
      onClose={onClose}
      size="lg"
      submit={(idempotencyKey) =>
        client.post('/v1/invoices/{inv}/credit-notes', {
          params: { inv: invoice.id },
          body: { lines, reason: reason ?? 'charged_in_error' },
          idempotencyKey,
        })
      }
    >
      <Stack gap="sm">
        <Select
          label={say('Why')}
          description={say(
            'The reason stands on the credit note. Not having used something is none.',
          )}
          required
          data={[...REASONS]}
          allowDeselect={false}
          value={reason}
          onChange={(value) => setReason(value as Reason | null)}
        />
        {invoice.lines.map((line, index) => (
          <Group
            key={`${line.description} ${line.amount.amount}`}
            justify="space-between"
            align="flex-end"
            wrap="nowrap"
          >
            <div>
              <Text size="sm">{saySentence(line.description)}</Text>
              <Text size="xs" c="dimmed" className="figure">
                {say('{amount} before tax', { amount: sayMoney(line.amount) })}
              </Text>
            </div>
            <AmountInput
              aria-label={say('Credit of line {number}', { number: index + 1 })}
              placeholder={sayFigure('0.00')}
              w={110}
              value={amounts[index + 1] ?? ''}
              onChange={(text) => setAmounts((now) => ({ ...now, [index + 1]: text }))}
            />
          </Group>
        ))}
        <Text size="xs" c="dimmed">
          {say('Amounts are before tax; the tax on them is credited along.')}
        </Text>
      </Stack>
    </FormDialog>
  );
}
