import { expect, test } from 'vitest';
import { migrate, readMigrations } from '../../src/database/migrate.ts';
import { freshDatabase } from '../../src/database/test-database.ts';

/** The first migration that gives an authorization one row. */
const ONE_ROW = 36;

const GRANT = `company, account, employee, activity, direction, destination, reference, meter, rate,
  rate_version, price, fee, first_seconds, next_seconds, segments, granted_at, granted_ms, used_ms,
  expires_at, hold, ports, seats`;
const VOICE = `'co_1', 'ba_1', null, 'call.inbound_acd', 'inbound', '+1212', 'ref', 'voice',
  'voice/default/inbound', 1, 20000, 5, 60, 60, null, '2026-11-01Z', 60000, 42000,
  '2026-11-01 01:00Z', 20000, '{flex_port}', '{}'`;
const UNMETERED = `'co_1', 'ba_1', 'emp_1', 'dialer.login', null, null, null, 'none', null, null,
  null, null, null, null, null, '2026-11-02Z', 300000, 0, '2026-11-02 01:00Z', 0, '{}',
  '{dialer_tab,dialer}'`;
const MESSAGE = `'co_1', 'ba_1', 'emp_1', 'text.send', 'outbound', '+49', null, 'sms',
  'sms/default/any', 2, 9500, 0, 0, 0, 3, '2026-11-03Z', 60000, 0, null, 0, '{}', '{}'`;
const END = `outcome, ended_at, reported_end, charged, balance_after, settled_ms, settled_segments,
  overrun, conflict`;

const BEFORE = `
  insert into companies (id, name, created_at) values ('co_1', 'One', now());
  insert into accounts (id, company, name, currency, time_zone, anchor_date, opened_at,
                        renewed_until, next_renewal_at)
    values ('ba_1', 'co_1', 'One', 'USD', 'UTC', '2026-11-01', now(), '2027-01-01', '2027-01-01');
  insert into wallet_books (account, currency, balance, last_sequence, next_expiry_at)
    values ('ba_1', 'USD', 99, 2, '2026-11-01 01:00Z');
  insert into wallet_journal (account, sequence, kind, debit_book, credit_book, amount,
                              balance_after, subject, occurred_at)
    values ('ba_1', 1, 'purchase', 'purchases', 'balance', 100, 100, 'pur_1', '2026-11-01Z'),
           ('ba_1', 2, 'usage', 'balance', 'usage', 1, 99, 'auth_3', '2026-11-01Z');
  insert into admission_leases (id, ring_ms, final, ${GRANT})
    values ('auth_1', 120000, false, ${VOICE}), ('auth_2', 0, true, ${UNMETERED});
  insert into admission_usage_records (lease, part, ${GRANT}, ${END})
    values ('auth_3', 1, ${VOICE}, 'expired', '2026-11-01 02:00Z', null, 1, 99, null, null, true,
            false),
           ('auth_3', 2, ${VOICE}, 'late', '2026-11-01 03:00Z', '2026-11-01 02:30Z', 0, 99, 7, null,
            false, true),
           ('use_1', 1, ${MESSAGE}, 'unauthorized', '2026-11-03Z', '2026-11-03Z', 28500, -5, 0, 3,
            false, false)`;

const TOLD = [
  'select * from admission_leases order by id',
  'select * from admission_usage_records order by lease, part',
  'select * from wallet_journal order by sequence',
];

test('what was granted, used and charged before stands as it was once each has one row', async () => {
  const open = await freshDatabase();
  try {
    await open.pool.query('drop schema public cascade; create schema public');
    const all = readMigrations();
    await migrate(
      open.pool,
      all.filter(({ number }) => number < ONE_ROW),
    );
    await open.pool.query(BEFORE);
    const before = [];
    for (const text of TOLD) before.push((await open.pool.query(text)).rows);
    await migrate(open.pool, all);
    for (const [index, text] of TOLD.entries()) {
      const { rows } = await open.pool.query(text);
      expect(rows.length).toBeGreaterThan(1);
      expect(rows).toMatchObject(before[index] ?? []);
    }
  } finally {
    await open.close();
  }
});

test('an authorization that has ended never changes, and none is removed', async () => {
  const open = await freshDatabase();
  try {
    await open.pool.query(
      `insert into admission_authorizations (granted_at, granted_ms, used_ms, hold, conditions,
         final, id, account) values (now(), 0, 0, 0, 1, false, 'auth_1', 'ba_1');
       update admission_authorizations set outcome = 'settled'`,
    );
    const again = open.pool.query('update admission_authorizations set charged = 1');
    await expect(again).rejects.toThrow('an authorization ends once: auth_1 has ended');
    await expect(open.pool.query('delete from admission_authorizations')).rejects.toThrow(
      'admission_authorizations is append-only',
    );
  } finally {
    await open.close();
  }
});
