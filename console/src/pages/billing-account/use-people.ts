import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { client } from '../../api/queries.ts';
import type { Row } from './assignment-changes.ts';

/** As many as the server gives at once. */
const PAGE = 100;

export interface PeopleFilter {
  readonly search: string;
  /** A permission group's name; empty: all. */
  readonly group: string;
}

/** The employees of a company with what they hold, page by page. */
export function usePeople(company: string, filter: PeopleFilter) {
  return useInfiniteQuery({
    queryKey: ['assignments', company, filter],
    initialPageParam: undefined as string | undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam }) => page(company, filter, pageParam),
    getNextPageParam: (last) => last.next_cursor ?? undefined,
  });
}

/** All of them, however many pages they are. */
export async function everybody(company: string, filter: PeopleFilter): Promise<Row[]> {
  const all: Row[] = [];
  let cursor: string | undefined;
  do {
    const next = await page(company, filter, cursor);
    all.push(...next.data);
    cursor = next.next_cursor ?? undefined;
  } while (cursor !== undefined);
  return all;
}

function page(company: string, { search, group }: PeopleFilter, cursor: string | undefined) {
  return client.get('/v1/companies/{co}/assignments', {
    params: { co: company },
    query: {
      limit: PAGE,
      ...(search === '' ? {} : { search }),
      ...(group === '' ? {} : { permission_group: group }),
      ...(cursor === undefined ? {} : { cursor }),
    },
  });
}
