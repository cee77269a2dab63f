import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '../../src/database/test-database.ts';
import { SYSTEM } from '../../src/kernel/actor.ts';
import { money } from '../../src/kernel/money.ts';
import type { Granted } from '../../src/modules/admission/index.ts';
import { World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await new World(await freshDatabase()).found();
});
afterAll(() => world.open.close());

/** A fresh account of the same database. */
async function fresh(minutes = '1.00'): Promise<World> {
  await world.found();
  await world.order({ crm: 10, dialer_tab: 10, dialer: 10, flex_port: 3 });
  if (minutes !== '0') await world.buyMinutes(minutes);
  return world;
}

const usd = (micros: bigint) => money(micros, 'USD');

async function authorize(
  { services, actor, account }: World,
  more: Record<string, unknown> = {},
): Promise<Granted> {
  const request = { billingAccount: account.id, activity: 'call.inbound_acd', ...more };
  const answer = await services.admission.authorize(actor, request);
  if (!answer.allowed) throw new Error(`refused: ${answer.reasons}`);
  return answer;
}

async function refusedCodes(w: World, more: Record<string, unknown>): Promise<string[]> {
  const request = { billingAccount: w.account.id, activity: 'call.inbound_acd', ...more };
  const answer = await w.services.admission.authorize(w.actor, request);
  if (answer.allowed) throw new Error('it was granted');
  return JSON.parse(answer.reasons).map(({ code }: { code: string }) => code);
}

test('a call is held for, extended, and charged for what it used', async () => {
  const w = await fresh();
  const call = await authorize(w, { wantedMs: 30_000 });
  expect(call).toMatchObject({ grantedMs: 30_000, final: false, places: ['flex_port'] });
  expect(call.hold).toEqual(usd(3_000n));
  expect(call.expiresAt).toEqual(new Date(w.clock.now().getTime() + 180_000));
  const { admission } = w.services;
  const longer = await admission.extend(w.actor, call.id, { usedMs: 25_000, wantedMs: 30_000 });
  expect(longer).toMatchObject({ grantedMs: 55_000, final: false });
  expect(await admission.extend(w.actor, call.id, { usedMs: 25_000, wantedMs: 30_000 })).toEqual(
    longer,
  );
  const settled = await admission.settle(w.actor, call.id, { usedMs: 40_001 });
  expect(settled).toMatchObject({ charged: usd(4_100n), balance: usd(995_900n), overrun: false });
  expect(await w.book()).toEqual({ balance: 995_900n, held: 0n, inUse: { flex_port: 0 } });
});

test('the published case: 75 seconds, chunks of 30, two calls at once', async () => {
  const w = await fresh('0.0075');
  const one = await authorize(w, { wantedMs: 30_000 });
  const other = await authorize(w, { wantedMs: 30_000 });
  expect([one.grantedMs, other.grantedMs]).toEqual([30_000, 30_000]);
  const { admission } = w.services;
  const more = await admission.extend(w.actor, one.id, { usedMs: 30_000, wantedMs: 30_000 });
  expect(more).toMatchObject({ grantedMs: 45_000, final: true });
  const none = await admission.extend(w.actor, other.id, { usedMs: 30_000, wantedMs: 30_000 });
  expect(none).toMatchObject({ grantedMs: 30_000, final: true });
  await w.buyMinutes('0.0010');
  const again = await admission.extend(w.actor, other.id, { usedMs: 30_000, wantedMs: 10_000 });
  expect(again).toMatchObject({ grantedMs: 40_000, final: false });
  await admission.settle(w.actor, one.id, { usedMs: 45_000 });
  await admission.settle(w.actor, other.id, { usedMs: 40_000 });
  expect(await w.book()).toMatchObject({ balance: 0n, held: 0n });
});

test('usage beyond the hold is charged in full, marked, and goes below zero', async () => {
  const w = await fresh('0.0060');
  const call = await authorize(w);
  const settled = await w.services.admission.settle(w.actor, call.id, { usedMs: 90_000 });
  expect(settled).toMatchObject({ charged: usd(9_000n), balance: usd(-3_000n), overrun: true });
  expect(await refusedCodes(w, {})).toEqual(['insufficient_minutes']);
  await w.buyMinutes('0.0100');
  expect((await w.book()).balance).toBe(7_000n);
});

test('the first settlement stands: another figure is answered alike and marked', async () => {
  const w = await fresh();
  const { admission } = w.services;
  const call = await authorize(w);
  const first = await admission.settle(w.actor, call.id, { usedMs: 10_000 });
  expect(await admission.settle(w.actor, call.id, { usedMs: 10_000 })).toEqual(first);
  const other = await admission.settle(w.actor, call.id, { usedMs: 50_000 });
  expect(other).toEqual({ ...first, conflict: true });
  expect((await w.book()).balance).toBe(999_000n);
});

