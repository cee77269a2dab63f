/**
 * Lanes divide accounts between batchers, so that two batches seldom want the same rows. Which
 * lane an account belongs to stands in the last character of its leases' identifiers, so that an
 * operation on a lease finds its lane without looking anything up. Nothing relies on it: the
 * database's locks keep any two batches apart.
 */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** FNV-1a over the account's identifier: fast, and even enough for 32 buckets. */
function bucketOf(account: string): number {
  let hash = 2_166_136_261;
  for (let index = 0; index < account.length; index += 1) {
    hash = Math.imul(hash ^ account.charCodeAt(index), 16_777_619);
  }
  return (hash >>> 0) % ALPHABET.length;
}

/** A new lease's identifier, marked with its account's bucket. */
export function leaseIdOf(account: string, fresh: string): string {
  return `${fresh.slice(0, -1)}${ALPHABET[bucketOf(account)]}`;
}

/** The lane of a lease, of any number of them. */
export function laneOfLease(lease: string, lanes: number): number {
  return Math.max(ALPHABET.indexOf(lease.at(-1) ?? ''), 0) % lanes;
}

export function laneOfAccount(account: string, lanes: number): number {
  return bucketOf(account) % lanes;
}
