import type { Query } from '@tanstack/react-query';
import type { Schemas } from '@tollkeeper/sdk';
import { useEffect } from 'react';
import { queryClient } from './queries.ts';

/** Events come in groups (an order, its receipt, its payment); one question answers them all. */
const GATHER_MS = 300;
/** After a refusal: the session may have ended, or there are too many streams. */
const AGAIN_MS = 30_000;

/**
 * Which events concern what a query shows, by the first word of its key. A query that is not
 * named here is asked again after any event, so a new page is live without a line here.
 */
const CONCERNS: Readonly<Record<string, readonly string[]>> = {
  // What is in the cart changes under nobody's hand; a figure that changed is refused and said.
  quote: [],
  me: ['employee.changed', 'permission_group.'],
  catalog: ['catalog.'],
  companies: ['company.'],
  employees: ['employee.', 'permission_group.'],
  'permission-groups': ['permission_group.'],
  receipts: ['receipt.'],
  invoices: ['invoice.', 'credit_note.', 'payment.'],
  'funding-sources': ['funding_source.'],
  contracts: ['contract.'],
  'storage-objects': ['storage.'],
  notices: ['notice.'],
  unread: ['notice.'],
  requests: ['request.'],
};

function isConcerned({ queryKey }: Query, types: ReadonlySet<string>): boolean {
  const concerns = CONCERNS[String(queryKey[0])];
  if (concerns === undefined) return true;
  return [...types].some((type) => concerns.some((prefix) => type.startsWith(prefix)));
}

/**
 * Asks again for what is on the page whenever something of the company has changed, whoever
 * changed it. Only while the page is looked at: browsers open six connections to one server, so
 * a stream for every open tab would leave none to ask by.
 */
export function useLiveUpdates(company: string | undefined, isAllowed: boolean): void {
  useEffect(() => {
    if (company === undefined || !isAllowed) return;
    return follow(company, (types) => {
      void queryClient.invalidateQueries({ predicate: (query) => isConcerned(query, types) });
    });
  }, [company, isAllowed]);
}

/** Follows a company's events until it is told to stop; `tell` gets the types of each group. */
function follow(company: string, tell: (types: ReadonlySet<string>) => void): () => void {
  let source: EventSource | undefined;
  let place: string | undefined;
  let types = new Set<string>();
  let gathering: number | undefined;
  let again: number | undefined;

  const gathered = () => {
    gathering = undefined;
    const told = types;
    types = new Set();
    tell(told);
  };
  const open = () => {
    if (source !== undefined || document.visibilityState === 'hidden') return;
    const after = place === undefined ? '' : `?after=${place}`;
    source = new EventSource(`/v1/companies/${company}/events/stream${after}`);
    source.addEventListener('opened', (event) => {
      place = event.lastEventId;
    });
    source.onmessage = (event) => {
      place = event.lastEventId;
      types.add((JSON.parse(event.data) as Schemas['Event']).type);
      gathering ??= window.setTimeout(gathered, GATHER_MS);
    };
    source.onerror = () => {
      // A lost connection is opened again by the browser; a refusal is not.
      if (source?.readyState !== EventSource.CLOSED) return;
      close();
      again = window.setTimeout(open, AGAIN_MS);
    };
  };
  const close = () => {
    source?.close();
    source = undefined;
    window.clearTimeout(again);
  };
  const onVisibility = () => (document.visibilityState === 'hidden' ? close() : open());
  document.addEventListener('visibilitychange', onVisibility);
  open();
  return () => {
    document.removeEventListener('visibilitychange', onVisibility);
    window.clearTimeout(gathering);
    close();
  };
}
