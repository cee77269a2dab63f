import { Button, Card, Skeleton, Text } from '@mantine/core';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { say } from '../words/say.ts';
import { Failed } from './loaded.tsx';

/** A list that is fetched page by page: its rows so far, and a button for the next ones. */
export function MorePages<Row>(props: {
  query: UseInfiniteQueryResult<InfiniteData<{ data: Row[]; next_cursor: string | null }>>;
  /** What is said where there is nothing. */
  empty: string;
  children: (rows: Row[]) => ReactNode;
}) {
  const { query, empty, children } = props;
  if (query.data === undefined) {
    return query.error === null ? (
      <Skeleton height={160} radius="md" role="status" aria-label={say('Loading')} />
    ) : (
      <Failed error={query.error} retry={query.refetch} />
    );
  }
  const rows = query.data.pages.flatMap(({ data }) => data);
  if (rows.length === 0) {
    return (
      <Card>
        <Text>{empty}</Text>
      </Card>
    );
  }
  return (
    <>
      {children(rows)}
      {query.hasNextPage ? (
        <Button
          variant="default"
          size="xs"
          mt="sm"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {say('Show more')}
        </Button>
      ) : null}
    </>
  );
}
