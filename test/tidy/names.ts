import type { Check, Finding } from './check.ts';
import type { SourceFile } from './source-files.ts';

/** Names for a place where anything may go, and soon does. */
const saysNothing = new Set([
  ...['util', 'utils', 'helper', 'helpers', 'common', 'shared', 'manager', 'managers'],
  ...['misc', 'stuff'],
]);

/** Folders in which names are somebody else's: of a tool, or a convention older than ours. */
const namedByOthers = /^[^/]+$|^\.|(^|\/)(README|LICENSE)(\.md)?$/;

const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;

const migration = /^src\/database\/migrations\/\d{4}_[a-z0-9_-]+\.sql$/;

const file = (path: string): SourceFile => ({ path, text: '' });

export const meaningfulNames: Check = {
  name: 'names that say something',
  find: (files) =>
    files.flatMap(({ path }): Finding[] => {
      const word = path.split(/[/.\-_]/).find((part) => saysNothing.has(part.toLowerCase()));
      return word === undefined ? [] : [{ path, text: `"${word}" says nothing` }];
    }),
  bad: [file('src/utils/money.ts'), file('src/string-helpers.ts'), file('src/http/misc.ts')],
  good: [file('src/kernel/money.ts'), file('src/modules/utilization/index.ts')],
};

export const kebabCaseNames: Check = {
  name: 'kebab-case names',
  find: (files) =>
    files
      .filter(({ path }) => !namedByOthers.test(path) && !migration.test(path))
      .filter(({ path }) => !path.split('/').every((part) => kebabCase.test(part)))
      .map(({ path }) => ({ path, text: 'files and folders are named in kebab-case' })),
  bad: [file('src/kernel/localDate.ts'), file('src/Kernel/date.ts'), file('src/local_date.ts')],
  good: [
    file('src/kernel/local-date.test.ts'),
    file('src/modules/wallet/README.md'),
    file('src/database/migrations/0001_first-tables.sql'),
    file('CONTRIBUTING.md'),
    file('.ci/run'),
  ],
};

/** What each module has besides its rules, and why it is looked for. */
const moduleFiles = ['README.md', 'index.ts'];

export const moduleShape: Check = {
  name: 'the shape of a module',
  find: (files) => {
    const paths = new Set(files.map(({ path }) => path));
    const modules = new Set(
      [...paths].flatMap((path) => /^src\/modules\/[^/]+(?=\/)/.exec(path)?.[0] ?? []),
    );
    return [...modules].flatMap((module) =>
      moduleFiles
        .filter((name) => !paths.has(`${module}/${name}`))
        .map((name) => ({ path: module, text: `a module has a ${name}` })),
    );
  },
  bad: [file('src/modules/wallet/index.ts'), file('src/modules/wallet/README.md')],
  good: [file('src/modules/wallet/index.ts'), file('src/modules/wallet/README.md')],
};
