import { useInfiniteQuery } from '@tanstack/react-query';

interface Page<Row> {
  readonly data: Row[];
  readonly next_cursor: string | null;
}

/** A list of the API, page by page; `fetchPage` is told where the page before ended. */
export function usePages<Row>(
  queryKey: readonly unknown[],
  fetchPage: (from: { cursor?: string }) => Promise<Page<Row>>,
) {
  return useInfiniteQuery({
    queryKey,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => fetchPage(pageParam === undefined ? {} : { cursor: pageParam }),
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
}
