import { Button, Group, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Schemas } from '@tollkeeper/sdk';
import { useAttempt } from '../../../api/attempt.ts';
import { sayFailure } from '../../../api/failure.ts';
import { sayMoney } from '../../../api/money.ts';
import { client, refresh } from '../../../api/queries.ts';
import { sayDay, sayInstant } from '../../../api/time.ts';
import { AuthorizeDialog } from '../../../parts/authorize.tsx';
import { HeadedTable } from '../../../parts/headed-table.tsx';
import { say } from '../../../words/say.ts';
import { RecordPayment } from './record-payment.tsx';

type Owed = Schemas['PastDueAccount']['invoices'][number];

/** Each invoice that is owed, what was tried, and what can be done about it now. */
export function PastDueInvoices({ invoices }: { invoices: readonly Owed[] }) {
  return (
    <HeadedTable
      label={say('Invoices past due')}
      scrolls={say('Invoices past due, which scroll')}
      columns={[
        [say('Invoice')],
        [say('Outstanding'), 'right'],
        [say('Attempts'), 'right'],
        [say('Last and next attempt')],
        [say('What can be done'), 'unseen'],
      ]}
      rows={invoices}
      row={(invoice) => <OwedRow key={invoice.invoice} owed={invoice} />}
    />
  );
}

function OwedRow({ owed }: { owed: Owed }) {
  const [recording, dialog] = useDisclosure(false);
  const [charging, charge] = useDisclosure(false);
  return (
    <Table.Tr>
      <Table.Td>
        <Text inherit fw={600}>
          {owed.number}
        </Text>
        <Text size="xs" c="dimmed">
          {say('since {day}', { day: sayDay(owed.past_due_since) })}
        </Text>
      </Table.Td>
      <Table.Td ta="right" fw={600}>
        {sayMoney(owed.outstanding)}
      </Table.Td>
      <Table.Td ta="right">{owed.attempts}</Table.Td>
      <Table.Td maw={320}>
        <Text size="sm">
          {owed.last_failure === null ? say('Not tried yet.') : sayFailure(owed.last_failure)}
        </Text>
        <Text size="xs" c="dimmed">
          {nextOf(owed)}
        </Text>
      </Table.Td>
      <Table.Td>
        <Group gap="xs" wrap="nowrap" justify="flex-end">
          <Button size="xs" disabled={owed.payment_under_way} onClick={charge.open}>
            {say('Charge {amount} now', { amount: sayMoney(owed.outstanding) })}
          </Button>
          <Button size="xs" variant="default" onClick={dialog.open}>
            {say('Record a payment')}
          </Button>
        </Group>
        {charging ? <ChargeNow owed={owed} onClose={charge.close} /> : null}
        {recording ? <RecordPayment owed={owed} onClose={dialog.close} /> : null}
      </Table.Td>
    </Table.Tr>
  );
}

function nextOf({ payment_under_way: underWay, next_attempt_at: next }: Owed): string {
  if (underWay) return say('A payment is on its way.');
  return next === null
    ? say('Nothing more is tried by itself.')
    : say('Tried next {instant}.', { instant: sayInstant(next) });
}

/** Charges the funding sources in their order now, under the name of whoever has it done. */
function ChargeNow({ owed, onClose }: { owed: Owed; onClose: () => void }) {
  const attempt = useAttempt();
  return (
    <AuthorizeDialog
      title={say('Charge {number} now', { number: owed.number })}
      confirm={say('Charge {amount}', { amount: sayMoney(owed.outstanding) })}
      onClose={onClose}
      onConfirm={async (authorizedBy) => {
        await client.post('/v1/invoices/{inv}/collect', {
          params: { inv: owed.invoice },
          authorizedBy,
          idempotencyKey: attempt.key(),
        });
        await refresh();
      }}
    >
      {say(
        'The default funding source is tried first, then its backups. What came of it stands on this page.',
      )}
    </AuthorizeDialog>
  );
}
