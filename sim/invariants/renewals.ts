import type { Invariant } from './invariant.ts';

export const renewals: Invariant = {
  name: 'periods follow one another, each invoiced at most once',
  async broken(client, account) {
    const base = `/v1/billing-accounts/${account.id}`;
    const { period } = (await client.get(base)).body;
    const invoices = (await client.all(`${base}/invoices`)).filter(
      ({ kind }) => kind === 'renewal',
    );
    const starts = invoices.map((invoice) => invoice.period.start);
    const twice = starts.filter((start, index) => starts.indexOf(start) !== index);
    const late = starts.filter((start) => start > period.start);
    const owned = [...account.totals.values()].some((total) => total > 0);
    const missing =
      owned && account.contracts.length === 0 && invoices.length > 0 && starts[0] !== period.start;
    return [
      ...twice.map((start) => `the period from ${start} was invoiced twice`),
      ...late.map((start) => `the period from ${start} was invoiced before it began`),
      ...(missing ? [`the period from ${period.start} was not invoiced`] : []),
    ];
  },
};
