/** A price as it is being typed; the id names the row while both texts still change. */
export interface PriceRow {
  readonly id: string;
  readonly currency: string;
  readonly amount: string;
}

export function priceRow(currency = '', amount = ''): PriceRow {
  return { id: crypto.randomUUID(), currency, amount };
}
