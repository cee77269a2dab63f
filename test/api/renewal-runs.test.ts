import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAccount, usd } from './billing-account.ts';
import { type Product, startProduct } from './product.ts';

/** How far the product's clock is ahead of the machine's. */
let aheadMs = 0;
const clock = { now: () => new Date(Date.now() + aheadMs) };
let product: Product;
beforeAll(async () => {
  product = await startProduct({ clock });
});
afterAll(() => product.close());

const get = async (path: string) => (await product.operator.get(path)).body;

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200 && !(await isTrue()); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('/v1/renewal-runs', () => {
  test('shows before, what it does, what failed and why, and how it went on', async () => {
    const today = clock.now().toISOString().slice(0, 10);
    const open = () => openAccount(product, { realTime: true, anchor: today });
    const [well, broken] = [await open(), await open()];
    await well.buy({ totals: { crm: 2 } });
    await broken.buy({ totals: { crm: 1 } });
    expect(await get('/v1/renewal-runs/current')).toMatchObject({ due: 0, failed: 0 });

    const month = new Date(clock.now().getTime() + 33 * 86_400_000).toISOString();
    const { data: preview } = await get(`/v1/renewal-runs/preview?until=${month}`);
    expect(preview).toMatchObject([
      { billing_account: well.id, total: usd('190.00'), previous: null, difference: usd('190.00') },
      { billing_account: broken.id, total: usd('95.00') },
    ]);
    expect(await get('/v1/renewal-runs/preview')).toMatchObject({ data: [] });

    // Behind the product's back: a total of a type that never had a price cannot be charged.
    const { pool } = product.open;
    await pool.query(
      `insert into licensing_total_changes (account, license_type, total, kind, effective_on,
         effective_at, ordered_at, told)
       values ($1, 'never_priced', 1, 'increase', $2, $3, $3, true)`,
      [broken.id, today, clock.now()],
    );
    aheadMs = 33 * 86_400_000;
    const failures = async () => (await get('/v1/renewal-runs/failures')).data;
    await until(async () => (await failures()).length > 0 && (await well.invoices()).length > 0);
    expect(await well.invoices()).toMatchObject([{ kind: 'renewal', total: usd('190.00') }]);
    const [failed] = await failures();
    expect(failed).toMatchObject({ billing_account: broken.id });
    expect(failed.reason).toContain('never_priced');
    expect(await get('/v1/renewal-runs/current')).toMatchObject({ due: 1, failed: 1 });
    // The batch is counted once all of it has been through.
    await until(async () => (await get('/v1/renewal-runs')).data.length > 0);
    expect(await get('/v1/renewal-runs')).toMatchObject({ data: [{ accounts: 1, invoices: 1 }] });

    await pool.query('alter table licensing_total_changes disable trigger append_only');
    await pool.query(`delete from licensing_total_changes where license_type = 'never_priced'`);
    await pool.query('alter table licensing_total_changes enable trigger append_only');
    const retry = `/v1/renewal-runs/failures/${broken.id}/retry`;
    expect(await product.operator.post(retry)).toMatchObject({ status: 200 });
    const audit = await get(`/v1/companies/${broken.company}/audit?subject=${broken.id}`);
    expect(audit.data).toContainEqual(
      expect.objectContaining({
        action: 'renewal.retried',
        actor: expect.objectContaining({ kind: 'api_key' }),
      }),
    );
    await until(async () => (await broken.invoices()).length > 0);
    expect(await broken.invoices()).toMatchObject([{ total: usd('95.00') }]);
    await until(async () => (await get('/v1/renewal-runs/current')).run.status === 'done');
    expect(await get('/v1/renewal-runs/current')).toMatchObject({
      run: { status: 'done' },
      due: 0,
      failed: 0,
      seconds_left: null,
    });
    expect(await product.operator.post(retry)).toMatchObject({ status: 404 });
  });

  test('is the operator’s alone', async () => {
    const { company } = await openAccount(product);
    const keys = `/v1/companies/${company}/api-keys`;
    const { body } = await product.operator.post(keys, { name: 'Own', scopes: ['read'] });
    const own = product.as(body.key);
    for (const path of ['', '/current', '/failures', '/preview']) {
      expect((await own.get(`/v1/renewal-runs${path}`)).status).toBe(403);
    }
  });
});
