import { connect, createServer, type Server, type Socket } from 'node:net';
import type { OpenDatabase } from '../../src/database/connect.ts';
import { freshDatabase } from '../../src/database/test-database.ts';
import { freeTcpPort } from './ports.ts';

/** A database that is reached by a cable, which a test can pull. */
export class DatabaseCable {
  readonly url: string;
  readonly #open: OpenDatabase;
  readonly #server: Server;
  readonly #ends = new Set<Socket>();
  #isPlugged = true;

  private constructor(open: OpenDatabase, port: number) {
    const { host, port: home = 5432, user, database } = open.target;
    this.#open = open;
    this.url = `postgres://${user}@127.0.0.1:${port}/${database}`;
    this.#server = createServer((near) => {
      if (!this.#isPlugged) return near.destroy();
      const far = connect(`${host}/.s.PGSQL.${home}`);
      for (const end of [near, far]) {
        this.#ends.add(end);
        end.on('error', () => undefined).on('close', () => this.#ends.delete(end));
      }
      near.pipe(far).pipe(near);
    });
    this.#server.listen(port, '127.0.0.1');
  }

  static async plugged(): Promise<DatabaseCable> {
    return new DatabaseCable(await freshDatabase(), await freeTcpPort());
  }

  pull(): void {
    this.#isPlugged = false;
    for (const end of this.#ends) end.destroy();
  }

  plug(): void {
    this.#isPlugged = true;
  }

  async close(): Promise<void> {
    this.pull();
    this.#server.close();
    await this.#open.close();
  }
}
