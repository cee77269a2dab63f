export { decideTax } from './tax-rule.ts';
export {
  type AppliedTax,
  TAX_CATEGORIES,
  type TaxBasis,
  type TaxCategory,
  type TaxNote,
  type TaxTerms,
} from './tax-terms.ts';
export { type Exemption, parsePercent, type Tax, type TaxVersion } from './tax-version.ts';
export {
  createTaxes,
  type TaxChargedUntil,
  type Taxes,
  type TaxProvider,
} from './taxes.service.ts';
