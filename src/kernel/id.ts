/**
 * Prefixed, time-ordered identifiers: the prefix, 48 bits of milliseconds and 80 random bits in
 * Crockford's base 32. They sort by creation, say what they name, and cannot be guessed.
 */
export type IdPrefix =
  | 'co'
  | 'emp'
  | 'grp'
  | 'key'
  | 'ba'
  | 'ctr'
  | 'fs'
  | 'fss'
  | 'quo'
  | 'ord'
  | 'inv'
  | 'rcp'
  | 'crn'
  | 'auth'
  | 'clk'
  | 'evt'
  | 'whk'
  | 'aud'
  | 'pay'
  | 'pur'
  | 'asg'
  | 'usr'
  | 'prg'
  | 'cdr'
  | 'req'
  | 'mail'
  | 'ses'
  | 'pky'
  | 'sso'
  | 'imp'
  | 'txe'
  | 'rnr'
  | 'ntc'
  | 'ask';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const TIME_CHARACTERS = 10;
const RANDOM_CHARACTERS = 16;

/** A new identifier such as `auth_01kaj2v7c3h2m8xq4t9w5e6r7y`. */
export function newId(prefix: IdPrefix): string {
  let at = TIME_CHARACTERS;
  let time = Date.now(); // Only for the order of identifiers; no rule ever reads it back.
  while (at > 0) {
    at -= 1;
    characters[at] = CODES[time % 32] ?? 0;
    time = Math.floor(time / 32);
  }
  for (let place = 0; place < RANDOM_CHARACTERS; place += 1) {
    characters[TIME_CHARACTERS + place] = CODES[randomByte() % 32] ?? 0;
  }
  return `${prefix}_${String.fromCharCode(...characters)}`;
}

/** Written anew for each identifier: one text at once costs less than 26 that grow. */
const characters: number[] = Array.from({ length: TIME_CHARACTERS + RANDOM_CHARACTERS }, () => 0);
const CODES = Array.from(ALPHABET, (character) => character.charCodeAt(0));

/** Drawn many at a time: asking for sixteen costs nearly as much as asking for thousands. */
const drawn = new Uint8Array(4_096);
let unused = 0;

function randomByte(): number {
  if (unused === 0) {
    crypto.getRandomValues(drawn);
    unused = drawn.length;
  }
  unused -= 1;
  const byte = drawn[unused] ?? 0;
  drawn[unused] = 0; // What has been given away is not left lying about.
  return byte;
}
