import { assert } from '../../kernel/assert.ts';
import type { LocalDate } from '../../kernel/calendar.ts';
import {
  countryName,
  countryOfEuVatId,
  isEuMember,
  type Jurisdiction,
} from '../../kernel/country.ts';
import type { Address, Buyer, Seller } from '../parties/index.ts';
import type { AppliedTax, TaxCategory, TaxNote } from './tax-terms.ts';
import { type Exemption, holdsOn, parsePercent, type TaxVersion } from './tax-version.ts';

/** All that decides which taxes apply. */
export interface TaxFacts {
  readonly seller: Seller | undefined;
  readonly buyer: Buyer | undefined;
  /** Every version that is known, the oldest first. */
  readonly versions: readonly TaxVersion[];
  /** The account's certificates. */
  readonly exemptions: readonly Exemption[];
  readonly day: LocalDate;
}

/** The wording that EU law prescribes, and the article that shifts the tax. */
const REVERSE_CHARGE =
  'Reverse charge: the recipient accounts for the VAT (Articles 44 and 196 of Directive ' +
  '2006/112/EC).';

/**
 * Which taxes a sale bears: those of the buyer's country and region, where the operator has
 * published any. A buyer whose country is unknown is taxed as one at the seller's home. A business
 * with a VAT id in another EU country accounts for the VAT itself. A certificate takes away the
 * taxes of its jurisdiction. What is not charged for either reason is said on the document.
 */
export function decideTax(facts: TaxFacts): { taxes: AppliedTax[]; notes: TaxNote[] } {
  const { seller, buyer, versions, exemptions, day } = facts;
  if (seller !== undefined && buyer !== undefined && isReverseCharge(seller, buyer)) {
    return { taxes: [], notes: [{ kind: 'reverse_charge', text: REVERSE_CHARGE }] };
  }
  const place = buyer?.address ?? seller?.address;
  if (place === undefined) return { taxes: [], notes: [] };
  const taxes: AppliedTax[] = [];
  const notes = new Map<string, TaxNote>();
  for (const version of taxesOn(versions, jurisdictionsOf(place), day)) {
    const exemption = exemptions.find(
      (one) => holdsOn(one, day) && covers(one.jurisdiction, version.jurisdiction),
    );
    if (exemption === undefined) taxes.push(appliedTax(version));
    else notes.set(exemption.id, exemptNote(exemption));
  }
  return { taxes, notes: [...notes.values()] };
}

/** The country, and the region within it where it is known. */
function jurisdictionsOf({ country, region }: Address): Jurisdiction[] {
  return region === undefined ? [country] : [country, `${country}-${region}`];
}

/** The taxes in force on a day, the country's first, then by code. */
function taxesOn(
  versions: readonly TaxVersion[],
  jurisdictions: readonly Jurisdiction[],
  day: LocalDate,
): TaxVersion[] {
  return jurisdictions.flatMap((jurisdiction) => {
    const here = versions.filter((one) => one.jurisdiction === jurisdiction);
    const codes = [...new Set(here.map(({ code }) => code))].sort();
    return codes
      .map((code) =>
        here.findLast(
          (one) => one.code === code && (one.effectiveOn === null || one.effectiveOn <= day),
        ),
      )
      .filter((one) => one !== undefined)
      .filter(({ body }) => Object.keys(body.rates).length > 0);
  });
}

/** Both in the EU, in two countries, and the buyer known there by a VAT id. */
function isReverseCharge(seller: Seller, buyer: Buyer): boolean {
  const home = seller.address.country;
  const abroad = buyer.address?.country;
  if (abroad === undefined || abroad === home) return false;
  if (!isEuMember(home) || !isEuMember(abroad)) return false;
  if (countryOfEuVatId(seller.vat_id ?? '') === undefined) return false;
  return countryOfEuVatId(buyer.vat_id ?? '') === abroad;
}

function covers(certified: Jurisdiction, jurisdiction: Jurisdiction): boolean {
  return certified === jurisdiction || jurisdiction.startsWith(`${certified}-`);
}

function exemptNote({ id, certificate, reason, jurisdiction }: Exemption): TaxNote {
  const [country = '', region] = jurisdiction.split('-');
  const where = region === undefined ? countryName(country) : `${region}, ${countryName(country)}`;
  return {
    kind: 'exempt',
    text: `Exempt from tax in ${where}: ${reason} (certificate ${certificate}).`,
    exemption: id,
  };
}

function appliedTax({ jurisdiction, code, version, body }: TaxVersion): AppliedTax {
  const rates = Object.entries(body.rates).map(([category, percent]) => {
    const partsPerMillion = parsePercent(percent);
    assert(partsPerMillion !== undefined, 'a published rate is a percentage');
    return [category, partsPerMillion];
  });
  return {
    jurisdiction,
    code,
    name: body.name,
    version,
    rates: Object.fromEntries(rates) as Partial<Record<TaxCategory, number>>,
    isIncluded: body.prices_include,
  };
}
