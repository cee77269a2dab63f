import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Transaction } from '../../src/database/transaction.ts';
import type { Verification } from '../../src/modules/reporting/index.ts';
import { beginStory, made, type Story } from '../acceptance/story.ts';
import { openAccount } from './billing-account.ts';

let story: Story;
beforeAll(async () => {
  story = await beginStory();
  await tellAMonth(story);
  await fallPastDue(story);
});
afterAll(() => story.close());

/** Licenses bought and lowered, a contract, calls, storage, and two renewals. */
async function tellAMonth({ own, operator, path, buy, hire, advance }: Story): Promise<void> {
  await made(
    operator.post(`${path}/contracts`, {
      starts_on: '2026-11-01',
      months: 6,
      floors: { crm: 2 },
      prices: { dialer: '85.00' },
      at_end: 'lapse',
    }),
  );
  await buy({ totals: { crm: 3, dialer_tab: 2, dialer: 2 }, minutes: '50.00' });
  const ann = await hire('Ann Lee', 'Basic User', ['dialer']);
  await made(
    own.put(`${path}/storage/objects/film`, {
      meter: 'files',
      kind: 'file',
      name: 'Film',
      bytes: 3_210_000_000,
      created_at: '2026-11-01T00:00:00Z',
      last_used_at: '2026-11-02T00:00:00Z',
    }),
  );
  for (const used_seconds of [61, 0, 599.5]) {
    const call = { activity: 'call.outbound', destination: '+12125550100', seconds: 600 };
    const granted = await made(own.post('/v1/authorizations', { ...call, employee: ann }));
    await made(own.post(`/v1/authorizations/${granted.id}/settle`, { used_seconds }));
  }
  const open = { activity: 'call.outbound', destination: '+12125550101', employee: ann };
  await made(own.post('/v1/authorizations', { ...open, seconds: 60 }));
  await advance('2026-12-03T15:00:00Z');
  await buy({ totals: { crm: 4, dialer: 1 } });
  await advance('2027-01-02T15:00:00Z');
}

/** Another account, whose renewal is declined until it is suspended, given more time, and paid. */
async function fallPastDue({ product, operator }: Story): Promise<void> {
  const account = await openAccount(product, { tokens: ['tok_ok', 'tok_decline'] });
  await account.buy({ totals: { crm: 1 } });
  await made(operator.delete(`/v1/funding-sources/${account.fundingSources[0]}`));
  await account.advance('2026-12-16T00:00:00Z');
  await made(operator.post(`/v1/billing-accounts/${account.id}/resume`, { reason: 'promised' }));
  await account.advance('2026-12-24T00:00:00Z');
  expect((await account.get('')).standing).toBe('suspended');
}

const verifyIn = (tx: Transaction): Promise<Verification> =>
  story.product.app.services.verifier.verify(tx);
const verify = () => story.product.open.database.read(verifyIn);

class PutBack extends Error {}

/** Changes a figure behind the product's back, looks, and takes the change back. */
async function tampered(table: string, set: string, where: string): Promise<string[]> {
  let told: string[] = [];
  const attempt = story.product.open.database.transaction(async (tx) => {
    await sql.raw(`alter table ${table} disable trigger user`).execute(tx);
    const changed = await sql.raw(`update ${table} set ${set} where ${where}`).execute(tx);
    expect(changed.numAffectedRows).toBeGreaterThan(0n);
    const { differences } = await verifyIn(tx);
    told = differences.map(({ check, figure }) => `${check}: ${figure}`);
    throw new PutBack();
  });
  await expect(attempt).rejects.toThrow(PutBack);
  return [...new Set(told)];
}

