import type { ConnectionTarget } from './connect.ts';
import type { DatabaseLog } from './log.ts';

export interface EmbeddedDatabase {
  readonly target: ConnectionTarget;
  readonly dataDirectory: string;
  stop(): Promise<void>;
}

export async function startEmbedded(_options: {
  dataDirectory: string;
  log: DatabaseLog;
}): Promise<EmbeddedDatabase> {
  throw new Error('The embedded database is being written.');
}
