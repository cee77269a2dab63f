import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { type BillSimulation, simulateBill } from '../app.ts';
import { ConfigurationError, readConfig } from '../config.ts';
import { openDatabase } from '../database/connect.ts';
import { systemClock } from '../kernel/clock.ts';
import { moneyOf, sayMoney } from '../kernel/money.ts';
import { createServices } from '../services.ts';
import { readCount } from './count-option.ts';
import { dataOption } from './data-option.ts';

const INVOICES_MAX = 36;

interface SimulateOptions {
  readonly data: string;
  readonly whatIf?: string;
  readonly invoices?: number;
  readonly json?: boolean;
}

export function simulateBillCommand(): Command {
  return new Command('simulate-bill')
    .description('show the next invoices of a billing account under a what-if')
    .argument('<billing-account>', 'its id, ba_…')
    .addOption(dataOption())
    .option('--what-if <file>', 'JSON, the body of POST /v1/billing-accounts/{ba}/simulations')
    .option('--invoices <n>', 'how many', readCount(INVOICES_MAX))
    .option('--json', 'print the answer as the API gives it')
    .action(async (account: string, options: SimulateOptions) => {
      const { databaseUrl } = readConfig(process.env);
      const { data: dataDirectory } = options;
      const open = await openDatabase({ url: databaseUrl, dataDirectory, guest: true });
      try {
        const services = createServices(open, systemClock);
        const supposed = suppositionOf(options);
        const simulation = await simulateBill(open, services, { account, supposed });
        if (options.json === true) console.log(JSON.stringify(simulation, null, 2));
        else for (const line of summary(simulation)) console.log(line);
      } finally {
        await open.close();
      }
    });
}

function suppositionOf({ whatIf, invoices }: SimulateOptions): object {
  const read = whatIf === undefined ? {} : readJson(whatIf);
  return invoices === undefined ? read : { ...read, invoices };
}

function readJson(file: string): object {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ConfigurationError(`${file} cannot be read as JSON: ${why}`);
  }
}

/** One line for each charge and invoice, in the order of their days, and their lines below. */
function summary(simulation: BillSimulation): string[] {
  const { charges, invoices, total, total_as_things_stand: standing, difference } = simulation;
  const dated = [
    ...charges.map((one) => ({ ...one, what: 'receipt' })),
    ...invoices.map((one) => ({ ...one, on: one.due_on, what: 'invoice' })),
  ].sort((left, right) => (left.on < right.on ? -1 : 1));
  return [
    ...dated.flatMap(({ on, what, lines, total: amount }) => [
      `${on}  ${what}  ${say(amount)}`,
      ...lines.map((line) => `    ${line.description}  ${say(line.amount)}`),
    ]),
    `Together ${say(total)}; as things stand ${say(standing)}; difference ${say(difference)}.`,
  ];
}

function say({ amount, currency }: { amount: string; currency: string }): string {
  return sayMoney(moneyOf(amount, currency));
}
