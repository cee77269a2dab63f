import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { whyNot } from './stage.ts';

const BUILT = path.resolve(import.meta.dirname, '../../console/dist');

/** What a slow office line brings in about a second. */
const SCRIPT_BYTES_MAX = 250_000;

test.skipIf(whyNot !== undefined)('the scripts before the first page are small', () => {
  const page = readFileSync(path.join(BUILT, 'index.html'), 'utf8');
  const scripts = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map(
    ([, name = '']) => name,
  );
  expect(scripts.length).toBeGreaterThan(0);
  const bytes = scripts
    .map((name) => gzipSync(readFileSync(path.join(BUILT, name))).length)
    .reduce((sum, size) => sum + size, 0);
  expect(bytes).toBeLessThan(SCRIPT_BYTES_MAX);
  // The charting library alone is half as much again: it comes when somebody looks at a chart, as
  // the German words come to who reads them.
  const built = readdirSync(path.join(BUILT, 'assets'));
  for (const later of [/chart/, /german/]) {
    expect(built.some((name) => later.test(name))).toBe(true);
    expect(scripts.filter((name) => later.test(name))).toEqual([]);
  }
});
