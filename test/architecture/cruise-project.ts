import { existsSync } from 'node:fs';
import path from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';

export const projectRoot = path.resolve(import.meta.dirname, '../..');

/** Every folder that the import rules are about. */
const folders = ['src', 'sdk', 'console', 'bin', 'sim', 'bench', 'test'];

/** Reads all imports below `root` and holds them against the project's rules. */
export async function cruiseProject(root: string): Promise<ICruiseResult> {
  const options = await extractOptions(path.join(projectRoot, '.dependency-cruiser.cjs'));
  const present = folders.filter((folder) => existsSync(path.join(root, folder)));
  const { output } = await cruise(present, { ...options, baseDir: root });
  if (typeof output === 'string') throw new Error('dependency-cruiser gave a text, not a result.');
  return output;
}

/** `rule: from → to` for each import that breaks a rule. */
export function violationsOf(result: ICruiseResult): string[] {
  return result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}
