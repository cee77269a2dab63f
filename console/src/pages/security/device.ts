import { say } from '../../words/say.ts';

/** How each browser is found; the first that fits counts, for most claim to be Safari too. */
const BROWSERS = {
  Edge: /Edg\//,
  Opera: /OPR\//,
  Firefox: /Firefox\//,
  Chrome: /(Headless)?Chrom(e|ium)\//,
  Safari: /Safari\//,
} as const;

const SYSTEMS = {
  iPhone: /iPhone/,
  iPad: /iPad/,
  Android: /Android/,
  Windows: /Windows/,
  macOS: /Mac OS X/,
  ChromeOS: /CrOS/,
  Linux: /Linux/,
} as const;

/** A browser's long name for itself in two words; what nobody knows stands as it came. */
export function sayDevice(userAgent: string): string {
  const nameIn = (known: Readonly<Record<string, RegExp>>) =>
    Object.keys(known).find((name) => known[name]?.test(userAgent));
  const browser = nameIn(BROWSERS);
  const system = nameIn(SYSTEMS);
  if (browser === undefined) return userAgent.slice(0, 60) || say('An unknown device');
  return system === undefined ? browser : say('{browser} on {system}', { browser, system });
}