test('a settlement below what was reported before charges what was reported', async () => {
  const w = await fresh();
  const { admission } = w.services;
  const call = await authorize(w);
  await admission.extend(w.actor, call.id, { usedMs: 50_000, wantedMs: 30_000 });
  const settled = await admission.settle(w.actor, call.id, { usedMs: 20_000 });
  expect(settled).toMatchObject({ charged: usd(5_000n), conflict: true });
});

test('an expired lease frees its port at once, charges what was reported, never revives', async () => {
  const w = await fresh();
  const { admission } = w.services;
  const [first, second] = await Promise.all([authorize(w), authorize(w), authorize(w)]);
  expect(await refusedCodes(w, {})).toEqual(['insufficient_ports']);
  await admission.extend(w.actor, first.id, { usedMs: 20_000, wantedMs: 10_000 });
  w.clock.advance(60 + 120 + 30);
  const next = await authorize(w);
  expect((await w.book()).inUse).toEqual({ flex_port: 1 });
  expect((await w.book()).balance).toBe(998_000n);
  const dead = await admission.extend(w.actor, first.id, { usedMs: 30_000, wantedMs: 60_000 });
  expect(dead).toMatchObject({ grantedMs: 60_000, final: true, expiresAt: first.expiresAt });
  const late = await admission.settle(w.actor, first.id, { usedMs: 30_000 });
  expect(late).toMatchObject({ charged: usd(1_000n), late: true, balance: usd(997_000n) });
  expect(await admission.settle(w.actor, first.id, { usedMs: 30_000 })).toEqual(late);
  const whole = await admission.settle(w.actor, second.id, { usedMs: 5_000 });
  expect(whole).toMatchObject({ charged: usd(500n), late: true });
  await admission.release(w.actor, next.id);
  expect(await w.book()).toEqual({ balance: 996_500n, held: 0n, inUse: { flex_port: 0 } });
});

test('the operation that finds its own lease expired is decided on the ended lease', async () => {
  const w = await fresh();
  const { admission } = w.services;
  const call = await authorize(w);
  await admission.extend(w.actor, call.id, { usedMs: 10_000, wantedMs: 10_000 });
  w.clock.advance(1_000);
  const late = await admission.settle(w.actor, call.id, { usedMs: 15_000 });
  expect(late).toMatchObject({ charged: usd(500n), balance: usd(998_500n), late: true });
  expect(await w.book()).toEqual({ balance: 998_500n, held: 0n, inUse: { flex_port: 0 } });
});

test('release gives back and charges nothing, and the first one says how it ended', async () => {
  const w = await fresh();
  const { admission } = w.services;
  const call = await authorize(w);
  expect(await admission.release(w.actor, call.id)).toEqual({ id: call.id, outcome: 'released' });
  expect(await admission.release(w.actor, call.id)).toEqual({ id: call.id, outcome: 'released' });
  expect(await w.book()).toEqual({ balance: 1_000_000n, held: 0n, inUse: { flex_port: 0 } });
  const settled = await authorize(w);
  await admission.settle(w.actor, settled.id, { usedMs: 1 });
  expect((await admission.release(w.actor, settled.id)).outcome).toBe('settled');
});

test('a seat is taken once per employee and freed with the last lease', async () => {
  const w = await fresh();
  await w.order({ dialer: 1 }).catch(() => undefined);
  const { admission } = w.services;
  const one = await w.hire(['dialer']);
  const login = { employee: one, billingAccount: undefined, activity: 'dialer.login' };
  const first = await authorize(w, login);
  expect(first.grantedMs).toBe(300_000);
  const call = await authorize(w, { ...login, activity: 'call.outbound' });
  expect((await w.book()).inUse).toEqual({ dialer_tab: 1, dialer: 1 });
  await admission.release(w.actor, first.id);
  expect((await w.book()).inUse).toEqual({ dialer_tab: 1, dialer: 1 });
  await admission.settle(w.actor, call.id, { usedMs: 0 });
  expect((await w.book()).inUse).toEqual({ dialer_tab: 0, dialer: 0 });
});

test('a full pool of seats refuses the next employee and admits those within', async () => {
  await world.found();
  const w = world;
  await w.order({ crm: 10, dialer_tab: 2, dialer: 1 });
  const [one, other] = [await w.hire(['dialer']), await w.hire(['dialer'])];
  const login = (employee: string) => ({
    employee,
    billingAccount: undefined,
    activity: 'dialer.login',
  });
  await authorize(w, login(one));
  expect(await refusedCodes(w, login(other))).toEqual(['seats_exhausted']);
  await authorize(w, login(one));
});

