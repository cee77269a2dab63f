import type { SourceFile } from './source-files.ts';

export interface Finding {
  readonly path: string;
  /** Counted from 1; absent where the whole file is meant. */
  readonly line?: number;
  readonly text: string;
}

/** One rule of STYLE.md that a program can see. */
export interface Check {
  readonly name: string;
  readonly find: (files: readonly SourceFile[]) => Finding[];
  /** Files in which it has to find something, each by itself: a check that cannot is broken. */
  readonly bad: readonly SourceFile[];
  /** Files, together, in which it must find nothing. */
  readonly good: readonly SourceFile[];
}

/** The checks that do not find their own bad examples, or find fault with the good ones. */
export function brokenChecks(checks: readonly Check[]): string[] {
  return checks.flatMap(({ name, find, bad, good }) => [
    ...bad
      .filter((file) => find([file]).length === 0)
      .map((file) => `${name} does not see what is wrong with its example ${file.path}`),
    ...find(good).map(
      ({ path, text }) => `${name} finds fault with ${path}, its good one: ${text}`,
    ),
  ]);
}

/** Applies `find` to each line of the files whose path matches. */
export function eachLine(
  files: readonly SourceFile[],
  paths: RegExp,
  find: (line: string) => string | undefined,
): Finding[] {
  return files
    .filter(({ path }) => paths.test(path))
    .flatMap(({ path, text }) =>
      text.split('\n').flatMap((content, index): Finding[] => {
        const found = find(content);
        return found === undefined ? [] : [{ path, line: index + 1, text: found }];
      }),
    );
}
