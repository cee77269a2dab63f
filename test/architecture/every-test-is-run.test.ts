import { globSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { steps } from '../checklist/steps.ts';

const root = path.resolve(import.meta.dirname, '../..');

test('every test is part of a step of the checklist', () => {
  const places = steps.flatMap(({ command }) => command);
  const files = globSync('{src,sdk,sim,test}/**/*.test.ts', { cwd: root });
  expect(files.length).toBeGreaterThan(100);
  const isRun = (file: string) =>
    places.some((place) => file === place || file.startsWith(`${place}/`));
  expect(files.filter((file) => !isRun(file))).toEqual([]);
});
