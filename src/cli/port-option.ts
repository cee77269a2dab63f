import { InvalidArgumentError, Option } from 'commander';
import type { App } from '../app.ts';

/** Registered to nobody, and easy to type. */
const USUAL_PORT = 8787;
/** How many further ports are tried before it is said that none is free. */
const TRIES_MAX = 20;

/** `--port`; 0 takes any free one. */
export function portOption(): Option {
  return new Option('--port <number>', 'the port on loopback; the next free one where it is taken')
    .env('TOLLKEEPER_PORT')
    .default(USUAL_PORT)
    .argParser((text) => {
      const port = Number(text);
      if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
      throw new InvalidArgumentError('A port is a whole number from 0 to 65535.');
    });
}

/** Listens on `port`, or on the next free one; `note` says so where that happened. */
export async function listenOnFreePort(
  app: Pick<App, 'listen'>,
  port: number,
): Promise<{ address: string; note: string | undefined }> {
  for (let tried = 0; ; tried += 1) {
    try {
      const address = await app.listen(port === 0 ? 0 : port + tried);
      const note = tried === 0 ? undefined : `Port ${port} is taken, so this is the next free one.`;
      return { address, note };
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken || tried >= TRIES_MAX) throw error;
    }
  }
}
