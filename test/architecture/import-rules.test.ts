import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { cruiseProject, projectRoot, violationsOf } from './cruise-project.ts';
import { seedProject } from './seeded-project.ts';
import { lawful, seededViolations } from './seeded-violations.ts';

type Result = Awaited<ReturnType<typeof cruiseProject>>;

const config: { forbidden: { name: string }[] } = createRequire(import.meta.url)(
  '../../.dependency-cruiser.cjs',
);

const ruleNames = config.forbidden.map(({ name }) => name);

const sourceFile = /\.(ts|tsx|cjs)$/;

/** The project's own source files, counted without the tool that is being checked. */
function countSources(folder: string): number {
  return readdirSync(path.join(projectRoot, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && sourceFile.test(entry.name))
    .filter((entry) => !/node_modules|dist|generated/.test(entry.parentPath)).length;
}

describe('the project', () => {
  let result: Result;
  beforeAll(async () => {
    result = await cruiseProject(projectRoot);
  }, 120_000);

  test('breaks no import rule', () => {
    expect(violationsOf(result)).toEqual([]);
  });

  test('was read whole: every source file below src was cruised', () => {
    const cruised = result.modules.filter(
      ({ source }) => source.startsWith('src/') && sourceFile.test(source),
    );
    expect(cruised.length).toBe(countSources('src'));
    expect(cruised.length).toBeGreaterThan(50);
  });

  test('has imports that were resolved, not only listed', () => {
    const dependencies = result.modules.flatMap((module) => module.dependencies);
    expect(dependencies.length).toBeGreaterThan(200);
    const unresolved = dependencies.filter(({ couldNotResolve }) => couldNotResolve);
    expect(unresolved.map(({ module }) => module)).toEqual([]);
  });

  test('has no module outside of the order', () => {
    const modules = readdirSync(path.join(projectRoot, 'src/modules'));
    const ordered = ruleNames.flatMap((name) => /^4-module-order-(.+)/.exec(name)?.[1] ?? []);
    // The last of all has no rule of its own, since it may import every other.
    const last = 'webhooks';
    expect(modules.filter((name) => name !== last && !ordered.includes(name))).toEqual([]);
  });
});

describe('each rule can fail', () => {
  test.each(seededViolations)('$rule: $from → $to', async ({ rule, from, to, source, target }) => {
    const seeded = seedProject({ ...lawful, [to]: target, [from]: source });
    try {
      const violations = violationsOf(await cruiseProject(seeded.root));
      expect(violations).toContain(`${rule}: ${from} → ${to}`);
    } finally {
      seeded.remove();
    }
  });

  test('what the rules allow is not reported', async () => {
    const seeded = seedProject(lawful);
    try {
      const result = await cruiseProject(seeded.root);
      expect(violationsOf(result)).toEqual([]);
      expect(result.summary.totalCruised).toBeGreaterThanOrEqual(Object.keys(lawful).length);
    } finally {
      seeded.remove();
    }
  });

  test('no rule is without a seeded violation', () => {
    const seeded = new Set(seededViolations.map(({ rule }) => rule));
    expect(ruleNames.filter((name) => !seeded.has(name))).toEqual([]);
  });
});