test('the two confusions cannot happen: permission, license and port are different answers', async () => {
  const w = await fresh('0');
  const nobody = await w.hire(['crm']);
  const ask = (activity: string, employee = nobody) =>
    refusedCodes(w, { employee, billingAccount: undefined, activity });
  expect(await ask('dialer.login')).toEqual(['license_not_assigned']);
  expect(await ask('call.monitor')).toEqual(['permission_denied', 'insufficient_ports']);
  expect(await ask('voice_message.send')).toEqual(['insufficient_ports', 'insufficient_minutes']);
  const request = { employee: nobody, activity: 'dialer.login' };
  const answer = await w.services.admission.authorize(w.actor, request);
  if (answer.allowed) throw new Error('granted');
  const [reason] = JSON.parse(answer.reasons);
  expect(reason.details).toEqual({ missing: ['dialer_tab', 'dialer'] });
  expect(reason.remedies[0].action).toBe('assign_license');
});

test('all ports in use says since when and by whom, and what one more costs', async () => {
  const w = await fresh();
  const sender = await w.hire(['flex_port']);
  const send = { employee: sender, billingAccount: undefined, activity: 'voice_message.send' };
  for (let count = 0; count < 3; count += 1) await authorize(w, send);
  const answer = await w.services.admission.authorize(w.actor, send);
  if (answer.allowed) throw new Error('granted');
  const [reason] = JSON.parse(answer.reasons);
  expect(reason).toMatchObject({
    code: 'insufficient_ports',
    details: {
      cause: 'all_ports_in_use',
      total: 3,
      in_use: 3,
      by_activity: { 'voice_message.send outbound': 3 },
    },
    remedies: [{ action: 'buy_licenses', recurring: { amount: '45.00', currency: 'USD' } }],
  });
  expect(reason.admin_message).toContain('are in use (3 × Send a voice message)');
  expect(reason.details.held_by).toHaveLength(3);
});

test('a changed fact holds from the very next question', async () => {
  const w = await fresh();
  const { admission, licensing, accounts } = w.services;
  const employee = await w.hire(['dialer']);
  const login = { employee, billingAccount: undefined, activity: 'dialer.login' };
  const lease = await authorize(w, login);
  const call = await authorize(w, { ...login, activity: 'call.outbound' });
  await w.open.database.transaction((tx) => accounts.suspend(tx, SYSTEM, w.account.id, 'unpaid'));
  expect(await refusedCodes(w, login)).toEqual(['account_suspended']);
  await w.open.database.transaction((tx) => accounts.resume(tx, SYSTEM, w.account.id, 'paid'));
  await authorize(w, login);
  await w.open.database.transaction((tx) => licensing.hide(tx, SYSTEM, employee));
  expect(await refusedCodes(w, login)).toEqual(['employee_hidden', 'license_not_assigned']);
  expect((await admission.release(w.actor, lease.id)).outcome).toBe('ended');
  const extended = await admission.extend(w.actor, call.id, { usedMs: 50_000, wantedMs: 60_000 });
  expect(extended).toMatchObject({ grantedMs: 60_000, final: true });
  const settled = await admission.settle(w.actor, call.id, { usedMs: 60_000 });
  expect(settled).toMatchObject({ charged: usd(6_000n), late: false });
  expect((await w.book()).inUse).toEqual({ dialer_tab: 0, dialer: 0 });
});

test('another company finds nothing', async () => {
  const w = await fresh();
  const call = await authorize(w);
  const { admission } = w.services;
  const foreign = { ...w.actor, company: 'co_other' };
  const request = { billingAccount: w.account.id, activity: 'call.inbound_acd' };
  await expect(admission.authorize(foreign, request)).rejects.toMatchObject({ code: 'not_found' });
  await expect(admission.release(foreign, call.id)).rejects.toMatchObject({ code: 'not_found' });
  await expect(admission.settle(w.actor, 'auth_0', { usedMs: 1 })).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('no rate refuses, and says where to', async () => {
  const w = await fresh();
  const { catalog } = w.services;
  await w.open.database.transaction((tx) =>
    catalog.publish(tx, SYSTEM, {
      kind: 'rate',
      code: 'voice/882/any',
      body: {
        kind: 'voice',
        prefix: '882',
        prices: { EUR: '9.00' },
        first_seconds: 60,
        next_seconds: 60,
        connection_fees: {},
      },
    }),
  );
  expect(await refusedCodes(w, { destination: '+88212345' })).toEqual(['no_rate']);
});

test('messages are charged by the segment', async () => {
  const w = await fresh();
  const employee = await w.hire(['crm']);
  const text = await authorize(w, {
    employee,
    billingAccount: undefined,
    activity: 'text.send',
    segments: 3,
  });
  expect(text.hold).toEqual(usd(30_000n));
  const settled = await w.services.admission.settle(w.actor, text.id, { usedMs: 0, segments: 2 });
  expect(settled.charged).toEqual(usd(20_000n));
});
