import { Select, Stack, Text } from '@mantine/core';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { sayMoney } from '../../../api/money.ts';
import { client } from '../../../api/queries.ts';
import { FormDialog } from '../../../parts/form-dialog.tsx';
import { say } from '../../../words/say.ts';

type Invoice = Schemas['Invoice'];

const REASONS = [
  { value: 'insolvent', label: say('The company is insolvent') },
  { value: 'untraceable', label: say('Nobody can be found any more') },
  { value: 'time_barred', label: say('The claim is time-barred') },
  { value: 'settled_for_less', label: say('It was agreed to take less') },
  { value: 'not_worth_collecting', label: say('Collecting it costs more than it brings') },
] as const;
type Reason = (typeof REASONS)[number]['value'];

/** Gives up what is owed of an invoice that nobody will pay. */
export function WriteOffDialog({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const [reason, setReason] = useState<Reason | null>(null);
  const owed = sayMoney(invoice.outstanding);
  return (
    <FormDialog
      title={say('Write off {number}', { number: invoice.number })}
      confirm={say('Write off {number}', { number: owed })}
      ready={reason !== null}
      onClose={onClose}
      submit={(idempotencyKey) =>
        client.post('/v1/invoices/{inv}/write-off', {
          params: { inv: invoice.id },
          body: { reason: reason ?? 'insolvent' },
          idempotencyKey,
        })
      }
    >
      <Stack gap="sm">
        <Select
          label={say('Why')}
          description={say('The reason stands in the audit log.')}
          required
          data={[...REASONS]}
          value={reason}
          onChange={(value) => setReason(value as Reason | null)}
        />
        <Text size="sm">
          {say(
            '{amount} becomes a loss, and its dunning ends, with a suspension for it. Should money come after all, write it down as a payment.',
            { amount: owed },
          )}
        </Text>
      </Stack>
    </FormDialog>
  );
}
