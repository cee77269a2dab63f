import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenDatabase } from '../../database/connect.ts';
import { freshDatabase } from '../../database/test-database.ts';

let open: OpenDatabase;
beforeAll(async () => {
  open = await freshDatabase();
});
afterAll(() => open.close());

test('smoke', async () => {
  const { rows } = await open.pool.query('select admission_charge($1,10001,0,1,1,30000,0) c', [
    'voice',
  ]);
  expect(rows[0].c).toBe(5001n);
});
