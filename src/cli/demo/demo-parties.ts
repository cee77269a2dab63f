/** Who sells in the demo, as its receipts and invoices say. */
export const SELLER = {
  legal_name: 'Example Dialing, Inc.',
  address: {
    line1: '100 Example Plaza',
    city: 'New York',
    region: 'NY',
    postal_code: '10001',
    country: 'US',
  },
  tax_number: '00-0000000',
  email: 'billing@example.com',
  logo_text: 'Example Dialing',
  colour: '#1d4ed8',
  bank: { bank_name: 'Example Bank', account: '000123456789', bank_code: '000000000' },
  document_footer: 'A demo company: nothing here was ever sold.',
};

/** Who buys. */
export const BUYER = {
  legal_name: 'Demo Company, LLC',
  address: {
    line1: '1 Demo Street',
    city: 'Albany',
    region: 'NY',
    postal_code: '12207',
    country: 'US',
  },
  purchase_order: 'PO-2026-117',
  invoice_email: 'accounts-payable@example.com',
};
