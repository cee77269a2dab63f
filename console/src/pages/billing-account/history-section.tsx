import { Button, Card, Group, SegmentedControl, Skeleton, Stack, Text, Title } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { client } from '../../api/queries.ts';
import { Failed } from '../../parts/loaded.tsx';
import { say } from '../../words/say.ts';
import { HistoryRow } from './history-row.tsx';

type Topic = 'licenses' | 'people' | 'money' | 'storage';

const PAGE = 25;

const TOPICS: { value: Topic | 'all'; label: string }[] = [
  { value: 'all', label: say('All') },
  { value: 'licenses', label: say('Licenses') },
  { value: 'money', label: say('Money') },
  { value: 'storage', label: say('Storage') },
];

/** Who changed what and when, under which typed name, before and after. */
export function HistorySection({ details }: { details: Schemas['BillingAccountDetails'] }) {
  const [topic, setTopic] = useState<Topic | 'all'>('all');
  const history = useHistory(details, topic);
  const all = history.data?.pages.flatMap(({ data }) => data);
  return (
    <Card component="section" mih={300}>
      <Group justify="space-between" mb="xs">
        <div>
          <Title order={2} size="h4">
            {say('Change history')}
          </Title>
          <Text size="sm" c="dimmed">
            {say('It is kept for ever; nobody can change it.')}
          </Text>
        </div>
        <SegmentedControl
          size="xs"
          aria-label={say('What the changes are about')}
          data={TOPICS}
          value={topic}
          onChange={(value) => setTopic(value as Topic | 'all')}
        />
      </Group>
      {history.error === null ? null : <Failed error={history.error} retry={history.refetch} />}
      {all === undefined && history.error === null ? (
        <Skeleton height={320} role="status" aria-label={say('Loading')} />
      ) : null}
      {all?.length === 0 ? (
        <Text c="dimmed" size="sm" py="md">
          {say('Nothing of this kind has been changed yet.')}
        </Text>
      ) : null}
      <Stack
        gap={0}
        component="ol"
        m={0}
        p={0}
        className="rows"
        aria-label={say('Changes')}
        style={{ opacity: history.isPlaceholderData ? 0.6 : 1 }}
      >
        {all?.map((entry) => (
          <HistoryRow key={entry.id} entry={entry} licenses={details.licenses} />
        ))}
      </Stack>
      {history.hasNextPage ? (
        <Button
          variant="default"
          size="xs"
          mt="sm"
          loading={history.isFetchingNextPage}
          onClick={() => history.fetchNextPage()}
        >
          {say('Show older changes')}
        </Button>
      ) : null}
    </Card>
  );
}

function useHistory({ id, company }: Schemas['BillingAccountDetails'], topic: Topic | 'all') {
  return useInfiniteQuery({
    queryKey: ['audit', id, topic],
    initialPageParam: undefined as string | undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam }) =>
      client.get('/v1/companies/{co}/audit', {
        params: { co: company },
        query: {
          billing_account: id,
          limit: PAGE,
          ...(topic === 'all' ? {} : { topic }),
          ...(pageParam === undefined ? {} : { cursor: pageParam }),
        },
      }),
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
}
