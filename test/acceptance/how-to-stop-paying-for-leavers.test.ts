import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginStory, made, type Story, usd } from './story.ts';

let story: Story;
beforeAll(async () => {
  story = await beginStory();
});
afterAll(() => story.close());

/** “I’m dropping several users near the end of the month. What do I need to do?” */
test('hiding lowers nothing by itself, and lowering the totals stops the next bill', async () => {
  await story.buy({ totals: { crm: 3, dialer_tab: 3, dialer: 3 } });
  const ids = [];
  for (const name of ['Ann Lee', 'Bea Ito', 'Cal Roe']) {
    ids.push(await story.hire(name, 'Basic User', ['dialer']));
  }
  const hidden = await made(story.own.post(`/v1/employees/${ids[0]}/hide`));
  expect(hidden.still_paying_for).toHaveLength(3);
  for (const left of hidden.still_paying_for) {
    expect(left).toMatchObject({ total: 3, assigned: 2, could_be: 2, from: '2026-12-01' });
  }
  await made(story.own.post(`/v1/employees/${ids[1]}/hide`));

  const { answer, facts, remedies } = await story.ask('how-to-stop-paying-for-leavers');
  expect(answer).toContain('it never lowers what you pay for');
  expect(facts.hidden_employees.sort()).toEqual(['Ann Lee', 'Bea Ito']);
  expect(facts.still_paying_for).toHaveLength(3);
  // Two of each: 2 × ($95.00 + $25.00 + $100.00).
  expect(facts.saves_per_month).toEqual(usd('440.00'));
  expect(remedies[0].action).toBe('lower_totals');

  const totals = Object.fromEntries(
    facts.still_paying_for.map((left: { license_type: string; could_be: number }) => [
      left.license_type,
      left.could_be,
    ]),
  );
  const { quote } = await story.buy({ totals });
  expect(quote.recurring_next).toEqual(usd('220.00'));
  await story.advance('2026-12-01T06:00:00Z');
  const invoices = await made(story.own.get(`${story.path}/invoices`));
  expect(invoices.data[0].total).toEqual(usd('220.00'));
  const later = await story.ask('how-to-stop-paying-for-leavers');
  expect(later.facts.still_paying_for).toEqual([]);
});
