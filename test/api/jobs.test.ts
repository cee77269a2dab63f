import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAccount } from './billing-account.ts';
import { type Product, startProduct } from './product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

describe('POST /v1/jobs/failures/{ba}/retry', () => {
  test('tries what fails at once, and it stands in the audit log who had it tried', async () => {
    const { id, company } = await openAccount(product);
    const retry = () => product.operator.post(`/v1/jobs/failures/${id}/retry`);
    expect((await retry()).body).toMatchObject({ status: 404, code: 'not_found' });
    const failing = { reason: 'The printer is on fire.', failures: 7 };
    await product.open.pool.query(
      `insert into jobs_failures (account, reason, failures, failing_since, retry_at)
       values ($1, $2, $3, now(), '2199-01-01')`,
      [id, failing.reason, failing.failures],
    );
    const { body } = await retry();
    expect(body).toMatchObject({ billing_account: id, ...failing });
    expect(body.retry_at < '2199').toBe(true);
    const path = `/v1/companies/${company}/audit?subject=${id}`;
    const [entry] = (await product.operator.get(path)).body.data;
    expect(entry).toMatchObject({ action: 'due_work.retried', after: failing });
    expect(entry.actor).toMatchObject({ kind: 'api_key', name: 'Key given at start' });
  });
});
