import { describe, expect, it } from 'vitest';
import type { Address, Buyer, Seller } from '../parties/index.ts';
import { decideTax } from './tax-rule.ts';
import { type Exemption, parsePercent, type TaxVersion } from './tax-version.ts';

const at = (country: string, region?: string): Address => ({
  line1: 'Street 1',
  city: 'Town',
  country,
  ...(region !== undefined && { region }),
});
const seller: Seller = {
  legal_name: 'Seller',
  address: at('DE'),
  vat_id: 'DE123456789',
  number_prefix: '',
};
const buyer = (address: Address, vat_id?: string): Buyer => ({
  legal_name: 'Buyer',
  address,
  vat_id,
});

let revision = 0n;
function version(
  jurisdiction: string,
  code: string,
  rates: TaxVersion['body']['rates'],
  effectiveOn: string | null = null,
): TaxVersion {
  revision += 1n;
  const body = { name: code.toUpperCase(), rates, prices_include: false };
  const publishedAt = new Date(0);
  return {
    revision,
    jurisdiction,
    code,
    version: Number(revision),
    body,
    effectiveOn,
    publishedAt,
  };
}

const versions = [
  version('DE', 'vat', { licenses: '19', minutes: '19', storage: '19' }),
  version('FR', 'vat', { licenses: '20' }),
  version('US-NY', 'sales', { licenses: '8.875' }),
  version('CA', 'gst', { licenses: '5' }),
  version('CA-QC', 'qst', { licenses: '9.975' }),
];
const day = '2026-11-23';
const exemptions: Exemption[] = [];
const facts = { seller, versions, exemptions, day };

describe('a sale', () => {
  it('bears the taxes of the buyer’s country and region', () => {
    const taxes = (address: Address) =>
      decideTax({ ...facts, buyer: buyer(address) }).taxes.map(({ rates }) => rates.licenses);
    expect(taxes(at('DE'))).toEqual([190_000]);
    expect(taxes(at('CA', 'QC'))).toEqual([50_000, 99_750]);
    expect(taxes(at('CA', 'ON'))).toEqual([50_000]);
    expect(taxes(at('US', 'NY'))).toEqual([88_750]);
    expect(taxes(at('US', 'NJ'))).toEqual([]);
    expect(taxes(at('JP'))).toEqual([]);
  });

  it('to a buyer whose country is unknown is taxed as one at the seller’s home', () => {
    const unknown = { legal_name: 'Buyer' };
    expect(decideTax({ ...facts, buyer: unknown }).taxes).toHaveLength(1);
    expect(decideTax({ ...facts, seller: undefined, buyer: unknown }).taxes).toEqual([]);
  });

  it('to a business in another EU country shifts the tax, and says so', () => {
    const shifted = decideTax({ ...facts, buyer: buyer(at('FR'), 'FR12345678901') });
    expect(shifted.taxes).toEqual([]);
    expect(shifted.notes).toMatchObject([{ kind: 'reverse_charge' }]);
    expect(shifted.notes[0]?.text).toContain('Reverse charge');
  });

  it.each([
    ['without a VAT id', seller, buyer(at('FR'))],
    ['with an id of another country', seller, buyer(at('FR'), 'BE0123456789')],
    ['by a seller without one', { ...seller, vat_id: undefined }, buyer(at('FR'), 'FR1234567890')],
    ['at home', seller, buyer(at('DE'), 'DE987654321')],
  ])('%s is taxed where the buyer is', (_, from, to) => {
    const { taxes, notes } = decideTax({ ...facts, seller: from, buyer: to });
    expect(taxes.map(({ jurisdiction }) => jurisdiction)).toEqual([to.address?.country]);
    expect(notes).toEqual([]);
  });

  it('is taxed by the version whose day has come', () => {
    const later = [...versions, version('DE', 'vat', { licenses: '16' }, '2026-12-01')];
    const on = (when: string) =>
      decideTax({ ...facts, versions: later, day: when, buyer: buyer(at('DE')) }).taxes[0]?.rates;
    expect(on('2026-11-30')).toMatchObject({ licenses: 190_000 });
    expect(on('2026-12-01')).toEqual({ licenses: 160_000 });
  });

  it('is taxed no more once a version has no rates', () => {
    const ended = [...versions, version('DE', 'vat', {})];
    expect(decideTax({ ...facts, versions: ended, buyer: buyer(at('DE')) }).taxes).toEqual([]);
  });
});

describe('a certificate', () => {
  const certificate: Exemption = {
    id: 'txe_1',
    account: 'ba_1',
    jurisdiction: 'CA-QC',
    certificate: 'Q-77',
    reason: 'resale',
    validFrom: '2026-11-01',
    validTo: '2026-11-30',
    recordedAt: new Date(0),
  };
  const inQuebec = { ...facts, buyer: buyer(at('CA', 'QC')) };

  it('takes away the taxes of its jurisdiction alone, and is named', () => {
    const { taxes, notes } = decideTax({ ...inQuebec, exemptions: [certificate] });
    expect(taxes.map(({ code }) => code)).toEqual(['gst']);
    expect(notes).toEqual([
      {
        kind: 'exempt',
        text: 'Exempt from tax in QC, Canada: resale (certificate Q-77).',
        exemption: 'txe_1',
      },
    ]);
  });

  it('of a country covers its regions', () => {
    const whole = { ...certificate, jurisdiction: 'CA' };
    const { taxes, notes } = decideTax({ ...inQuebec, exemptions: [whole] });
    expect(taxes).toEqual([]);
    expect(notes).toHaveLength(1);
  });

  it.each([
    ['2026-10-31', 2],
    ['2026-11-01', 1],
    ['2026-11-30', 1],
    ['2026-12-01', 2],
  ])('holds from its first to its last day: on %s %i taxes are borne', (when, taxes) => {
    const decided = decideTax({ ...inQuebec, day: when, exemptions: [certificate] });
    expect(decided.taxes).toHaveLength(taxes);
  });
});

describe('a rate', () => {
  it.each([
    ['19', 190_000],
    ['8.875', 88_750],
    ['0', 0],
    ['100', 1_000_000],
    ['0.0001', 1],
    ['100.0001', undefined],
    ['0.00001', undefined],
    ['-1', undefined],
    ['1e2', undefined],
  ])('%s percent is %s millionths', (percent, partsPerMillion) => {
    expect(parsePercent(percent)).toBe(partsPerMillion);
  });
});
