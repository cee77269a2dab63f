import { z } from 'zod';
import { countryOfEuVatId, isCountry, isEuMember, isJurisdiction } from '../../kernel/country.ts';
import type { Buyer, Seller } from '../../modules/parties/index.ts';
import { email, text } from './fields.ts';
import { misfit } from './misfit.ts';

export const country = z
  .string()
  .refine(isCountry, misfit('must be an ISO 3166-1 country code'))
  .meta({ example: 'US' });

/** A country, or a region of one, as taxes know it. */
export const jurisdiction = z
  .string()
  .refine(isJurisdiction, misfit('must be a country code, or one with its region such as "US-NY"'))
  .meta({ example: 'US-NY' });

const address = z.strictObject({
  line1: text(100),
  line2: text(100).optional(),
  city: text(100),
  postal_code: text(20).optional(),
  region: z
    .string()
    .regex(/^[A-Z0-9]{1,3}$/, misfit('must be the code of a region, such as "NY" (ISO 3166-2)'))
    .optional(),
  country,
});

/** Capitals and digits without spaces: how authorities compare them. */
const registration = z
  .string()
  .regex(/^[A-Z0-9][A-Z0-9.+*/-]{1,29}$/, misfit('must be capitals and digits without spaces'));

const registrations = {
  vat_id: registration.optional(),
  tax_number: registration.optional(),
  registration_number: text(40).optional(),
};

/** Inside the EU a VAT id has a form, and is of the country of its address. */
function vatIdFits(party: {
  vat_id?: string | undefined;
  address?: { country: string } | undefined;
}): boolean {
  const { vat_id: vatId, address: place } = party;
  if (vatId === undefined || place === undefined || !isEuMember(place.country)) return true;
  return countryOfEuVatId(vatId) === place.country;
}

const vatIdMisfit = {
  path: ['vat_id'],
  ...misfit('must be a VAT id of the country of the address, such as "DE123456789"'),
};

const bank = z.strictObject({
  bank_name: text(100).optional(),
  account_holder: text(100).optional(),
  account: z
    .string()
    .regex(/^[A-Z0-9-]{4,34}$/, misfit('must be an IBAN or account number without spaces')),
  bank_code: z
    .string()
    .regex(/^[A-Z0-9-]{3,20}$/, misfit('must be a BIC or routing number without spaces'))
    .optional(),
});

export const sellerBody = z
  .strictObject({
    legal_name: text(100),
    address,
    ...registrations,
    email: email.optional(),
    phone: text(40).optional(),
    website: z.httpUrl().max(200).optional(),
    bank: bank.optional(),
    logo_text: text(40).optional(),
    colour: z
      .string()
      .regex(/^#[0-9a-f]{6}$/, misfit('must be a colour such as "#1a2b3c"'))
      .optional(),
    number_prefix: z
      .string()
      .regex(/^[A-Z0-9]{0,8}$/, misfit('must be at most 8 capitals and digits'))
      .default(''),
    document_footer: text(300).optional(),
  })
  .refine(vatIdFits, vatIdMisfit) satisfies z.ZodType<Seller>;

export const buyerBody = z
  .strictObject({
    legal_name: text(100),
    address,
    ...registrations,
    purchase_order: text(60).optional(),
    invoice_email: email.optional(),
  })
  .refine(vatIdFits, vatIdMisfit) satisfies z.ZodType<Buyer>;

/** As they are answered: what was entered, in whatever version. */
export const sellerFields = sellerBody.shape;
export const buyerFields = { ...buyerBody.shape, address: address.optional() };
