import { List, ScrollArea, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { saySentence } from '../../api/sentence.ts';
import { sayCount } from '../../api/time.ts';
import { said, say } from '../../words/say.ts';
import type { ReadFile, RowFault } from './assignments-csv.ts';
import type { Outcome } from './make-assignments.ts';

/** A file that was read, and what the server says would become of each of its wishes. */
export interface Checked {
  readonly name: string;
  readonly read: ReadFile;
  /** One for each wish, in their order. */
  readonly outcomes: readonly Outcome[];
}

type NameOf = (code: string) => string;

/** More are told by their number: a person looks through some, not through thousands. */
const SHOWN_MAX = 200;

/** What would be given and taken, and each line that would not be followed, with the reason. */
export function ImportDiff(props: { checked: Checked; nameOf: NameOf }) {
  const { checked, nameOf } = props;
  const { outcomes } = checked;
  const count = (outcome: Outcome['outcome']) =>
    outcomes.filter((one) => one.outcome === outcome).length;
  const refused = refusedLines(checked, nameOf);
  const counts = {
    b: (words: ReactNode) => <b>{words}</b>,
    give: sayCount(count('assigned')),
    take: sayCount(count('unassigned')),
    same: sayCount(count('unchanged')),
  };
  const changes = outcomes.filter(({ outcome }) => ['assigned', 'unassigned'].includes(outcome));
  return (
    <Stack gap="sm">
      <Text size="sm" className="figure">
        {refused.length === 0
          ? said('<b>{give} to give</b>, <b>{take} to take</b>, {same} as they are.', counts)
          : said(
              '<b>{give} to give</b>, <b>{take} to take</b>, {same} as they are, {refused} that cannot be followed.',
              { ...counts, refused: sayCount(refused.length) },
            )}
      </Text>
      {changes.length === 0 ? null : (
        <Lines label={say('What would change')}>
          {changes.slice(0, SHOWN_MAX).map((one) => (
            <List.Item key={`${one.employee} ${one.license_type}`}>
              {sayOutcome(one, nameOf)}
            </List.Item>
          ))}
        </Lines>
      )}
      {refused.length === 0 ? null : (
        <Lines label={say('What cannot be followed')}>
          {refused.slice(0, SHOWN_MAX).map(({ line, why }) => (
            <List.Item key={`${line} ${why}`} c="var(--tk-warn)">
              {say('Line {line}: {why}', { line, why })}
            </List.Item>
          ))}
        </Lines>
      )}
    </Stack>
  );
}

function sayOutcome({ outcome, license_types: types, name }: Outcome, nameOf: NameOf) {
  const values = { licenses: types.map(nameOf).join(', '), name: <bdi>{name}</bdi> };
  return outcome === 'assigned'
    ? said('+ {licenses} to {name}', values)
    : said('− {licenses} from {name}', values);
}

/** Each line that cannot be followed, by what was read and by what the server says. */
function refusedLines({ read, outcomes }: Checked, nameOf: NameOf): RowFault[] {
  const refused = outcomes.flatMap((one, place) => {
    if (one.outcome !== 'refused') return [];
    const why = say('{license} for {name}: {why}', {
      license: nameOf(one.license_type),
      name: one.name ?? one.email ?? '–',
      why: saySentence(one.problem?.detail ?? ''),
    });
    return [{ line: read.wanted[place]?.line ?? 0, why }];
  });
  return [...read.faults, ...refused].sort((left, right) => left.line - right.line);
}

function Lines({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ScrollArea.Autosize
      mah={180}
      viewportProps={{ tabIndex: 0, 'aria-label': label, role: 'group' }}
    >
      <List size="sm" spacing={2} listStyleType="none" aria-label={label}>
        {children}
      </List>
    </ScrollArea.Autosize>
  );
}
