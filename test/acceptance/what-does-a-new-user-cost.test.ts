import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginStory, type Story, usd } from './story.ts';

let story: Story;
beforeAll(async () => {
  story = await beginStory();
});
afterAll(() => story.close());

/** “I want to bring on a new user this week. Can I prorate the amount I pay for this month?” */
test('a new user is prorated to the days left, and costs exactly what was answered', async () => {
  await story.buy({ totals: { crm: 1, dialer_tab: 1, dialer: 1 } });
  await story.hire('Ann Lee', 'Basic User', ['dialer']);

  const { answer, facts, remedies } = await story.ask('what-does-a-new-user-cost');
  expect(answer).toContain('Yes, new licenses are prorated automatically');
  expect(answer).toContain('15 of 30 days');
  // ($95.00 + $25.00 + $100.00) × 15 ÷ 30.
  expect(facts).toMatchObject({ due_now: usd('110.00'), recurring: usd('220.00') });
  expect(remedies[0]).toMatchObject({ action: 'buy_licenses', due_now: usd('110.00') });

  const { quote, order } = await story.buy({ totals: { crm: 2, dialer_tab: 2, dialer: 2 } });
  expect(quote.due_now).toEqual(facts.due_now);
  expect(order.receipt.total).toEqual(facts.due_now);
  for (const line of order.receipt.lines) expect(line.days_charged).toBe(15);
});

test('what is paid for and held by nobody is offered before anything is bought', async () => {
  const { answer, facts } = await story.ask('what-does-a-new-user-cost');
  expect(facts).toMatchObject({ due_now: usd('0.00'), lines: [] });
  expect(answer).toContain('So the next new user costs nothing more');
  expect(facts.beyond_spare).toEqual({ due_now: usd('110.00'), recurring: usd('220.00') });
});
