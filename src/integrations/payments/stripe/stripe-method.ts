import type Stripe from 'stripe';
import { addDays, addMonths } from '../../../kernel/calendar.ts';
import type { TokenDescription } from '../../../modules/payments/index.ts';

/** What we know a payment method by; undefined for kinds that are not charged without a person. */
export function describeMethod(method: Stripe.PaymentMethod): TokenDescription | undefined {
  switch (method.type) {
    case 'card': {
      if (method.card === undefined) return undefined;
      const { brand, last4, exp_year: year, exp_month: month } = method.card;
      const firstDay = `${year}-${String(month).padStart(2, '0')}-01`;
      return {
        kind: 'card',
        label: `${capitalized(brand)} ending in ${last4}`,
        expiresOn: addDays(addMonths(firstDay, 1), -1),
      };
    }
    case 'us_bank_account': {
      const { bank_name: bank, last4 } = method.us_bank_account ?? {};
      return {
        kind: 'bank',
        label: `${bank ?? 'Bank account'} ending in ${last4 ?? '????'}`,
        currencies: ['USD'],
      };
    }
    case 'sepa_debit':
      return {
        kind: 'bank',
        label: `Bank account ending in ${method.sepa_debit?.last4 ?? '????'}`,
        currencies: ['EUR'],
      };
    default:
      return undefined;
  }
}

function capitalized(brand: string): string {
  return brand.charAt(0).toUpperCase() + brand.slice(1);
}
