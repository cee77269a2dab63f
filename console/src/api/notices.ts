import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@tollkeeper/sdk';
import { optimistically } from './optimistic.ts';
import { client } from './queries.ts';

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

type Shown = Awaited<ReturnType<typeof client.get<'/v1/companies/{co}/notices'>>>;
type Unread = Schemas['UnreadNotices'];

export async function readAll(company: string): Promise<void> {
  const now = new Date().toISOString();
  await told(
    (page) => page.data.map((one) => ({ ...one, read_at: one.read_at ?? now })),
    () => 0,
    () => client.post('/v1/companies/{co}/notices/read', { params: { co: company } }),
  );
}

/** Reads a notice, or takes it out of sight; what is refused is there again, with the reason. */
export async function markNotice(notice: Schemas['Notice'], as: 'read' | 'dismiss'): Promise<void> {
  const params = { ntc: notice.id };
  const wasUnread = notice.read_at === null ? 1 : 0;
  const read = { ...notice, read_at: new Date().toISOString() };
  await told(
    ({ data }) =>
      as === 'read'
        ? data.map((one) => (one.id === notice.id ? read : one))
        : data.filter(({ id }) => id !== notice.id),
    (unread) => Math.max(0, unread - wasUnread),
    () =>
      as === 'read'
        ? client.post('/v1/notices/{ntc}/read', { params })
        : client.post('/v1/notices/{ntc}/dismiss', { params }),
  );
}

async function told(
  notices: (page: Shown) => Shown['data'],
  unread: (before: number) => number,
  send: () => Promise<unknown>,
): Promise<void> {
  try {
    await optimistically<Shown>(
      ['notices'],
      (page) => ({ ...page, data: notices(page) }),
      () =>
        optimistically<Unread>(
          ['unread'],
          (before) => ({ ...before, unread: unread(before.unread) }),
          send,
        ),
    );
  } catch (error) {
    notifications.show({ color: 'orange', message: (error as Error).message });
  }
}
