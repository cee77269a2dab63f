import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginStory, made, type Story } from './story.ts';

let story: Story;
beforeAll(async () => {
  story = await beginStory();
  await made(
    story.operator.post(`${story.path}/contracts`, {
      starts_on: '2026-11-01',
      months: 12,
      floors: { dialer: 4 },
      prices: { dialer: '85.00' },
      at_end: 'lapse',
    }),
  );
  await story.buy({ totals: { crm: 6, dialer_tab: 5, dialer: 5 } });
});
afterAll(() => story.close());

/** “It tells me that I cannot lower them past my contracted amount. Why is this?” */
test('a total below the contracted amount is refused with floor, end and from when', async () => {
  const refused = await story.own.post(`${story.path}/quotes`, { totals: { dialer: 3 } });
  expect([refused.status, refused.body.code]).toEqual([409, 'below_contract_floor']);
  expect(refused.body.details).toMatchObject({
    floor: 4,
    contract_ends_on: '2027-11-01',
    possible_from: '2027-11-01',
  });

  const one = await story.buy({ totals: { dialer: 4 } });
  expect(one.order.status).toBe('completed');
  await story.advance('2026-12-01T06:00:00Z');
  const { answer, facts } = await story.ask('why-cannot-lower-licenses');
  expect(answer).toContain('You signed a 12-month service contract for at least 4 Dialer');
  expect(answer).toContain('2027-11-01');
  const byType = Object.fromEntries(
    facts.license_types.map((type: { license_type: string }) => [type.license_type, type]),
  );
  expect(byType.dialer).toMatchObject({
    total: 4,
    can_be_lowered: false,
    code: 'below_contract_floor',
    floor: 4,
    contract_ends_on: '2027-11-01',
  });
  expect(byType.crm).toMatchObject({ total: 6, can_be_lowered: true });
});

test('after its end the total can be lowered', async () => {
  await story.advance('2027-11-01T06:00:00Z');
  const { answer, facts } = await story.ask('why-cannot-lower-licenses');
  expect(answer).toContain('No contract is in force.');
  expect(facts.contract).toBeNull();
  for (const type of facts.license_types) expect(type.can_be_lowered).toBe(true);
});
