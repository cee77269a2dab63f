import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRenewalWork } from '../../src/app.ts';
import type { OpenDatabase } from '../../src/database/connect.ts';
import { freshDatabase } from '../../src/database/test-database.ts';
import { daysBetween, localDateAt, startOfDay } from '../../src/kernel/calendar.ts';
import { periodStart } from '../../src/kernel/period.ts';
import { createServices } from '../../src/services.ts';

// Chatham: 45 minutes; Santiago and Beirut change at midnight; Lord Howe by half an hour.
const ZONES = [
  'UTC',
  'America/New_York',
  'Europe/London',
  'America/Santiago',
  'Asia/Beirut',
  'Pacific/Chatham',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
] as const;
/** Every day of a long month, and the one day that most years do not have. */
const ANCHORS = [
  ...Array.from({ length: 31 }, (_, n) => `2027-01-${String(n + 1).padStart(2, '0')}`),
  '2024-02-29',
];
const OPENED = new Date('2027-01-31T18:00:00Z');
/** How far the clock jumps between two runs: punctual, late by a weekend, by a month, by four. */
const JUMPS_HOURS = [1, 5, 24, 61, 7, 24 * 33, 3, 24 * 15, 24 * 128, 24 * 9, 24 * 200];
const END = new Date('2029-04-02T05:00:00Z');

interface Swept {
  readonly id: string;
  readonly zone: string;
  readonly anchor: string;
  /** The period that it was opened in is n = 0 of these. */
  readonly opened: number;
}

let open: OpenDatabase;
const accounts: Swept[] = [];

beforeAll(async () => {
  open = await freshDatabase();
  for (const zone of ZONES) {
    for (const anchor of ANCHORS) {
      const today = localDateAt(OPENED, zone);
      let opened = Math.round(daysBetween(anchor, today) / 30.4) - 2;
      while (periodStart(anchor, opened + 1) <= today) opened += 1;
      accounts.push({ id: `ba_${accounts.length}`, zone, anchor, opened });
    }
  }
  const first = accounts.map(({ anchor, opened }) => periodStart(anchor, opened + 1));
  await open.pool.query("insert into companies (id, name, created_at) values ('co_1', 'A', now())");
  await open.pool.query(
    `insert into accounts (id, company, name, currency, time_zone, anchor_date, opened_at,
       renewed_until, next_renewal_at)
     select id, 'co_1', id, 'USD', zone, anchor, $6, day, at
     from unnest($1::text[], $2::text[], $3::date[], $4::date[], $5::timestamptz[])
       as seeded(id, zone, anchor, day, at)`,
    [
      accounts.map(({ id }) => id),
      accounts.map(({ zone }) => zone),
      accounts.map(({ anchor }) => anchor),
      first,
      accounts.map(({ zone }, index) => startOfDay(first[index] ?? '', zone)),
      OPENED,
    ],
  );
  await open.pool.query(
    "insert into wallet_books (account, currency) select id, 'USD' from accounts",
  );
  await open.pool.query(
    `insert into licensing_total_changes (account, license_type, total, kind, effective_on,
       effective_at, ordered_at, told)
     select id, 'crm', 1, 'increase', '2027-01-31', $1, $1, true from accounts`,
    [OPENED],
  );
});
afterAll(() => open.close());

/** Runs what is due, and jumps on, until the end. */
async function renewThrough(): Promise<void> {
  let now = OPENED;
  const clock = { now: () => now };
  const services = createServices(open, clock);
  const log = { error: (details: object, message: string) => console.error(message, details) };
  const run = createRenewalWork(open, services, log);
  for (let turn = 0; ; turn += 1) {
    await Promise.all([run.work({ batch: 40 }), run.work({ batch: 40 })]);
    if (now.getTime() === END.getTime()) return;
    const hours = JUMPS_HOURS[turn % JUMPS_HOURS.length] ?? 1;
    now = new Date(Math.min(now.getTime() + hours * 3_600_000, END.getTime()));
  }
}

test('every day is charged once, by its own first instant, whatever the zone and the outage', async () => {
  await renewThrough();
  const { rows } = await open.pool.query<{
    account: string;
    start: string;
    until: string;
    days: number;
    issued_on: string;
    issued_at: Date;
    quantity: string;
  }>(
    `select account, document.period_start as start, document.period_end as until,
       days_charged as days, issued_on, issued_at, quantity
     from invoicing_documents document join invoicing_lines on document = id
     order by account, document.number`,
  );
  const byAccount = Map.groupBy(rows, ({ account }) => account);
  for (const { id, zone, anchor, opened } of accounts) {
    const invoices = byAccount.get(id) ?? [];
    let n = opened + 1;
    for (const invoice of invoices) {
      expect(invoice.start, `${anchor} in ${zone}`).toBe(periodStart(anchor, n));
      expect(invoice.until).toBe(periodStart(anchor, n + 1));
      expect(invoice.days).toBe(daysBetween(invoice.start, invoice.until));
      expect(invoice.issued_at).toEqual(startOfDay(invoice.start, zone));
      expect(invoice.issued_on).toBe(invoice.start);
      n += 1;
    }
    // The next one is not due, and the last one was.
    expect(startOfDay(periodStart(anchor, n), zone) > END).toBe(true);
    expect(startOfDay(periodStart(anchor, n - 1), zone) <= END).toBe(true);
  }
  const { verifier } = createServices(open, { now: () => END });
  const verification = await open.database.read((tx) => verifier.verify(tx));
  expect(verification.differences).toEqual([]);
}, 120_000);
