import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { describeAll } from '../../src/cli/openapi.ts';

const committed = (place: string) =>
  readFileSync(new URL(`../../${place}`, import.meta.url), 'utf8');

let described: Awaited<ReturnType<typeof describeAll>>;
beforeAll(async () => {
  described = await describeAll();
});

test('the committed OpenAPI document says what the routes do', () => {
  expect(committed('src/http/openapi.json')).toBe(described.document);
});

test('the types of the client are those of the document', () => {
  expect(committed('sdk/src/generated/openapi.ts')).toBe(described.clientTypes);
});

test('every address of the contract has a summary and a tag', () => {
  const { paths } = JSON.parse(described.document) as {
    paths: Record<string, Record<string, { summary?: string; tags?: string[] }>>;
  };
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method} ${path}`,
      operation,
    })),
  );
  expect(operations.length).toBeGreaterThan(60);
  const silent = operations.filter(
    ({ operation }) => !operation.summary || !operation.tags?.length,
  );
  expect(silent.map(({ name }) => name)).toEqual([]);
});
