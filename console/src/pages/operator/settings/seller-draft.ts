import type { Schemas } from '@tollkeeper/sdk';
import { say } from '../../../words/say.ts';
import type { Difference } from '../catalog/kinds.ts';

export type Seller = Schemas['Seller'];

/** Each field of a seller by its JSON pointer, as people are asked for it. */
export const GROUPS = [
  {
    legend: say('Who sells'),
    fields: [
      { at: '/legal_name', label: say('Legal name'), isNeeded: true },
      { at: '/address/line1', label: say('Street'), isNeeded: true },
      { at: '/address/line2', label: say('Second line') },
      { at: '/address/city', label: say('City'), isNeeded: true },
      { at: '/address/postal_code', label: say('Postal code') },
      { at: '/address/region', label: say('State or region (code, such as NY)') },
      { at: '/address/country', label: say('Country (two letters, such as US)'), isNeeded: true },
    ],
  },
  {
    legend: say('Numbers by which authorities know it'),
    fields: [
      { at: '/vat_id', label: say('VAT or GST ID') },
      { at: '/tax_number', label: say('Other tax number') },
      { at: '/registration_number', label: say('Registration number') },
    ],
  },
  {
    legend: say('How to reach and pay it'),
    fields: [
      { at: '/email', label: say('E-mail address') },
      { at: '/phone', label: say('Phone') },
      { at: '/website', label: say('Website') },
      { at: '/bank/bank_name', label: say('Bank') },
      { at: '/bank/account_holder', label: say('Account holder') },
      { at: '/bank/account', label: say('IBAN or account number') },
      { at: '/bank/bank_code', label: say('BIC or routing number') },
    ],
  },
  {
    legend: say('How its documents look'),
    fields: [
      { at: '/logo_text', label: say('Shown large at the top') },
      { at: '/colour', label: say('Colour') },
      { at: '/number_prefix', label: say('Before every number') },
      { at: '/document_footer', label: say('Last lines') },
    ],
  },
] as const satisfies readonly {
  legend: string;
  fields: readonly { at: string; label: string; isNeeded?: boolean }[];
}[];

type Field = (typeof GROUPS)[number]['fields'][number];
export type FieldAt = Field['at'];
/** What is typed, by the field's pointer. */
export type Typed = Readonly<Record<FieldAt, string>>;

const FIELDS: readonly Field[] = GROUPS.flatMap(({ fields }): readonly Field[] => fields);

/** Compared by capitals, without spaces; people type them as they come. */
const CODES: ReadonlySet<string> = new Set([
  '/address/region',
  '/address/country',
  '/vat_id',
  '/tax_number',
  '/number_prefix',
  '/bank/account',
  '/bank/bank_code',
]);

type Nested = { readonly [name: string]: unknown };

function read(seller: Nested | undefined, at: string): string {
  const found = at
    .slice(1)
    .split('/')
    .reduce<unknown>((value, name) => (value as Nested | undefined)?.[name], seller);
  return typeof found === 'string' ? found : '';
}

export function typedOf(seller: Seller | undefined): Typed {
  return Object.fromEntries(FIELDS.map(({ at }) => [at, read(seller, at)])) as Typed;
}

/** What is sent: only what says something. The server says what is wrong with it. */
export function bodyOf(typed: Typed) {
  const body: Record<string, unknown> = {};
  for (const { at } of FIELDS) {
    const said = saidIn(typed, at);
    if (said === '') continue;
    const [name = '', inner] = at.slice(1).split('/');
    if (inner === undefined) body[name] = said;
    else body[name] = { ...(body[name] as object | undefined), [inner]: said };
  }
  return body as unknown as SellerBody;
}

type SellerBody = Omit<Seller, 'code' | 'version' | 'effective_on' | 'published_at'>;

export function saidIn(typed: Typed, at: FieldAt): string {
  const value = typed[at].trim();
  if (at === '/colour') return value.toLowerCase();
  return CODES.has(at) ? value.replace(/\s/g, '').toUpperCase() : value;
}

export function isComplete(typed: Typed): boolean {
  return FIELDS.every((field) => !('isNeeded' in field) || saidIn(typed, field.at) !== '');
}

/** What two versions, or a version and what is typed, say differently. */
export function sellerDifferences(before: Typed, after: Typed): Difference[] {
  return FIELDS.flatMap(({ at, label }) => {
    const [was, is] = [saidIn(before, at), saidIn(after, at)];
    return was === is
      ? []
      : [{ label, before: was || say('nothing'), after: is || say('nothing') }];
  });
}
