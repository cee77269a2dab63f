import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenDatabase } from '../../src/database/connect.ts';
import { freshDatabase } from '../../src/database/test-database.ts';
import { connectionsOf } from '../../src/modules/admission/index.ts';

let open: OpenDatabase;
beforeAll(async () => {
  open = await freshDatabase();
});
afterAll(() => open.close());

test('a connection that is cut between two statements ends its work and not the process', async () => {
  const client = await open.pool.connect();
  const { rows } = await client.query('select pg_backend_pid() as pid');
  const gone = new Promise((resolve) => client.once('end', resolve));
  await open.pool.query('select pg_terminate_backend($1)', [rows[0].pid]);
  await gone;
  await expect(client.query('select 1')).rejects.toThrow();
  client.release(true);
  expect((await open.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
});

test('a batch that fails under its locks leaves the connection fit for the next one', async () => {
  await connectionsOf(open.lanes).use(async (connection) => {
    const failing = connection.transaction(() => connection.run('bad', 'select 1 / 0', []));
    await expect(failing).rejects.toMatchObject({ code: '22012' });
    expect(await connection.run('good', 'select 1 as one', [])).toEqual([{ one: 1 }]);
  });
});
