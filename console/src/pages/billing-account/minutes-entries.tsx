import {
  Card,
  Group,
  SegmentedControl,
  Skeleton,
  Table,
  Text,
  TextInput,
  Title,
  useMatches,
} from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { client } from '../../api/queries.ts';
import { Failed } from '../../parts/loaded.tsx';
import { LongTable } from '../../parts/long-table.tsx';
import { useLongList } from '../../parts/use-long-list.ts';
import { say } from '../../words/say.ts';
import { EntryRow } from './entry-row.tsx';

/** As many as the server gives at once. */
const PAGE = 100;
const ROW_PX = 43;

type Kind = Schemas['MinutesEntry']['kind'];

const FILTERS: { value: Kind | 'all'; label: string }[] = [
  { value: 'all', label: say('All') },
  { value: 'purchase', label: say('Purchases') },
  { value: 'usage', label: say('Usage') },
  { value: 'refund', label: say('Refunds') },
  { value: 'reversal', label: say('Reversals') },
];

/** Every movement of the balance, the newest first; usage opens to how it was charged. */
export function MinutesEntries({ details }: { details: Schemas['BillingAccountDetails'] }) {
  const [kind, setKind] = useState<Kind | 'all'>('all');
  const [until, setUntil] = useState('');
  const entries = useEntries(details.id, kind, until);
  const all = entries.data?.pages.flatMap(({ data }) => data);
  return (
    <Card mih={200} component="section">
      <Group justify="space-between" mb="sm" align="flex-end">
        <Title order={2} size="h4">
          {say('Movements')}
        </Title>
        <Group gap="sm" align="flex-end" miw={0} maw="100%">
          <TextInput
            type="date"
            size="xs"
            label={say('Up to')}
            max={details.today}
            value={until}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
          <SegmentedControl
            size="xs"
            aria-label={say('Which movements')}
            maw="100%"
            style={{ overflowX: 'auto' }}
            data={FILTERS}
            value={kind}
            onChange={(value) => setKind(value as Kind | 'all')}
          />
        </Group>
      </Group>
      {entries.error === null ? null : <Failed error={entries.error} retry={entries.refetch} />}
      {all === undefined && entries.error === null ? (
        <Skeleton height={320} role="status" aria-label={say('Loading')} />
      ) : null}
      {all?.length === 0 ? (
        <Text c="dimmed" size="sm">
          {kind === 'all' && until === ''
            ? say('Nothing has been bought or used yet.')
            : say('There are none of this kind.')}
        </Text>
      ) : null}
      {all === undefined || all.length === 0 ? null : (
        <Entries key={`${kind} ${until}`} all={all} entries={entries} />
      )}
    </Card>
  );
}

function Entries(props: {
  all: readonly Schemas['MinutesEntry'][];
  entries: ReturnType<typeof useEntries>;
}) {
  const { all, entries } = props;
  // A hidden column is none: a wider cell would make room for it.
  const columns = useMatches({ base: 3, xs: 4, sm: 5 });
  const list = useLongList({
    count: all.length,
    rowPx: ROW_PX,
    hasMore: entries.hasNextPage,
    isLoading: entries.isFetchingNextPage,
    loadMore: entries.fetchNextPage,
  });
  return (
    <LongTable
      label={say('Movements')}
      list={list}
      columns={columns}
      table={{ horizontalSpacing: 'sm', verticalSpacing: 8, className: 'entries' }}
      head={
        <Table.Tr>
          <Table.Th className="entries-when">{say('When')}</Table.Th>
          <Table.Th>{say('What')}</Table.Th>
          <Table.Th visibleFrom="sm">{say('Whom')}</Table.Th>
          <Table.Th ta="right" className="entries-money">
            {say('Amount')}
          </Table.Th>
          <Table.Th ta="right" visibleFrom="xs" className="entries-money">
            {say('Balance')}
          </Table.Th>
        </Table.Tr>
      }
      row={(index) => {
        const entry = all[index];
        return entry === undefined ? null : <EntryRow entry={entry} columns={columns} />;
      }}
    />
  );
}

function useEntries(account: string, kind: Kind | 'all', until: string) {
  return useInfiniteQuery({
    queryKey: ['minutes-entries', account, kind, until],
    initialPageParam: undefined as string | undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam }) =>
      client.get('/v1/billing-accounts/{ba}/minutes/entries', {
        params: { ba: account },
        query: {
          limit: PAGE,
          ...(kind === 'all' ? {} : { kind }),
          ...(until === '' ? {} : { until }),
          ...(pageParam === undefined ? {} : { cursor: pageParam }),
        },
      }),
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
}
