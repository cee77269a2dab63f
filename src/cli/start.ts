import { Command } from 'commander';
import { pino } from 'pino';
import { readConfig } from '../config.ts';
import { openDatabase } from '../database/connect.ts';
import type { Company, Employee } from '../modules/companies/index.ts';
import { dataOption } from './data-option.ts';
import { loadDemo } from './demo/demo.ts';
import { startDemoPhones } from './demo/demo-today.ts';
import { portOption } from './port-option.ts';
import { type Running, serve } from './serve.ts';

export function startCommand(): Command {
  return new Command('start')
    .description('serve with a demo company, made at the first start, and print sign-in links')
    .addOption(dataOption())
    .addOption(portOption())
    .action(async (options: { data: string; port: number }) => {
      const demo = await makeDemo(options.data);
      const running = await serve(options, { logLevel: 'warn' });
      const phones = demo && (await startDemoPhones(running.app, running.open, demo));
      await greet(running, demo);
      await running.ended;
      phones?.stop();
    });
}

/** The demo company, or undefined where the data folder belongs to others. */
async function makeDemo(data: string): Promise<Company | undefined> {
  const config = readConfig(process.env);
  const log = pino({ level: 'warn' }, pino.destination(2));
  const open = await openDatabase({ url: config.databaseUrl, dataDirectory: data, log });
  const slow = setTimeout(() => console.log('Making the demo company …'), 500);
  try {
    return await loadDemo(open, config);
  } finally {
    clearTimeout(slow);
    await open.close();
  }
}

async function greet(running: Running, demo: Company | undefined): Promise<void> {
  const { app, address } = running;
  console.log(`\nTollkeeper is at ${address}\n`);
  const sysadmin = demo === undefined ? undefined : await sysadminOf(running, demo);
  if (demo !== undefined && sysadmin !== undefined) {
    const link = await app.signIn.employeeLink(sysadmin, address);
    console.log(`  As the Sysadmin of “${demo.name}”:  ${link.url}`);
  }
  const link = await app.signIn.operatorLink(address);
  console.log(`  As the operator:  ${link.url}`);
  console.log('\nEach link signs in once. Ctrl+C stops; everything stays in the data folder.');
}

async function sysadminOf(running: Running, demo: Company): Promise<Employee | undefined> {
  const { employees } = running.app.services;
  const shown = await running.open.database.read((tx) =>
    employees.list(tx, demo.id, { limit: 100, hidden: false }),
  );
  return shown.find(({ permissionGroup }) => permissionGroup === 'Administrator');
}
