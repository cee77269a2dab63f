import { z } from 'zod';
import type { Transaction } from '../../database/transaction.ts';
import { addMonths } from '../../kernel/calendar.ts';
import { moneyText } from '../../kernel/money.ts';
import type { Accounts, BillingAccount } from '../../modules/accounts/index.ts';
import {
  CONTRACT_STATES,
  type Contract,
  type ContractDrafts,
  type ContractInput,
  type Contracts,
  contractInForceOn,
  type Draft,
  stateOn,
} from '../../modules/contracts/index.ts';
import type { Api } from '../endpoint.ts';
import { contractTerms, termsOf } from '../schemas/contract-terms.ts';
import { dayText, id, instantText, localDate, money, text } from '../schemas/fields.ts';

const contract = z
  .strictObject({
    id: id('ctr'),
    billing_account: id('ba'),
    state: z
      .enum(CONTRACT_STATES)
      .describe('Today. active: signed; renewing: in a renewed term; lapsed: over by itself'),
    starts_on: dayText,
    ends_on: dayText.describe('The first day after the term that runs, or else the first one'),
    months: z.int(),
    floors: z.record(z.string(), z.int()),
    prices: z.record(z.string(), money),
    at_end: z.enum(['lapse', 'renew']),
    signed_at: instantText.nullable(),
    in_force: z.boolean(),
    ended_on: dayText.nullable().describe('Where the operator ended it before it would end'),
    renews_on: dayText.nullable().describe('When the next term begins, as things stand'),
    notices: z
      .array(z.strictObject({ license_type: z.string(), term_start: dayText, floor: z.int() }))
      .describe('Lower floors of renewed terms, given by ordering a lower total in advance'),
  })
  .meta({ id: 'Contract' });

const ofAccount = z.strictObject({ ba: id('ba') });
const readAccess = { scope: 'read', permission: 'billing.view' } as const;
const tag = 'Contracts';
const ofContract = z.strictObject({ ctr: id('ctr') });
const change = { operatorOnly: true, scope: 'manage', duty: 'money' } as const;

export interface ContractsRoutesDeps {
  readonly accounts: Accounts;
  readonly contracts: Contracts;
  readonly contractDrafts: ContractDrafts;
}

export function registerContracts(api: Api, deps: ContractsRoutesDeps): void {
  registerSigning(api, deps);
  registerReading(api, deps);
  registerChanges(api, deps);
}

function registerSigning(api: Api, deps: ContractsRoutesDeps): void {
  const { accounts, contracts, contractDrafts } = deps;

  api.define('POST', '/v1/billing-accounts/:ba/contracts', {
    summary: 'Sign a contract, or prepare one: a term of months with floors and contracted prices',
    description:
      'Charges nothing. From starts_on every total ordered must reach the floor, and the next ' +
      'renewal raises a total that is below it. With draft: true it binds nobody until it is ' +
      'signed.',
    tag,
    access: change,
    params: ofAccount,
    body: contractTerms.extend({ draft: z.boolean().default(false) }),
    answer: contract,
    status: 201,
    handle: async (tx, { params, body, actor }) => {
      const account = await accounts.lock(tx, actor, params.ba);
      const input = termsOf(body, account);
      if (body.draft) {
        return draftText(await contractDrafts.prepare(tx, actor, account.id, input));
      }
      const signed = await contracts.sign(tx, actor, account.id, input);
      return contractText(signed, await contracts.list(tx, account), account);
    },
  });

  api.define('POST', '/v1/contracts/:ctr/sign', {
    summary: 'Sign a contract that was prepared',
    tag,
    access: change,
    params: ofContract,
    answer: contract,
    handle: async (tx, { params, actor }) => {
      const signed = await contractDrafts.sign(tx, actor, params.ctr);
      const account = await accounts.get(tx, actor, signed.account);
      return contractText(signed, await contracts.list(tx, account), account);
    },
  });
}

