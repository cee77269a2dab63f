import { Group, Select, Stack, Text, TextInput } from '@mantine/core';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { sayMoney } from '../../../api/money.ts';
import { client } from '../../../api/queries.ts';
import { saySentence } from '../../../api/sentence.ts';
import { FormDialog } from '../../../parts/form-dialog.tsx';

type Invoice = Schemas['Invoice'];
type Reason = 'charged_in_error' | 'outage' | 'tax';

const REASONS: readonly { value: Reason; label: string }[] = [
  { value: 'charged_in_error', label: 'It was charged in error' },
  { value: 'outage', label: 'The service was out' },
  { value: 'tax', label: 'The tax was wrong' },
];

/** Some of an invoice's lines, or parts of them, given back by a credit note. */
export function CreditDialog({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const [reason, setReason] = useState<Reason | null>(null);
  const [amounts, setAmounts] = useState<Readonly<Record<number, string>>>({});
  const lines = Object.entries(amounts)
    .filter(([, amount]) => amount.trim() !== '')
    .map(([line, amount]) => ({ line: Number(line), amount: amount.trim() }));
  return (
    <FormDialog
      title={`Credit ${invoice.number}`}
      confirm={lines.length === 1 ? 'Credit 1 line' : `Credit ${lines.length} lines`}
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
          label="Why"
          description="The reason stands on the credit note. Not having used something is none."
          required
          data={[...REASONS]}
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
                {sayMoney(line.amount)} before tax
              </Text>
            </div>
            <TextInput
              aria-label={`Credit of line ${index + 1}`}
              placeholder="0.00"
              inputMode="decimal"
              w={110}
              value={amounts[index + 1] ?? ''}
              onChange={(event) => {
                const { value } = event.currentTarget;
                setAmounts((now) => ({ ...now, [index + 1]: value }));
              }}
            />
          </Group>
        ))}
        <Text size="xs" c="dimmed">
          Amounts are before tax; the tax on them is credited along.
        </Text>
      </Stack>
    </FormDialog>
  );
}
