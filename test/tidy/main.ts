import path from 'node:path';
import { brokenChecks, type Check } from './check.ts';
import { fileLength, functionLength, lineLength } from './lengths.ts';
import { kebabCaseNames, meaningfulNames, moduleShape } from './names.ts';
import { readSourceFiles } from './source-files.ts';
import { unsaidWords } from './unsaid.ts';
import { unsaidByServer } from './unsaid-by-server.ts';
import { bannedWords } from './words.ts';

const checks: readonly Check[] = [
  fileLength,
  lineLength,
  functionLength,
  meaningfulNames,
  kebabCaseNames,
  moduleShape,
  bannedWords,
  unsaidWords,
  unsaidByServer,
];

/** Fewer means that the wrong folder was read, in which everything is tidy. */
const filesMin = 100;

const files = readSourceFiles(path.resolve(import.meta.dirname, '../..'));
const problems = [
  ...brokenChecks(checks),
  ...(files.length < filesMin ? [`only ${files.length} files were read`] : []),
  ...checks.flatMap(({ name, find }) =>
    find(files).map((finding) => {
      const place = finding.line === undefined ? finding.path : `${finding.path}:${finding.line}`;
      return `${place}: ${finding.text} (${name})`;
    }),
  ),
];
for (const problem of problems) console.error(problem);
console.log(`${files.length} files, ${checks.length} checks, ${problems.length} findings`);
if (problems.length > 0) process.exitCode = 1;
