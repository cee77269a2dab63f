import { useQuery } from '@tanstack/react-query';
import { client, queryClient } from './queries.ts';

/** How many notices the reader has not read; up to 100. */
export function useUnread(company: string | undefined): number {
  const { data } = useQuery({
    queryKey: ['unread', company],
    enabled: company !== undefined,
    queryFn: () =>
      client.get('/v1/companies/{co}/notices/unread', { params: { co: company ?? '' } }),
  });
  return data?.unread ?? 0;
}

/** What the company was told and the reader has not dismissed, the newest first. */
export function useNotices(company: string, limit: number) {
  return useQuery({
    queryKey: ['notices', company, limit],
    queryFn: () =>
      client.get('/v1/companies/{co}/notices', { params: { co: company }, query: { limit } }),
  });
}

async function askAgain(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: ['notices'] });
  await queryClient.invalidateQueries({ queryKey: ['unread'] });
}

export async function readAll(company: string): Promise<void> {
  await client.post('/v1/companies/{co}/notices/read', { params: { co: company } });
  await askAgain();
}

export async function markNotice(notice: string, as: 'read' | 'dismiss'): Promise<void> {
  const params = { ntc: notice };
  if (as === 'read') await client.post('/v1/notices/{ntc}/read', { params });
  else await client.post('/v1/notices/{ntc}/dismiss', { params });
  await askAgain();
}
