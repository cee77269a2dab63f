import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import type { OpenDatabase } from '../database/connect.ts';
import { dataOption } from './data-option.ts';

/** The port that `start` takes unless told otherwise. */
const usualPort = 8787;

export function doctorCommand(): Command {
  return new Command('doctor')
    .description('say whether everything that Tollkeeper needs is here and works')
    .addOption(dataOption())
    .action(async ({ data }: { data: string }) => {
      const checks = [checkNode(), ...(await checkDatabase(data)), await checkPort()];
      for (const { works, text } of checks) console.log(`${works ? '✓' : '✗'} ${text}`);
      if (checks.some(({ works }) => !works)) process.exitCode = 1;
    });
}

interface Check {
  readonly works: boolean;
  readonly text: string;
}

function checkNode(): Check {
  const text = `Node ${process.versions.node} (${process.execPath})`;
  return { works: true, text };
}

/** Opens the database that `start` would use; where there is none yet, an empty one to try. */
async function checkDatabase(data: string): Promise<Check[]> {
  const url = process.env.DATABASE_URL;
  const isNew = url === undefined && !existsSync(path.join(data, 'postgres'));
  const tried = isNew ? mkdtempSync(path.join(os.tmpdir(), 'tollkeeper-doctor-')) : data;
  const folder = {
    works: true,
    text: isNew
      ? `Data folder ${data}: nothing there yet; the database was tried in a temporary one`
      : `Data folder ${data}`,
  };
  const { openDatabase } = await import('../database/connect.ts');
  try {
    const open = await openDatabase({ url, dataDirectory: tried, guest: true, poolSize: 2 });
    try {
      const database = { works: true, text: `Database: ${open.description}` };
      const found = [database, await checkMigrations(open)];
      return url === undefined ? [folder, ...found] : found;
    } finally {
      await open.close();
    }
  } catch (error) {
    return [folder, { works: false, text: `Database: ${reasonOf(error)}` }];
  } finally {
    if (isNew) rmSync(tried, { recursive: true, force: true });
  }
}

async function checkMigrations(open: OpenDatabase): Promise<Check> {
  const { migrationStatus } = await import('../database/migrate.ts');
  try {
    const { applied, pending } = await migrationStatus(open.pool);
    const rest = pending.length === 0 ? 'none to come' : `${pending.length} to come at the start`;
    return { works: true, text: `Migrations: ${applied} applied, ${rest}` };
  } catch (error) {
    return { works: false, text: `Migrations: ${reasonOf(error)}` };
  }
}

/** A port in use is no fault: `start` takes the next one, or this is Tollkeeper itself. */
async function checkPort(): Promise<Check> {
  const server = createServer();
  const free = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(usualPort, '127.0.0.1', () => resolve(true));
  });
  server.close();
  const text = free ? 'is free' : 'is in use; start would take the next free one';
  return { works: true, text: `Port ${usualPort} ${text}` };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
