import {
  addDays,
  addMonths,
  daysBetween,
  type LocalDate,
  localDateAt,
  startOfDay,
} from '../../kernel/calendar.ts';
import type { DemoCaller } from './demo-caller.ts';
import { CALL_HOURS, callsOf, DAYS_WITH_CALLS, randomNumbers } from './demo-calls.ts';
import type { DemoClock } from './demo-clock.ts';
import { BUYER, SELLER } from './demo-parties.ts';
import {
  AGENTS,
  CONTRACT,
  emailOf,
  LEAVER,
  OFFICE,
  TOTALS,
  WITHOUT_DIALER,
} from './demo-people.ts';
import { OBJECTS } from './demo-storage.ts';

export const DEMO_EXTERNAL_ID = 'demo';
const TIME_ZONE = 'America/New_York';
const HOUR_MS = 3_600_000;
const CALL_MS = 600_000;
const HOURS_A_DAY = 24;
const SUNDAY = 0;
const SATURDAY = 6;

export interface DemoTelling {
  readonly api: DemoCaller;
  readonly clock: DemoClock;
  /** The real instant, at which the story ends. */
  readonly now: Date;
  /** Does what fell due on the way, as time would have. */
  readonly catchUp: (account: string) => Promise<void>;
}

/** What the demo's later parts refer to. */
interface World extends DemoTelling {
  readonly company: string;
  readonly account: string;
  /** Ids by first name. */
  readonly people: Map<string, string>;
  readonly today: string;
}

/** The first instant of the story: two whole billing periods before the present one. */
export function storyStart(now: Date): Date {
  const firstOfMonth = `${localDateAt(now, TIME_ZONE).slice(0, 8)}01`;
  return hourOf(addMonths(firstOfMonth, -2), 9);
}

/**
 * Tells the whole story through the API. Interrupted, it can be told again from the beginning:
 * what was done is answered as before and not done twice.
 */
export async function tellDemo(telling: DemoTelling): Promise<void> {
  const world = await openCompany(telling);
  await signAndBuy(world);
  await hirePeople(world);
  await passDays(world);
  await endToday(world);
}

async function openCompany(telling: DemoTelling): Promise<World> {
  const { api, clock, now } = telling;
  const company = await api.post(
    '/v1/companies',
    { name: 'Demo Company', external_id: DEMO_EXTERNAL_ID },
    'company',
  );
  const anchor = localDateAt(clock.now(), TIME_ZONE);
  const account = await api.post(
    `/v1/companies/${company.id}/billing-accounts`,
    { name: 'Main office', currency: 'USD', time_zone: TIME_ZONE, anchor_date: anchor },
    'account',
  );
  await api.put('/v1/sellers/default', SELLER);
  await api.put(`/v1/billing-accounts/${account.id}/buyer`, BUYER);
  const people = new Map<string, string>();
  const today = localDateAt(now, TIME_ZONE);
  return { ...telling, company: company.id, account: account.id, people, today };
}

async function signAndBuy(world: World): Promise<void> {
  const { api, account, clock } = world;
  await api.post(
    `/v1/billing-accounts/${account}/funding-sources`,
    { provider: 'sandbox', token: 'tok_ok', default: true },
    'funding-source',
  );
  const startsOn = localDateAt(clock.now(), TIME_ZONE);
  const contract = { ...CONTRACT, starts_on: startsOn };
  await api.post(`/v1/billing-accounts/${account}/contracts`, contract, 'contract');
  await buy(world, { totals: TOTALS, minutes: '200.00' }, 'first-order');
}

/** A quote and its order, by the name that the demo's administrator types. */
async function buy(world: World, what: object, key: string): Promise<void> {
  const { api, account } = world;
  const path = `/v1/billing-accounts/${account}`;
  const quote = await api.post(`${path}/quotes`, what, `${key}:quote`);
  const order = {
    quote: quote.id,
    authorized_by: { first_name: 'Dana', last_name: 'Whitfield' },
    terms_version: quote.terms.version,
  };
  await api.post(`${path}/orders`, order, `${key}:order`);
}

