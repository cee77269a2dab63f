import { Button, Card, Table, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Schemas } from '@tollkeeper/sdk';
import { client } from '../../api/queries.ts';
import { sayInstant } from '../../api/time.ts';
import { MoneyText } from '../../parts/money-text.tsx';
import { Scrolls } from '../../parts/scrolls.tsx';

const PAGE = 20;

const KINDS: Record<Schemas['MinutesEntry']['kind'], string> = {
  purchase: 'Purchase',
  usage: 'Call or message',
  refund: 'Refund',
  reversal: 'Reversal',
};

/** Every movement of the balance, the newest first. */
export function MinutesEntries({ account }: { account: string }) {
  const entries = useInfiniteQuery({
    queryKey: ['minutes-entries', account],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      client.get('/v1/billing-accounts/{ba}/minutes/entries', {
        params: { ba: account },
        query: { limit: PAGE, ...(pageParam === undefined ? {} : { cursor: pageParam }) },
      }),
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
  const all = entries.data?.pages.flatMap(({ data }) => data) ?? [];
  return (
    <Card mih={200}>
      <Title order={2} size="h4" mb="sm">
        Movements
      </Title>
      {entries.data !== undefined && all.length === 0 ? (
        <Text c="dimmed" size="sm">
          Nothing has been bought or used yet.
        </Text>
      ) : null}
      {all.length === 0 ? null : (
        <Scrolls label="Movements, which scrolls">
          <Table miw={520} aria-label="Movements">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>When</Table.Th>
                <Table.Th>What</Table.Th>
                <Table.Th ta="right">Amount</Table.Th>
                <Table.Th ta="right">Balance</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {all.map((entry) => (
                <Table.Tr key={entry.sequence}>
                  <Table.Td>{sayInstant(entry.occurred_at)}</Table.Td>
                  <Table.Td>
                    {KINDS[entry.kind]}
                    {entry.reason === null ? null : (
                      <Text span size="sm" c="dimmed">
                        {' '}
                        {entry.reason}
                      </Text>
                    )}
                  </Table.Td>
                  <Table.Td ta="right">
                    <MoneyText value={entry.amount} />
                  </Table.Td>
                  <Table.Td ta="right">
                    <MoneyText value={entry.balance} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Scrolls>
      )}
      {entries.hasNextPage ? (
        <Button
          variant="default"
          size="xs"
          mt="sm"
          loading={entries.isFetchingNextPage}
          onClick={() => entries.fetchNextPage()}
        >
          Show older movements
        </Button>
      ) : null}
    </Card>
  );
}
