import type { Transaction } from '../../database/transaction.ts';
import { money } from '../../kernel/money.ts';
import { taxBeyond, taxOf } from '../invoicing/index.ts';
import type { SellersAndBuyers } from '../parties/index.ts';
import { decideTax, type Taxes, type TaxTerms } from '../taxes/index.ts';
import type { Comparison } from './difference.ts';
import type { DocumentRow } from './documents.ts';

export interface TaxHistoryDeps {
  readonly parties: SellersAndBuyers;
  readonly taxes: Taxes;
}

/** Decides the terms of a document again, by the versions that it names. */
export type DecideAgain = (document: DocumentRow) => Pick<TaxTerms, 'taxes' | 'notes'>;

/** Loads what an account's tax terms follow from: every version ever, since none changes. */
export async function taxHistory(
  tx: Transaction,
  { parties, taxes }: TaxHistoryDeps,
  account: string,
): Promise<DecideAgain> {
  const sellers = await parties.sellers(tx);
  const buyers = await parties.buyers(tx, account);
  const versions = await taxes.versions(tx);
  const certificates = await taxes.exemptions(tx, account);
  return ({ taxTerms: { basis } }) => {
    if (basis === undefined) return { taxes: [], notes: [] };
    const { day, revision, exemptions } = basis;
    return decideTax({
      day,
      seller: sellers.find(
        ({ code, version }) => code === basis.seller?.code && version === basis.seller.version,
      )?.body,
      buyer: buyers.find(({ version }) => version === basis.buyer)?.body,
      versions: versions.filter((one) => one.revision <= BigInt(revision)),
      // A certificate that was withdrawn since held when the document was issued.
      exemptions: certificates
        .filter(({ id }) => exemptions.includes(id))
        .map((one) => ({ ...one, validTo: null })),
    });
  };
}

/**
 * A document's terms decided again, and its tax computed again from its lines. Credit notes share
 * the tax of their invoice between them, in the order of issue: `earlier` are those before it.
 */
export function compareTaxes(
  comparison: Comparison,
  document: DocumentRow,
  earlier: readonly DocumentRow[],
  decideAgain: DecideAgain,
  currency: string,
): void {
  const subject = document.number;
  const { taxes, notes } = decideAgain(document);
  comparison.same(subject, 'terms', canonical(taxes), canonical(document.taxTerms.taxes));
  comparison.same(subject, 'notes', canonical(notes), canonical(document.taxTerms.notes));
  const past = earlier.filter(({ kind }) => (kind === 'tax') === (document.kind === 'tax'));
  const terms = { taxes, notes };
  const before = taxOf(taxedLines(past, currency), terms, currency);
  const all = taxOf(taxedLines([...past, document], currency), terms, currency);
  const expected = taxBeyond(all, before);
  const found = document.taxes.filter(({ net, amount }) => net !== 0n || amount !== 0n);
  comparison.same(subject, 'rates', expected.length, found.length);
  for (const [index, line] of expected.entries()) {
    const figure = `${line.name} ${line.jurisdiction} ${line.partsPerMillion}`;
    comparison.same(subject, `net of ${figure}`, line.net.micros, found[index]?.net);
    comparison.same(subject, `tax ${figure}`, line.amount.micros, found[index]?.amount);
  }
}

function taxedLines(documents: readonly DocumentRow[], currency: string) {
  return documents.flatMap(({ lines }) =>
    lines.map((line) => ({ category: line.taxCategory, amount: money(line.amount, currency) })),
  );
}

/** Terms as text, in one order of their fields: jsonb keeps an order of its own. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
