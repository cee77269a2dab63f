import { Select, Stack, Text } from '@mantine/core';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { sayMoney } from '../../../api/money.ts';
import { client } from '../../../api/queries.ts';
import { WRITE_OFF_REASONS, type WriteOffReason } from '../../../api/write-off-reasons.ts';
import { FormDialog } from '../../../parts/form-dialog.tsx';
import { say } from '../../../words/say.ts';

type Invoice = Schemas['Invoice'];

const REASONS = Object.entries(WRITE_OFF_REASONS).map(([value, label]) => ({ value, label }));

/** Gives up what is owed of an invoice that nobody will pay. */
export function WriteOffDialog({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const [reason, setReason] = useState<WriteOffReason | null>(null);
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
          data={REASONS}
          allowDeselect={false}
          value={reason}
          onChange={(value) => setReason(value as WriteOffReason | null)}
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
