import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginStory, made, type Story, usd } from './story.ts';

let story: Story;
beforeAll(async () => {
  story = await beginStory();
});
afterAll(() => story.close());

/** “I ended up only using it for a week. Can I get a credit for the rest of the month?” */
test('no credit: a lower total gives nothing back and leaves the license usable', async () => {
  await story.buy({ totals: { crm: 2 } });
  await story.advance('2026-11-23T15:00:00Z');
  const { answer, facts } = await story.ask('can-i-get-a-credit');
  expect(answer).toMatch(/^No\. /);
  expect(answer).toContain('on 2026-11-16 for $95.00');
  expect(facts).toMatchObject({ credit_possible: false, usable_until: '2026-12-01' });

  const { quote, order } = await story.buy({ totals: { crm: 1 } });
  expect(quote.due_now).toEqual(usd('0.00'));
  expect(quote.lines[0]).toMatchObject({
    kind: 'license_decrease',
    amount: usd('0.00'),
    effective_on: '2026-12-01',
  });
  expect(order.status).toBe('completed');
  const during = await made(story.own.get(story.path));
  expect(during.licenses.crm).toMatchObject({
    total: 2,
    pending: { total: 1, effective_on: '2026-12-01' },
  });
});

test('the only reasons for a credit note are faults, never non-use', async () => {
  const { facts } = await story.ask('can-i-get-a-credit');
  expect(facts.credit_reasons).toEqual(['charged_in_error', 'outage', 'tax']);
  await story.advance('2026-12-02T15:00:00Z');
  const invoices = await made(story.own.get(`${story.path}/invoices`));
  const refused = await story.operator.post(`/v1/invoices/${invoices.data[0].id}/credit-notes`, {
    lines: [{ description: 'Not used', amount: '10.00' }],
    reason: 'not_used',
  });
  expect(refused.status).toBe(422);
});
