import { openDatabase } from '../connect.ts';

/**
 * A process that owns (or is refused) the embedded PostgreSQL of the folder that it is given.
 * It tells its parent what happened; asked to `write`, it commits one row after another and
 * names each once it is committed; at SIGTERM it finishes its last row before it closes.
 */
export type OwnerMessage =
  | { readonly opened: string }
  | { readonly refused: string }
  | { readonly committed: number };

const [dataDirectory, role] = process.argv.slice(2);

function tell(message: OwnerMessage): void {
  process.send?.(message);
}

let ending = false;
process.on('SIGTERM', () => {
  ending = true;
});

try {
  const { database: _database, ...open } = await openDatabase({
    dataDirectory,
    guest: role === 'guest',
  });
  tell({ opened: open.description });
  await open.pool.query('create table if not exists kept (id integer primary key)');
  for (let id = 1; !ending; id += 1) {
    if (role === 'write') {
      try {
        await open.pool.query('insert into kept values ($1)', [id]);
        tell({ committed: id });
        continue;
      } catch {
        // The server is gone for a moment: whether this row was committed is unknown.
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  if (role === 'write') {
    await open.pool.query('select pg_sleep(0.2); insert into kept values (0)');
    tell({ committed: 0 });
  }
  await open.close();
} catch (error) {
  tell({ refused: error instanceof Error ? error.message : String(error) });
  process.exitCode = 1;
} finally {
  process.disconnect?.();
}
