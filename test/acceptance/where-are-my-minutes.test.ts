import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginStory, made, type Story, usd } from './story.ts';

let story: Story;
beforeAll(async () => {
  story = await beginStory();
});
afterAll(() => story.close());

/** “I just bought another $100.00 worth of dialer minutes. How do I know they are there?” */
test('$100.00 just bought is on the balance, in money and in minutes, at once', async () => {
  await story.buy({ minutes: '25.00' });
  const { order } = await story.buy({ minutes: '100.00' });
  expect(order.status).toBe('completed');

  const minutes = await made(story.own.get(`${story.path}/minutes`));
  expect(minutes).toMatchObject({ balance: usd('125.00'), available: usd('125.00') });
  // $0.03 a minute at the base rate: 4,166 whole minutes and a little.
  expect(minutes.minutes_at_base_rate).toBe(4_166);

  const { answer, facts } = await story.ask('where-are-my-minutes');
  expect(answer).toContain('Your dialer minutes balance is $125.00');
  expect(answer).toContain('4,166 whole minutes');
  expect(answer).toContain('Your last purchase of $100.00 is on it');
  expect(facts).toMatchObject({
    balance: minutes.balance,
    minutes_at_base_rate: minutes.minutes_at_base_rate,
    last_purchase: { amount: usd('100.00'), balance_after: usd('125.00') },
  });

  const path = `/v1/companies/${story.company}/billing-information`;
  const information = await made(story.own.get(path));
  const [account] = information.billing_accounts;
  expect(account.minutes.balance).toEqual(usd('125.00'));
  expect(account.latest_receipts[0].total).toEqual(usd('100.00'));
});

test('a purchase by bank debit is shown as on its way until it has cleared', async () => {
  await made(
    story.own.post(`${story.path}/funding-sources`, {
      provider: 'sandbox',
      token: 'tok_ach_pending',
      default: true,
    }),
  );
  const { order } = await story.buy({ minutes: '40.00' });
  expect(order.status).toBe('payment_pending');
  const pending = await story.ask('where-are-my-minutes');
  expect(pending.facts).toMatchObject({
    balance: usd('125.00'),
    pending_purchases: usd('40.00'),
  });
  expect(pending.answer).toContain('Another $40.00 is on its way');
  await story.advance('2026-11-20T15:00:00Z');
  const cleared = await story.ask('where-are-my-minutes');
  expect(cleared.facts).toMatchObject({ balance: usd('165.00'), pending_purchases: usd('0.00') });
});
