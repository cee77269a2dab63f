import { Button, Card, Group, SegmentedControl, Skeleton, Table, Text, Title } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { client } from '../../api/queries.ts';
import { Failed } from '../../parts/loaded.tsx';
import { Scrolls } from '../../parts/scrolls.tsx';
import { EntryRow } from './entry-row.tsx';

const PAGE = 20;

type Kind = Schemas['MinutesEntry']['kind'];

const FILTERS: { value: Kind | 'all'; label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'purchase', label: 'Purchases' },
  { value: 'usage', label: 'Usage' },
  { value: 'refund', label: 'Refunds' },
  { value: 'reversal', label: 'Reversals' },
];

/** Every movement of the balance, the newest first; usage opens to how it was charged. */
export function MinutesEntries({ account }: { account: string }) {
  const [kind, setKind] = useState<Kind | 'all'>('all');
  const entries = useInfiniteQuery({
    queryKey: ['minutes-entries', account, kind],
    initialPageParam: undefined as string | undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam }) =>
      client.get('/v1/billing-accounts/{ba}/minutes/entries', {
        params: { ba: account },
        query: {
          limit: PAGE,
          ...(kind === 'all' ? {} : { kind }),
          ...(pageParam === undefined ? {} : { cursor: pageParam }),
        },
      }),
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
  const all = entries.data?.pages.flatMap(({ data }) => data);
  return (
    <Card mih={200} component="section">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          Movements
        </Title>
        <SegmentedControl
          size="xs"
          aria-label="Which movements"
          data={FILTERS}
          value={kind}
          onChange={(value) => setKind(value as Kind | 'all')}
        />
      </Group>
      {entries.error === null ? null : <Failed error={entries.error} retry={entries.refetch} />}
      {all === undefined && entries.error === null ? (
        <Skeleton height={320} aria-label="Loading" />
      ) : null}
      {all?.length === 0 ? (
        <Text c="dimmed" size="sm">
          {kind === 'all' ? 'Nothing has been bought or used yet.' : 'There are none of this kind.'}
        </Text>
      ) : null}
      {all === undefined || all.length === 0 ? null : (
        <Scrolls label="Movements, which scrolls">
          <Table aria-label="Movements" horizontalSpacing="sm" verticalSpacing={8}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>When</Table.Th>
                <Table.Th>What</Table.Th>
                <Table.Th ta="right">Amount</Table.Th>
                <Table.Th ta="right" visibleFrom="xs">
                  Balance
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody style={{ opacity: entries.isPlaceholderData ? 0.6 : 1 }}>
              {all.map((entry) => (
                <EntryRow key={entry.sequence} entry={entry} />
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
