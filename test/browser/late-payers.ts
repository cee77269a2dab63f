import type { Json } from '../api/product.ts';

/** Calls the API with the operator's key; fails where it refuses. */
export type Call = (method: string, path: string, body?: unknown) => Promise<Json>;

export interface LatePayers {
  readonly company: string;
  readonly account: string;
  /** Their own clock, a few days after the renewal. */
  readonly clock: string;
}

/** A company whose card is declined at its renewal, on a clock of its own. */
export async function companyPastDue(call: Call, name = 'Late Payers'): Promise<LatePayers> {
  const company = (await call('POST', '/companies', { name })).id;
  const clock = (await call('POST', '/test-clocks', { now: '2026-11-20T12:00:00Z' })).id;
  const account = (
    await call('POST', `/companies/${company}/billing-accounts`, {
      name: 'Main',
      currency: 'USD',
      time_zone: 'UTC',
      anchor_date: '2026-11-01',
      test_clock: clock,
    })
  ).id;
  const card = (token: string) =>
    call('POST', `/billing-accounts/${account}/funding-sources`, {
      provider: 'sandbox',
      token,
      default: true,
    });
  const good = await card('tok_ok');
  const quote = await call('POST', `/billing-accounts/${account}/quotes`, { totals: { crm: 2 } });
  await call('POST', `/billing-accounts/${account}/orders`, {
    quote: quote.id,
    authorized_by: { first_name: 'Lee', last_name: 'Late' },
    terms_version: quote.terms.version,
  });
  await card('tok_decline');
  await call('DELETE', `/funding-sources/${good.id}`);
  await call('POST', `/test-clocks/${clock}/advance`, { now: '2026-12-03T12:00:00Z' });
  return { company, account, clock };
}
