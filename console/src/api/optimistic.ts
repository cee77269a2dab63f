import { queryClient } from './queries.ts';

/**
 * Shows at once what a change will come to, in every list whose key begins so; where it is refused
 * what stood before is shown again, and the refusal is thrown. For what nothing else follows from:
 * what costs money or takes something away waits for its answer.
 */
export async function optimistically<Data>(
  queryKey: readonly unknown[],
  change: (before: Data) => Data,
  send: () => Promise<unknown>,
): Promise<void> {
  await queryClient.cancelQueries({ queryKey });
  const before = queryClient.getQueriesData<Data>({ queryKey });
  queryClient.setQueriesData<Data>({ queryKey }, (data) =>
    data === undefined ? data : change(data),
  );
  try {
    await send();
  } catch (error) {
    for (const [key, data] of before) queryClient.setQueryData(key, data);
    throw error;
  } finally {
    await queryClient.invalidateQueries({ queryKey });
  }
}
