/** The console's cart of an account (by its page) with these totals filled in. */
export function cartLink(
  accountLink: string,
  totals: readonly { readonly licenseType: string; readonly total: number }[],
): string {
  const query = totals.map(({ licenseType, total }) => `${licenseType}=${total}`).join('&');
  return `${accountLink}/cart?${query}`;
}

/** Each type at what it could be. */
export function loweredTotals(
  leftover: readonly { readonly licenseType: string; readonly couldBe: number }[],
): { licenseType: string; total: number }[] {
  return leftover.map(({ licenseType, couldBe }) => ({ licenseType, total: couldBe }));
}
