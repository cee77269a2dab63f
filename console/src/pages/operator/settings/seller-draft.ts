import type { Schemas } from '@tollkeeper/sdk';
import type { Difference } from '../catalog/kinds.ts';

export type Seller = Schemas['Seller'];

/** Each field of a seller by its JSON pointer, as people are asked for it. */
export const GROUPS = [
  {
    legend: 'Who sells',
    fields: [
      { at: '/legal_name', label: 'Legal name', isNeeded: true },
      { at: '/address/line1', label: 'Street', isNeeded: true },
      { at: '/address/line2', label: 'Second line' },
      { at: '/address/city', label: 'City', isNeeded: true },
      { at: '/address/postal_code', label: 'Postal code' },
      { at: '/address/region', label: 'State or region (code, such as NY)' },
      { at: '/address/country', label: 'Country (two letters, such as US)', isNeeded: true },
    ],
  },
  {
    legend: 'Numbers by which authorities know it',
    fields: [
      { at: '/vat_id', label: 'VAT or GST ID' },
      { at: '/tax_number', label: 'Other tax number' },
      { at: '/registration_number', label: 'Registration number' },
    ],
  },
  {
    legend: 'How to reach and pay it',
    fields: [
      { at: '/email', label: 'E-mail address' },
      { at: '/phone', label: 'Phone' },
      { at: '/website', label: 'Website' },
      { at: '/bank/bank_name', label: 'Bank' },
      { at: '/bank/account_holder', label: 'Account holder' },
      { at: '/bank/account', label: 'IBAN or account number' },
      { at: '/bank/bank_code', label: 'BIC or routing number' },
    ],
  },
  {
    legend: 'How its documents look',
    fields: [
      { at: '/logo_text', label: 'Shown large at the top' },
      { at: '/colour', label: 'Colour' },
      { at: '/number_prefix', label: 'Before every number' },
      { at: '/document_footer', label: 'Last lines' },
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
    return was === is ? [] : [{ label, before: was || 'nothing', after: is || 'nothing' }];
  });
}
