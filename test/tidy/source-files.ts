import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A file as the checks see it: its path from the root, with slashes, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** What is made or fetched rather than written. */
const notWritten = new Set(['node_modules', 'dist', 'generated', 'coverage', '.tollkeeper']);

/** Where what we write lives; the root's own files are looked at besides. */
const folders = ['bench', 'bin', 'console', 'docs', 'sdk', 'sim', 'src', 'test', '.ci'];

const written = /\.(ts|tsx|cjs|mjs|css|sql|md|json|html|cfg|xml|csv)$/;

/** Written by a program, and as long as it has to be. */
const generated = new Set(['package-lock.json', 'src/http/openapi.json']);

export function readSourceFiles(root: string): SourceFile[] {
  const top = readdirSync(root, { withFileTypes: true });
  const paths = [
    ...top.filter((entry) => entry.isFile()).map(({ name }) => name),
    ...top.filter(({ name }) => folders.includes(name)).flatMap(({ name }) => walk(root, name)),
  ];
  return paths
    .filter((place) => written.test(place) && !generated.has(place))
    .map((place) => ({ path: place, text: readFileSync(path.join(root, place), 'utf8') }));
}

function walk(root: string, folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (notWritten.has(entry.name)) return [];
    const place = `${folder}/${entry.name}`;
    return entry.isDirectory() ? walk(root, place) : [place];
  });
}
