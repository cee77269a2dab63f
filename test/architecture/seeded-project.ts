import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Packages that seeded files import; an empty one of the name is enough to resolve to. */
const packages = ['kysely', 'pg', 'zod', 'temporal-polyfill', 'react'];

/** A small project in a temporary folder, made of the given files. */
export function seedProject(files: Readonly<Record<string, string>>): {
  root: string;
  remove: () => void;
} {
  const root = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'tollkeeper-imports-')));
  const write = (file: string, text: string) => {
    const place = path.join(root, file);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, text);
  };
  for (const name of packages) {
    write(`node_modules/${name}/package.json`, `{"name":"${name}","main":"index.js"}`);
    write(`node_modules/${name}/index.js`, 'export const it = 1;\n');
  }
  const names = Object.fromEntries(packages.map((name) => [name, '1']));
  write('package.json', JSON.stringify({ type: 'module', dependencies: names }));
  for (const [file, text] of Object.entries(files)) write(file, text);
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}
