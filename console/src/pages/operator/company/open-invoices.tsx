import { Button, Group, Table, Text, Title } from '@mantine/core';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { sayMoney } from '../../../api/money.ts';
import { client } from '../../../api/queries.ts';
import { sayDay } from '../../../api/time.ts';
import { usePages } from '../../../api/use-pages.ts';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { say } from '../../../words/say.ts';
import { CreditDialog } from './credit-dialog.tsx';
import { WriteOffDialog } from './write-off-dialog.tsx';

type Invoice = Schemas['Invoice'];

const STATUSES: Readonly<Record<Invoice['status'], string>> = {
  open: say('open'),
  payment_pending: say('payment pending'),
  paid: say('paid'),
  credited: say('credited'),
  written_off: say('written off'),
};

/** Its invoices over all accounts, the newest first, each with the way to mend a mistake. */
export function OpenInvoices({ company }: { company: string }) {
  const [crediting, setCrediting] = useState<Invoice>();
  const [writingOff, setWritingOff] = useState<Invoice>();
  const invoices = usePages(['invoices-of', company], (from) =>
    client.get('/v1/invoices', { query: { company, limit: 10, ...from } }),
  );
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        {say('Invoices')}
      </Title>
      <PagedTable
        query={invoices}
        empty={say('It has no invoices yet.')}
        label={say('Invoices')}
        scrolls={say('Invoices, which scroll')}
        columns={[
          [say('Number')],
          [say('Issued')],
          [say('Status')],
          [say('Total'), 'right'],
          [say('Outstanding'), 'right'],
          [say('What can be done'), 'unseen'],
        ]}
        row={(invoice) => (
          <Table.Tr key={invoice.id}>
            <Table.Td fw={600}>{invoice.number}</Table.Td>
            <Table.Td>{sayDay(invoice.issued_on)}</Table.Td>
            <Table.Td>{STATUSES[invoice.status]}</Table.Td>
            <Table.Td ta="right">{sayMoney(invoice.total)}</Table.Td>
            <Table.Td ta="right">{sayMoney(invoice.outstanding)}</Table.Td>
            <Table.Td>
              <Group gap="xs" justify="flex-end" wrap="nowrap">
                <Button
                  component="a"
                  href={`/v1/invoices/${invoice.id}.pdf`}
                  size="xs"
                  variant="default"
                  aria-label={say('{number} as PDF', { number: invoice.number })}
                >
                  PDF
                </Button>
                <Button
                  size="xs"
                  variant="default"
                  onClick={() => setCrediting(invoice)}
                  aria-label={say('Credit {number}', { number: invoice.number })}
                >
                  {say('Credit')}
                </Button>
                {invoice.status === 'open' ? (
                  <Button
                    size="xs"
                    variant="default"
                    onClick={() => setWritingOff(invoice)}
                    aria-label={say('Write off {number}', { number: invoice.number })}
                  >
                    {say('Write off')}
                  </Button>
                ) : null}
              </Group>
            </Table.Td>
          </Table.Tr>
        )}
      >
        <Text size="xs" c="dimmed" mt="xs">
          {say('A mistake is mended with a credit note; what was not used is never credited.')}
        </Text>
      </PagedTable>
      {crediting === undefined ? null : (
        <CreditDialog invoice={crediting} onClose={() => setCrediting(undefined)} />
      )}
      {writingOff === undefined ? null : (
        <WriteOffDialog invoice={writingOff} onClose={() => setWritingOff(undefined)} />
      )}
    </section>
  );
}
