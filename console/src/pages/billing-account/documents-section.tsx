import { Badge, Card, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@tollkeeper/sdk';
import { client } from '../../api/queries.ts';
import { saySentence } from '../../api/sentence.ts';
import { sayDay } from '../../api/time.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { MoneyText } from '../../parts/money-text.tsx';
import { Scrolls } from '../../parts/scrolls.tsx';

/** What comes next, and every invoice with its lines. */
export function DocumentsSection({ details }: { details: Schemas['BillingAccountDetails'] }) {
  const params = { ba: details.id };
  const upcoming = useQuery({
    queryKey: ['upcoming-invoice', details.id],
    queryFn: () => client.get('/v1/billing-accounts/{ba}/invoices/upcoming', { params }),
  });
  const invoices = useQuery({
    queryKey: ['invoices', details.id],
    queryFn: () =>
      client.get('/v1/billing-accounts/{ba}/invoices', { params, query: { limit: 24 } }),
  });
  return (
    <Stack gap="lg">
      <Card>
        <Title order={2} size="h4" mb="sm">
          The next invoice, on {sayDay(details.period.end)}
        </Title>
        <Loaded query={upcoming} height={120}>
          {(invoice) => <Lines lines={invoice.lines} total={invoice.total} />}
        </Loaded>
      </Card>
      <Card>
        <Title order={2} size="h4" mb="sm">
          Invoices
        </Title>
        <Loaded query={invoices} height={120}>
          {({ data }) =>
            data.length === 0 ? (
              <Text c="dimmed" size="sm">
                None yet: the first comes with the next billing period.
              </Text>
            ) : (
              <Stack gap="lg">
                {data.map((invoice) => (
                  <div key={invoice.id}>
                    <Group justify="space-between" mb={4}>
                      <Text fw={600} size="sm">
                        {invoice.number} · {sayDay(invoice.issued_on)}
                      </Text>
                      <Badge color={invoice.status === 'paid' ? 'teal' : 'orange'} c="inherit">
                        {invoice.status}
                      </Badge>
                    </Group>
                    <Lines lines={invoice.lines} total={invoice.total} />
                  </div>
                ))}
              </Stack>
            )
          }
        </Loaded>
      </Card>
    </Stack>
  );
}

function Lines(props: {
  lines: readonly Schemas['DocumentLine'][];
  total: Schemas['DocumentLine']['amount'];
}) {
  const { lines, total } = props;
  return (
    <Scrolls label="Lines, which scrolls">
      <Table miw={420} verticalSpacing={6} aria-label="Lines">
        <Table.Tbody>
          {lines.map((line) => (
            <Table.Tr key={`${line.description} ${line.amount.amount}`}>
              <Table.Td>{saySentence(line.description)}</Table.Td>
              <Table.Td ta="right">
                <MoneyText value={line.amount} />
              </Table.Td>
            </Table.Tr>
          ))}
          <Table.Tr>
            <Table.Td fw={700}>Total</Table.Td>
            <Table.Td ta="right">
              <MoneyText value={total} fw={700} />
            </Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </Scrolls>
  );
}
