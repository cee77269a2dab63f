import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Schemas } from '@tollkeeper/sdk';
import { useEffect, useRef } from 'react';
import { client } from '../../api/queries.ts';
import type { CartOrder } from './wanted.ts';

type Quote = Schemas['Quote'];

/** So that nobody presses the button on a quote that ends that very second. */
const EARLY_MS = 20_000;
/** A quote that ends at midnight may live for seconds; it is not asked for more often than this. */
const SHORTEST_MS = 5_000;

/**
 * The price of an order, asked anew when the order changes and before the quote ends.
 * `changedFrom` is the quote before of the same order where a figure has changed since.
 */
export function useQuote(account: string, order: CartOrder | undefined) {
  const query = useQuery({
    queryKey: ['quote', account, order],
    enabled: order !== undefined,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    queryFn: () =>
      client.post('/v1/billing-accounts/{ba}/quotes', {
        params: { ba: account },
        body: { totals: {}, ...order },
      }),
  });
  const { data, refetch, isPlaceholderData } = query;
  useEffect(() => {
    if (data === undefined || isPlaceholderData) return;
    const timer = setTimeout(() => void refetch(), lifetimeMs(data));
    return () => clearTimeout(timer);
  }, [data, isPlaceholderData, refetch]);
  const changedFrom = useChangedFrom(isPlaceholderData ? undefined : data, JSON.stringify(order));
  return { ...query, changedFrom };
}

/** Both ends are told by the account's clock, which may be in another year than the reader's. */
function lifetimeMs({ created_at: from, expires_at: to }: Quote): number {
  return Math.max(SHORTEST_MS, new Date(to).getTime() - new Date(from).getTime() - EARLY_MS);
}

function useChangedFrom(quote: Quote | undefined, order: string | undefined): Quote | undefined {
  const shown = useRef<{ readonly order: string | undefined; readonly first: Quote }>(undefined);
  if (quote === undefined) return undefined;
  if (shown.current === undefined || shown.current.order !== order) {
    shown.current = { order, first: quote };
  }
  const { first } = shown.current;
  return figuresOf(first) === figuresOf(quote) ? undefined : first;
}

function figuresOf({ lines, tax, due_now, recurring_next }: Quote): string {
  return JSON.stringify([lines, tax, due_now, recurring_next]);
}
