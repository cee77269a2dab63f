import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginStory, made, type Story } from './story.ts';

let story: Story;
beforeAll(async () => {
  story = await beginStory();
  await story.buy({ totals: { crm: 5, flex_port: 3 }, minutes: '50.00' });
});
afterAll(() => story.close());

const send = { activity: 'voice_message.send', destination: '+12125550100' };

/** “A user keeps getting an ‘insufficient ports’ error message. What gives?” */
test('a user without a Flex Port license is told so while ports are free', async () => {
  const ann = await story.hire('Ann Lee', 'Basic User', ['crm']);
  const refused = await story.authorize({ ...send, employee: ann });
  expect(refused.allowed).toBe(false);
  expect(refused.reasons.map((reason: { code: string }) => reason.code)).toEqual([
    'insufficient_ports',
  ]);
  expect(refused.reasons[0].details.cause).toBe('no_flex_port_license');
  const { facts, answer } = await story.ask('why-insufficient-ports', ann);
  expect(facts).toMatchObject({ cause: 'no_flex_port_license', total: 3, in_use: 0, free: 3 });
  expect(answer).toContain('Ann Lee');
});

test('a user with a license is told that all ports are in use, for what and by whom', async () => {
  const people = await Promise.all(
    ['Bea Ito', 'Cal Roe', 'Deb Ash'].map((name) => story.hire(name, 'Basic User', ['flex_port'])),
  );
  for (const employee of people) {
    const granted = await story.authorize({ ...send, employee, seconds: 600 });
    expect(granted.allowed).toBe(true);
  }
  const eve = await story.hire('Eve Orr', 'Basic User', ['flex_port']);
  const refused = await story.authorize({ ...send, employee: eve });
  expect(refused.reasons[0].code).toBe('insufficient_ports');
  expect(refused.reasons[0].details.cause).toBe('all_ports_in_use');

  const { facts, answer } = await story.ask('why-insufficient-ports', eve);
  expect(facts).toMatchObject({ cause: 'all_ports_in_use', total: 3, in_use: 3, free: 0 });
  expect(facts.leases).toHaveLength(3);
  expect(answer).toContain('All 3 Flex Port licenses you pay for are in use');

  const general = await story.ask('why-insufficient-ports');
  expect(general.facts.cause).toBe('all_ports_in_use');
  const [remedy] = general.remedies;
  // One more port for half of the period: $45.00 × 15 ÷ 30.
  expect(remedy).toMatchObject({
    due_now: { amount: '22.50', currency: 'USD' },
    recurring: { amount: '45.00', currency: 'USD' },
  });
});

test('what it says agrees with the list of ports', async () => {
  const ports = await made(story.own.get(`${story.path}/ports`));
  const { facts } = await story.ask('why-insufficient-ports');
  expect([facts.total, facts.in_use, facts.free]).toEqual([ports.total, ports.in_use, ports.free]);
});