function registerReading(api: Api, deps: ContractsRoutesDeps): void {
  const { accounts, contracts } = deps;

  api.define('GET', '/v1/billing-accounts/:ba/contracts', {
    summary: 'List the contracts of a billing account by their first day, drafts after them',
    tag,
    access: readAccess,
    params: ofAccount,
    answer: z.strictObject({
      data: z.array(contract),
      has_more: z.boolean(),
      next_cursor: z.null(),
    }),
    handle: async (tx, { params, actor }) => {
      const account = await accounts.get(tx, actor, params.ba);
      const data = await allTexts(tx, deps, account);
      return { data, has_more: false, next_cursor: null };
    },
  });

  api.define('GET', '/v1/contracts/:ctr', {
    summary: 'Read a contract or a draft',
    tag,
    access: readAccess,
    params: ofContract,
    answer: contract,
    handle: async (tx, { params, actor }) => {
      const account = await contracts.accountOf(tx, actor, params.ctr);
      const all = await allTexts(tx, deps, account);
      return all.find((one) => one.id === params.ctr);
    },
  });
}

function registerChanges(api: Api, deps: ContractsRoutesDeps): void {
  const { accounts, contracts, contractDrafts } = deps;

  api.define('PUT', '/v1/contracts/:ctr', {
    summary: 'Write a draft anew; a signed contract never changes',
    tag,
    access: change,
    params: ofContract,
    body: contractTerms,
    answer: contract,
    handle: async (tx, { params, body, actor }) => {
      const account = await contracts.accountOf(tx, actor, params.ctr);
      const input = termsOf(body, account);
      return draftText(await contractDrafts.amend(tx, actor, params.ctr, input));
    },
  });

  api.define('DELETE', '/v1/contracts/:ctr', {
    summary: 'Discard a draft',
    tag,
    access: change,
    params: ofContract,
    answer: contract,
    handle: async (tx, { params, actor }) => {
      return draftText(await contractDrafts.discard(tx, actor, params.ctr));
    },
  });

  api.define('POST', '/v1/contracts/:ctr/end', {
    summary: 'End a signed contract early, as both sides agreed',
    description:
      'From ends_on, a day to come, the account is month-to-month: floors bind no more, and what ' +
      'is charged from then on costs the catalog’s price. Nothing charged is repriced.',
    tag,
    access: change,
    params: ofContract,
    body: z.strictObject({ ends_on: localDate, reason: text() }),
    answer: contract,
    handle: async (tx, { params, body, actor }) => {
      const ended = await contracts.end(tx, actor, params.ctr, {
        endsOn: body.ends_on,
        reason: body.reason,
      });
      const account = await accounts.get(tx, actor, ended.account);
      return contractText(ended, await contracts.list(tx, account), account);
    },
  });
}

/** Signed contracts by their first day, then drafts that were never signed. */
async function allTexts(
  tx: Transaction,
  { contracts, contractDrafts }: ContractsRoutesDeps,
  account: BillingAccount,
): Promise<z.input<typeof contract>[]> {
  const all = await contracts.list(tx, account);
  const drafts = await contractDrafts.list(tx, account);
  return [
    ...all.map((one) => contractText(one, all, account)),
    ...drafts.filter(({ state }) => state !== 'signed').map(draftText),
  ];
}

function contractText(
  row: Contract,
  all: readonly Contract[],
  account: BillingAccount,
): z.input<typeof contract> {
  const inForce = contractInForceOn(all, account.today);
  const term = inForce?.contract.id === row.id ? inForce.term : undefined;
  const endsOn = term?.endsOn ?? row.endsOn;
  const next = contractInForceOn(all, endsOn);
  return {
    ...termsText(row),
    state: stateOn(row, all, account.today),
    ends_on: endsOn,
    signed_at: row.signedAt.toISOString(),
    in_force: term !== undefined,
    ended_on: row.endedOn ?? null,
    renews_on: next?.contract.id === row.id && next.term.number > 0 ? endsOn : null,
    notices: row.notices.map(({ licenseType, termStart, floor }) => ({
      license_type: licenseType,
      term_start: termStart,
      floor,
    })),
  };
}

function draftText(row: Draft): z.input<typeof contract> {
  return {
    ...termsText(row),
    state: row.state === 'discarded' ? 'ended' : 'draft',
    ends_on: addMonths(row.startsOn, row.months),
    signed_at: null,
    in_force: false,
    ended_on: null,
    renews_on: null,
    notices: [],
  };
}

function termsText(row: ContractInput & { id: string; account: string }) {
  const prices = Object.entries(row.prices).map(([type, price]) => [type, moneyText(price)]);
  return {
    id: row.id,
    billing_account: row.account,
    starts_on: row.startsOn,
    months: row.months,
    floors: { ...row.floors },
    prices: Object.fromEntries(prices),
    at_end: row.atEnd,
  };
}
