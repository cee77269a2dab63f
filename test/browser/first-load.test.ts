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
  // The charting library alone is half as much again: it comes when somebody looks at a chart.
  const charts = readdirSync(path.join(BUILT, 'assets')).filter((name) => /chart/.test(name));
  expect(charts).not.toEqual([]);
  expect(scripts.filter((name) => /chart/.test(name))).toEqual([]);
});
