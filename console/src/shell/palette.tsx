import '@mantine/spotlight/styles.css';
import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight, spotlight } from '@mantine/spotlight';
import {
  IconArrowRight,
  IconFileInvoice,
  IconHelpCircle,
  IconSearch,
  IconUser,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import { useCompany } from '../api/company.ts';
import { sayMoney } from '../api/money.ts';
import { client, type Me } from '../api/queries.ts';
import { sayDay } from '../api/time.ts';
import { say } from '../words/say.ts';
import { type Destination, matching, pagesOf, QUESTION_PAGES } from './destinations.ts';

const TYPING_MS = 150;
/** More than fit a screen are found by typing on. */
const SHOWN_MAX = 7;

/** Opens whenever `times` rises; arrows choose, Enter goes. */
export default function Palette({ me, times }: { me: Me; times: number }) {
  const [typed, setTyped] = useState('');
  const { history } = useRouter();
  useEffect(() => {
    if (times > 0) spotlight.open();
  }, [times]);
  const groups = useGroups(me, typed);
  const isEmpty = groups.every(({ found }) => found.length === 0);
  return (
    <Spotlight.Root
      shortcut={null}
      styles={{ actionDescription: { opacity: 1 } }}
      query={typed}
      onQueryChange={setTyped}
      scrollable
      maxHeight="min(70vh, 480px)"
    >
      <Spotlight.Search
        aria-label={say('Search')}
        placeholder={say('A page, an employee, a document’s number or a question')}
        leftSection={<IconSearch size={20} aria-hidden />}
        onKeyDown={goToFirst}
      />
      <Spotlight.ActionsList>
        {groups.map(({ label, icon, found }) =>
          found.length === 0 ? null : (
            <Spotlight.ActionsGroup key={label} label={label}>
              {found.slice(0, SHOWN_MAX).map((one) => (
                <Spotlight.Action
                  key={one.link}
                  label={one.label}
                  description={one.description}
                  leftSection={icon}
                  onClick={() => history.push(one.link)}
                />
              ))}
            </Spotlight.ActionsGroup>
          ),
        )}
        {isEmpty ? <Spotlight.Empty>{say('Nothing has that name.')}</Spotlight.Empty> : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

/** What was found later than it was typed is not chosen yet: Enter goes to the first. */
function goToFirst({ key, currentTarget }: KeyboardEvent<HTMLElement>): void {
  const found = currentTarget.closest('[role="dialog"]');
  if (key !== 'Enter' || found === null || found.querySelector('[data-selected]') !== null) return;
  found.querySelector<HTMLElement>('[data-action]')?.click();
}

interface Found {
  readonly label: string;
  readonly icon: ReactNode;
  readonly found: readonly Destination[];
}

function useGroups(me: Me, typed: string): Found[] {
  const { company } = useCompany();
  const seesBilling = me.permissions.includes('billing.view') && company !== undefined;
  const accounts = useQuery({
    queryKey: ['billing-accounts', company],
    enabled: seesBilling,
    queryFn: () =>
      client.get('/v1/companies/{co}/billing-accounts', {
        params: { co: company ?? '' },
        query: { limit: 100 },
      }),
  });
  const people = useEmployees(company, typed);
  const documents = useDocuments(seesBilling ? company : undefined, typed);
  const billing = seesBilling
    ? [
        {
          label: say('Pages'),
          icon: <IconArrowRight size={18} aria-hidden />,
          found: matching(pagesOf(accounts.data?.data ?? []), typed),
        },
      ]
    : [];
  return [
    ...billing,
    {
      label: say('Questions'),
      icon: <IconHelpCircle size={18} aria-hidden />,
      found: seesBilling ? matching(QUESTION_PAGES, typed) : [],
    },
    {
      label: say('Documents'),
      icon: <IconFileInvoice size={18} aria-hidden />,
      found: documents,
    },
    // What comes later stands last, so that nothing moves below a finger that is about to press.
    { label: say('Employees'), icon: <IconUser size={18} aria-hidden />, found: people },
  ];
}

/** Looked for by the server, which knows ten thousand of them. */
function useEmployees(company: string | undefined, typed: string): Destination[] {
  const [settled] = useDebouncedValue(typed.trim(), TYPING_MS);
  const { data } = useQuery({
    queryKey: ['employees', company, 'palette', settled],
    enabled: company !== undefined && settled !== '',
    queryFn: () =>
      client.get('/v1/companies/{co}/employees', {
        params: { co: company ?? '' },
        query: { search: settled, limit: SHOWN_MAX },
      }),
  });
  if (settled === '' || data === undefined) return [];
  return data.data.map((one) => ({
    label: `${one.first_name} ${one.last_name}`,
    description: one.hidden ? say('{email} · hidden', { email: one.email }) : one.email,
    link: `/employees/${one.id}`,
  }));
}

/** Found by its number, or by the digits at its end. */
function useDocuments(company: string | undefined, typed: string): Destination[] {
  const [settled] = useDebouncedValue(typed.trim(), TYPING_MS);
  const isNumber = /^[a-z-]*\d{1,12}$/i.test(settled);
  const { data } = useQuery({
    queryKey: ['documents', company, settled],
    enabled: company !== undefined && isNumber,
    queryFn: () =>
      client.get('/v1/companies/{co}/documents', {
        params: { co: company ?? '' },
        query: { number: settled },
      }),
  });
  if (!isNumber || data === undefined) return [];
  return data.data.map((one) => ({
    label: one.number,
    description: `${sayDay(one.issued_on)} · ${sayMoney(one.total)}`,
    link: `/documents/${one.id}`,
  }));
}
