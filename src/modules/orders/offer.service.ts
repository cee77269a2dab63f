import type { Transaction } from '../../database/transaction.ts';
import { MICROS_PER_UNIT, type Money, moneyText } from '../../kernel/money.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import type { BillingAccount } from '../accounts/index.ts';
import { type Catalog, type CatalogSnapshot, versionOn } from '../catalog/index.ts';
import {
  type DocumentLine,
  type Invoicing,
  increaseLine,
  minutesLine,
  type PriceSource,
  type Totals,
  taxText,
} from '../invoicing/index.ts';
import {
  changesNothing,
  type IncreaseLine,
  type Licensing,
  planFigures,
  type TotalsPlan,
} from '../licensing/index.ts';
import { type QuoteFigures, type QuoteRequest, readMinutes } from './quote.ts';

/** What a request would do and cost at the account's instant. Follows from its state alone. */
export interface Offer {
  readonly plan: TotalsPlan;
  readonly changesLicenses: boolean;
  /** Before tax. */
  readonly minutes?: Money;
  /** What is charged: increases and minutes. Decreases cost nothing and are not among them. */
  readonly lines: readonly DocumentLine[];
  readonly totals: Totals;
  readonly figures: QuoteFigures;
}

export interface Offers {
  /** Refuses what `licensing.plan` refuses, and `invalid_value` and `nothing_to_change`. */
  make(tx: Transaction, account: BillingAccount, request: QuoteRequest): Promise<Offer>;
}

export interface OffersDeps {
  readonly catalog: Catalog;
  readonly licensing: Licensing;
  readonly invoicing: Invoicing;
}

/** More than anybody is charged at once; keeps every sum within its column. */
const DUE_UNITS_MAX = 1_000_000_000_000n;

export function createOffers({ catalog, licensing, invoicing }: OffersDeps): Offers {
  return {
    async make(tx, account, request) {
      if (account.standing === 'closed') throw new Refusal('account_closed');
      const minutes = minutesOf(request, account.currency);
      const plan = await licensing.plan(tx, account, {
        totals: request.totals,
        effectiveOn: request.effectiveOn,
        unassign: request.unassign,
      });
      if (changesNothing(plan) && minutes === undefined) throw new Refusal('nothing_to_change');
      const snapshot = await catalog.load(tx);
      const lines = planLines(plan, snapshot, account);
      if (minutes !== undefined) lines.push(minutesLine(minutes, account.today));
      const totals = await invoicing.totals(tx, account, lines);
      if (totals.total.micros > DUE_UNITS_MAX * MICROS_PER_UNIT) {
        throw new Refusal('invalid_value', {
          message: say('At most {most} {currency} are charged at once.', {
            most: String(DUE_UNITS_MAX),
            currency: account.currency,
          }),
          pointer: '/totals',
        });
      }
      return {
        plan,
        changesLicenses: !changesNothing(plan),
        ...(minutes !== undefined && { minutes }),
        lines,
        totals,
        figures: figuresOf(plan, minutes, totals, account),
      };
    },
  };
}

function minutesOf(request: QuoteRequest, currency: string): Money | undefined {
  if (request.minutes === undefined) return undefined;
  const minutes = readMinutes(request.minutes, currency);
  if (!('wrong' in minutes)) return minutes;
  const message = `/minutes: ${minutes.wrong}.`; // Its pointer, as for every other value.
  throw new Refusal('invalid_value', { message, pointer: '/minutes' });
}

/** What a plan charges today, as lines of a document. Decreases cost nothing and have none. */
export function planLines(
  plan: TotalsPlan,
  snapshot: CatalogSnapshot,
  account: Pick<BillingAccount, 'today' | 'period'>,
): DocumentLine[] {
  const nameOf = (code: string) =>
    versionOn(snapshot, 'license_type', code, account.today)?.body.name ?? code;
  return plan.lines
    .filter((line) => line.kind === 'license_increase')
    .map((line) => documentLine(line, nameOf(line.licenseType), account));
}

function documentLine(
  line: IncreaseLine,
  name: string,
  account: Pick<BillingAccount, 'period'>,
): DocumentLine {
  const source: PriceSource =
    line.priceSource.kind === 'contract'
      ? { from: 'contract', contract: line.priceSource.contract }
      : { from: 'catalog', code: line.licenseType, version: line.priceSource.version };
  return increaseLine({ ...line, name, priceSource: source, period: account.period });
}

/** The figures as the API shows them; see `sameFigures`. */
function figuresOf(
  plan: TotalsPlan,
  minutes: Money | undefined,
  totals: Totals,
  account: BillingAccount,
): QuoteFigures {
  const { lines, ...others } = planFigures(plan);
  const bought =
    minutes === undefined
      ? []
      : [
          {
            kind: 'minutes',
            quantity: 1,
            unit_price: moneyText(minutes),
            amount: moneyText(minutes),
            effective_on: account.today,
          },
        ];
  return {
    ...others,
    lines: [...(lines as unknown[]), ...bought],
    taxes: totals.taxes.map(taxText),
    tax_notes: totals.taxTerms.notes.map(({ text }) => text),
    tax: moneyText(totals.tax),
    due_now: moneyText(totals.total),
  };
}
