import { Resolver } from 'node:dns/promises';

const TIMEOUT_MS = 5_000;
const TRIES = 2;

/** A name without records and a name server that does not answer prove nothing alike. */
const NONE = /^(ENODATA|ENOTFOUND|ETIMEOUT|ESERVFAIL|EREFUSED|ECONNREFUSED)$/;

/** The texts of a name's TXT records, by the domain name system. */
export async function findTextRecords(name: string): Promise<readonly string[]> {
  const resolver = new Resolver({ timeout: TIMEOUT_MS, tries: TRIES });
  try {
    return (await resolver.resolveTxt(name)).map((parts) => parts.join(''));
  } catch (error) {
    if (error instanceof Error && 'code' in error && NONE.test(String(error.code))) return [];
    throw error;
  }
}