describe('verify', () => {
  test('finds nothing to say about what the product itself has charged', async () => {
    const { compared, differences, accounts } = await verify();
    expect(differences).toEqual([]);
    expect(accounts).toBe(2);
    for (const [check, figures] of compared) {
      expect(figures, `${check} compared something`).toBeGreaterThan(0);
    }
  });

  test.each([
    ['wallet_books', 'balance = balance + 1', 'true', 'balances: balance'],
    ['wallet_books', 'held = held + 1', 'true', 'balances: held'],
    ['wallet_journal', 'amount = amount + 1', 'sequence = 1', 'balances: balance after'],
    ['wallet_purchases', 'amount = amount + 1', 'true', 'balances: amount credited'],
    ['admission_authorizations', 'charged = charged + 1', 'charged > 0', 'usage charges: charge'],
    ['admission_authorizations', 'used_ms = 600001', 'charged > 0', 'usage charges: charge'],
    ['admission_authorizations', 'conditions = 0', 'charged > 0', 'usage charges: rate'],
    ['admission_conditions', 'price = price + 1', 'true', 'usage charges: price'],
    [
      'invoicing_lines',
      'amount = amount + 10000',
      "kind = 'license_increase' and position = 1",
      'license lines: amount',
    ],
    [
      'invoicing_lines',
      'unit_price = unit_price + 1',
      "kind = 'license_renewal'",
      'license lines: unit price',
    ],
    [
      'licensing_total_changes',
      'total = total + 1',
      "license_type = 'crm'",
      'license lines: quantity',
    ],
    ['storage_readings', 'bytes = bytes + 1', 'true', 'storage readings: bytes'],
    ['storage_readings', 'users = users + 1', 'true', 'storage readings: users'],
    ['storage_object_versions', 'bytes = bytes + 1000000000', 'true', 'storage readings: bytes'],
    ['invoicing_lines', 'amount = amount + 10000', "kind = 'storage'", 'storage fees: fee'],
    [
      'invoicing_documents',
      'net = net + 10000, total = total + 10000',
      "type = 'receipt'",
      'document sums: net',
    ],
    [
      'invoicing_open_items',
      'outstanding = outstanding + 10000',
      'true',
      'document sums: outstanding',
    ],
    [
      'invoicing_series',
      'last_number = last_number + 1',
      "code = 'test_invoice'",
      'document numbers: last number given',
    ],
    ['payments_dunning', "state = 'ended'", 'true', 'standing: over'],
    ['payments_dunning', "state = 'held'", 'true', 'standing: state'],
    [
      'payments_dunning',
      "suspends_at = suspends_at + interval '1 day'",
      'true',
      'standing: suspends at',
    ],
    [
      'accounts',
      'unpaid_suspends_at = null, unpaid_amount = null',
      'true',
      'standing: suspends at',
    ],
    ['accounts', 'unpaid_told = false', 'unpaid_told', 'standing: standing'],
    ['accounts', "suspended_at = '2026-11-01Z'", "time_zone <> 'UTC'", 'standing: standing'],
    [
      'accounts_standing_changes',
      "effective_at = effective_at + interval '1 hour'",
      'true',
      'standing: suspension written',
    ],
    [
      'invoicing_documents',
      `tax_terms = tax_terms || '{"notes": [{"kind": "exempt", "text": "made up"}]}'`,
      'true',
      'taxes: notes',
    ],
  ])('tells of %s with %s', async (table, set, where, expected) => {
    expect(await tampered(table, set, where)).toContain(expected);
  });

  test('misses an invoice that was removed: its number, and what it charged', async () => {
    let told: string[] = [];
    const attempt = story.product.open.database.transaction(async (tx) => {
      const of = `(select id from invoicing_documents where kind = 'renewal' order by id limit 1)`;
      const settled = ['invoicing_settlements', 'invoicing_open_items'];
      for (const table of [...settled, 'invoicing_lines', 'invoicing_documents']) {
        await sql.raw(`alter table ${table} disable trigger user`).execute(tx);
      }
      const lost = await sql.raw<{ id: string }>(of).execute(tx);
      const id = lost.rows[0]?.id;
      for (const table of settled) {
        await sql.raw(`delete from ${table} where invoice = '${id}'`).execute(tx);
      }
      await sql.raw(`delete from invoicing_lines where document = '${id}'`).execute(tx);
      await sql.raw(`delete from invoicing_documents where id = '${id}'`).execute(tx);
      const { differences } = await verifyIn(tx);
      told = differences.map(({ check, figure }) => `${check}: ${figure}`);
      throw new PutBack();
    });
    await expect(attempt).rejects.toThrow(PutBack);
    expect(told).toContain('document numbers: documents in the series');
    expect(told).toContain('license lines: quantity');
  });

  test('counts every difference, and says how far it is', async () => {
    const progress: string[] = [];
    const attempt = story.product.open.database.transaction(async (tx) => {
      await sql.raw('alter table invoicing_lines disable trigger user').execute(tx);
      await sql.raw('update invoicing_lines set amount = amount + 10000').execute(tx);
      const { verifier } = story.product.app.services;
      const found = await verifier.verify(tx, (done, total) =>
        progress.push(`${done} of ${total}`),
      );
      expect(found.differing.get('document sums')).toBeGreaterThan(0);
      throw new PutBack();
    });
    await expect(attempt).rejects.toThrow(PutBack);
    expect(progress).toEqual(['1 of 2', '2 of 2']);
  });

  test('knows the last storage fee of an account that was closed within a period', async () => {
    const other = await beginStory();
    const { own, operator, path, advance, product } = other;
    try {
      await made(
        own.put(`${path}/storage/objects/film`, {
          meter: 'files',
          kind: 'file',
          name: 'Film',
          bytes: 1_500_000_000,
          created_at: '2026-11-01T00:00:00Z',
          last_used_at: '2026-11-02T00:00:00Z',
        }),
      );
      await advance('2026-11-20T15:00:00Z');
      await made(operator.post(`${path}/close`));
      // The 17th to the 20th: 1 GB × $10.00 × 4 ÷ 30.
      const invoices = await made(own.get(`${path}/invoices`));
      expect(invoices.data[0].total).toEqual({ amount: '1.33', currency: 'USD' });
      await advance('2026-12-20T15:00:00Z');
      const check = (tx: Transaction) => product.app.services.verifier.verify(tx);
      expect((await product.open.database.read(check)).differences).toEqual([]);
    } finally {
      await other.close();
    }
  });

  test('is content again once everything is as it was', async () => {
    expect((await verify()).differences).toEqual([]);
  });
});
