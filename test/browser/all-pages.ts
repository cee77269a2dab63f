import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Json } from '../api/product.ts';
import { type Call, companyPastDue } from './late-payers.ts';
import type { Stage } from './stage.ts';

/** What stands for the parts of an address that name a thing of the demo. */
export interface Things {
  readonly account: string;
  readonly company: string;
  readonly employee: string;
  readonly document: string;
  readonly request: string;
  /** A company that owes, and its billing account, with a draft of a contract. */
  readonly late: { readonly company: string; readonly account: string };
}

interface Look {
  /** Names the pictures. */
  readonly name: string;
  /** The route of the console that it is at. */
  readonly route: string;
  /** After the route's own address: a section or what is searched for. */
  readonly more?: string;
  /** The address has the company in it that owes, not the demo's. */
  readonly late?: boolean;
  /** How it prints is looked at as well. */
  readonly prints?: boolean;
}

const look = (name: string, route: string, rest: Omit<Look, 'name' | 'route'> = {}): Look => ({
  name,
  route,
  ...rest,
});
const section = (id: string): Look =>
  look(id, '/billing-accounts/$account', { more: `#${id}`, prints: true });

/** Every page of the console, by who sees it: a route that is missing here fails a test. */
export const LOOKS: Readonly<Record<string, readonly Look[]>> = {
  Dana: [
    look('home', '/'),
    look('billing-information', '/billing-information', { prints: true }),
    ...[
      'licenses',
      'assignments',
      'minutes',
      'ports',
      'storage',
      'contract',
      'funding',
      'invoices',
      'history',
    ].map(section),
    look('cart', '/billing-accounts/$account/cart', { more: '?dialer=%2B3&minutes=100.00' }),
    look('what-if', '/billing-accounts/$account/what-if', { prints: true }),
    look('employees', '/employees'),
    look('employee', '/employees/$employee'),
    look('document', '/documents/$document', { prints: true }),
    look('ask', '/ask'),
    look('notices', '/notices'),
    look('request', '/requests/$request'),
    look('security', '/security'),
    look('single-sign-on', '/single-sign-on'),
  ],
  Ann: [look('my-access', '/my-access')],
  'the operator': [
    look('companies', '/companies'),
    look('staff', '/staff'),
    look('operator-company', '/operator/companies/$company'),
    look('operator-late-company', '/operator/companies/$company', { late: true }),
    look('operator-contracts', '/operator/contracts/$account'),
    look('operator-contract-draft', '/operator/contracts/$account', { late: true }),
    look('operator-dunning', '/operator/dunning'),
    look('operator-renewals', '/operator/renewals'),
    look('operator-dry-run', '/operator/renewals', { more: '#dry-run' }),
    look('operator-runs', '/operator/renewals', { more: '#runs' }),
    look('operator-catalog', '/operator/catalog'),
    look('operator-reports', '/operator/reports', { prints: true }),
    look('operator-receivables', '/operator/reports', { more: '#receivables', prints: true }),
    look('operator-logs', '/operator/logs'),
    look('operator-mails', '/operator/logs', { more: '#mails' }),
    look('operator-jobs', '/operator/logs', { more: '#jobs' }),
    look('operator-keys', '/operator/keys'),
    ...['sellers', 'taxes', 'dunning', 'terms', 'mail', 'installation'].map((id) =>
      look(`settings-${id}`, '/operator/settings/$section', { more: id }),
    ),
  ],
  nobody: [look('sign-in', '/sign-in'), look('terms', '/terms')],
};

/** The address of a page with the things of the demo in it. */
export function addressOf({ route, more = '', late = false }: Look, things: Things): string {
  const named: Record<string, unknown> = { ...things, ...(late ? things.late : {}) };
  const address = route.replace(/\$(\w+)/g, (_, name: string) =>
    name === 'section' ? '' : String(named[name]),
  );
  return `${address}${more}`;
}

const CONSOLE = path.resolve(import.meta.dirname, '../../console/src');

/** Every route that the console's router knows, as its files say it. */
export function routesOfConsole(): string[] {
  return ['router.tsx', 'operator-routes.tsx'].flatMap((name) => {
    const text = readFileSync(path.join(CONSOLE, name), 'utf8');
    return [...text.matchAll(/^\s*path: '([^']+)'/gm)].map(([, route = '']) => route);
  });
}

/** A receipt of the demo, a request that Ann sends, and what only some companies have. */
export async function thingsOf(stage: Stage): Promise<Things> {
  const { account, company, people } = stage;
  const ann = people.get('Ann')?.id ?? '';
  const call: Call = async (method, at, body) => {
    const answer = await fetch(`${stage.address}/v1${at}`, {
      method,
      headers: { authorization: `Bearer ${stage.key}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(await answer.text());
    return (await answer.json()) as Json;
  };
  const { data } = await call('GET', `/billing-accounts/${account}/receipts`);
  const asked = { activity: 'call.outbound', reason: 'license_not_assigned' };
  const request = await call('POST', `/employees/${ann}/requests`, asked);
  const late = await companyPastDue(call);
  await call('POST', `/billing-accounts/${late.account}/contracts`, {
    starts_on: '2027-01-01',
    months: 12,
    floors: { crm: 3 },
    at_end: 'renew',
    draft: true,
  });
  await call('PUT', '/catalog/license-types/flex_port/draft', {
    name: 'Flex Port',
    kind: 'pooled',
    unit: 'port',
    requires: ['crm'],
    prices: { USD: '47.50' },
  });
  return { account, company, employee: ann, document: data[0].id, request: request.id, late };
}
