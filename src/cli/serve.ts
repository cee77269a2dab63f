import { Command } from 'commander';
import { pino } from 'pino';
import { type App, createApp } from '../app.ts';
import { type Config, readConfig } from '../config.ts';
import { type OpenDatabase, openDatabase } from '../database/connect.ts';
import { dataOption } from './data-option.ts';
import { listenOnFreePort, portOption } from './port-option.ts';

export function serveCommand(): Command {
  return new Command('serve')
    .description('serve the API and the console; an empty data folder gets the shipped catalog')
    .addOption(dataOption())
    .addOption(portOption())
    .action(async (options: { data: string; port: number }) => {
      const running = await serve(options);
      console.log(`Tollkeeper is at ${running.address}`);
      await inviteFirstOperator(running);
      await running.ended;
    });
}

/** Without a key and without anybody who could sign in, a link is the only way in. */
async function inviteFirstOperator({ app, address }: Running): Promise<void> {
  if (readConfig(process.env).operatorKey !== undefined || (await app.signIn.hasOperator())) return;
  const { url } = await app.signIn.operatorLink(address);
  console.log(`Sign in once as the first operator: ${url}`);
}

/** A product that serves until the process is told to stop. */
export interface Running {
  readonly app: App;
  readonly open: OpenDatabase;
  readonly address: string;
  /** Settles when everything that was accepted is finished and the database is closed. */
  readonly ended: Promise<void>;
}

/** Opens the database, puts the product together and listens on loopback. */
export async function serve(
  options: { data: string; port: number },
  settings: Partial<Config> = {},
): Promise<Running> {
  const config = { ...readConfig(process.env), ...settings };
  // Structured lines go to the error output: the standard one is for the person who started it.
  const log = pino({ level: config.logLevel }, pino.destination(2));
  const open = await openDatabase({
    url: config.databaseUrl,
    dataDirectory: options.data,
    log,
  });
  try {
    const app = await createApp({ open, config, log });
    const { address, note } = await listenOnFreePort(app, options.port);
    if (note !== undefined) console.log(note);
    return { app, open, address, ended: stopOnSignal(app, open) };
  } catch (error) {
    await open.close();
    throw error;
  }
}

/** On the first SIGINT or SIGTERM: no new requests, finish the accepted ones, close, end. */
function stopOnSignal(app: App, open: OpenDatabase): Promise<void> {
  return new Promise((resolve, reject) => {
    let stopping = false;
    const stop = () => {
      if (stopping) return;
      stopping = true;
      app
        .close()
        .then(() => open.close())
        .then(resolve, reject);
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });
}