async function hirePeople(world: World): Promise<void> {
  const { api, company, account, people } = world;
  for (const person of [...OFFICE, ...AGENTS, LEAVER, WITHOUT_DIALER]) {
    const made = await api.post(
      `/v1/companies/${company}/employees`,
      {
        first_name: person.first,
        last_name: person.last,
        email: emailOf(person),
        permission_group: person.group,
      },
      `employee:${person.first}`,
    );
    people.set(person.first, made.id);
    for (const license of person.licenses) {
      const body = { billing_account: account, with_required: true };
      await api.put(`/v1/employees/${made.id}/licenses/${license}`, body);
    }
  }
}

/** One day after the other up to today: what is stored, who is called, what falls due. */
async function passDays(world: World): Promise<void> {
  const { clock, today } = world;
  const agents = AGENTS.map(({ first }) => world.people.get(first) ?? '');
  const firstDay = localDateAt(clock.now(), TIME_ZONE);
  for (let day = firstDay; day <= today; day = addDays(day, 1)) {
    const daysAgo = daysBetween(day, today);
    await storeThings(world, day, daysAgo);
    if (daysAgo <= DAYS_WITH_CALLS && !isWeekend(day)) await makeCalls(world, day, agents);
    // What falls due is the same whenever it is looked for; once a week is quicker than daily.
    if (new Date(`${day}T12:00:00Z`).getUTCDay() === SUNDAY) await world.catchUp(world.account);
  }
}

/** At nine in the morning of a day, so that it counts from the day after. */
async function storeThings(world: World, day: LocalDate, daysAgo: number): Promise<void> {
  const { api, account, clock, today } = world;
  for (const { id, daysOld, daysUnused, isDeleted, ...fields } of OBJECTS) {
    if (daysOld !== daysAgo) continue;
    clock.moveTo(hourOf(day, 9));
    const path = `/v1/billing-accounts/${account}/storage/objects/${id}`;
    const times = {
      created_at: hourOf(day, 9),
      last_used_at: hourOf(addDays(today, -daysUnused), 0),
    };
    await api.put(path, { ...fields, ...times });
    if (isDeleted === true) await api.delete(path);
  }
}

async function makeCalls(world: World, day: LocalDate, agents: readonly string[]): Promise<void> {
  for (const hour of CALL_HOURS) {
    const at = hourOf(day, hour);
    // The same calls for the same hour, also when the story is told again from the beginning.
    const random = randomNumbers(Number(day.replaceAll('-', '')) * HOURS_A_DAY + hour);
    const calls = callsOf(agents, random);
    if (at.getTime() + CALL_MS >= world.now.getTime()) continue;
    world.clock.moveTo(at);
    await makeCallsOfAnHour(world, `${day}T${hour}`, calls);
  }
}

async function makeCallsOfAnHour(
  world: World,
  name: string,
  calls: ReturnType<typeof callsOf>,
): Promise<void> {
  const { api, clock } = world;
  const authorize = calls.map(({ employee, destination }) => ({
    op: 'authorize',
    // Who is called in has no employee yet: the call takes a port of the account.
    ...(employee === undefined ? { billing_account: world.account } : { employee }),
    activity: employee === undefined ? 'call.inbound_acd' : 'call.outbound',
    destination,
    seconds: CALL_MS / 1_000,
  }));
  const path = '/v1/authorizations/batch';
  const granted = await api.post(path, { operations: authorize }, `calls:${name}`);
  clock.moveTo(new Date(clock.now().getTime() + CALL_MS));
  const results: { allowed?: boolean; id?: string }[] = granted.results;
  const settle = results.flatMap(({ id }, index) =>
    id === undefined
      ? []
      : [{ op: 'settle', authorization: id, used_seconds: calls[index]?.usedSeconds ?? 0 }],
  );
  if (settle.length > 0) await api.post(path, { operations: settle }, `ends:${name}`);
}

/** What is new today: the leaver hidden, and $100.00 of minutes bought. */
async function endToday(world: World): Promise<void> {
  const { api, clock, now, account } = world;
  clock.moveTo(new Date(now.getTime() - CALL_MS));
  await world.catchUp(account);
  await buy(world, { minutes: '100.00' }, 'minutes');
  clock.moveTo(now);
  await api.post(`/v1/employees/${world.people.get(LEAVER.first)}/hide`, {}, 'leaver');
}

function isWeekend(day: string): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return weekday === SUNDAY || weekday === SATURDAY;
}

function hourOf(day: LocalDate, hour: number): Date {
  return new Date(startOfDay(day, TIME_ZONE).getTime() + hour * HOUR_MS);
}
