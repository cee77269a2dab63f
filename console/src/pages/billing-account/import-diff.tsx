import { List, ScrollArea, Stack, Text } from '@mantine/core';
import { saySentence } from '../../api/sentence.ts';
import type { ReadFile, RowFault } from './assignments-csv.ts';
import type { Outcome } from './make-assignments.ts';

/** A file that was read, and what the server says would become of each of its wishes. */
export interface Checked {
  readonly name: string;
  readonly read: ReadFile;
  /** One for each wish, in their order. */
  readonly outcomes: readonly Outcome[];
}

/** More are told by their number: a person looks through some, not through thousands. */
const SHOWN_MAX = 200;

/** What would be given and taken, and each line that would not be followed, with the reason. */
export function ImportDiff(props: { checked: Checked; nameOf: (code: string) => string }) {
  const { checked, nameOf } = props;
  const { outcomes } = checked;
  const count = (outcome: Outcome['outcome']) =>
    outcomes.filter((one) => one.outcome === outcome).length;
  const refused = refusedLines(checked, nameOf);
  const changes = outcomes.filter(({ outcome }) => ['assigned', 'unassigned'].includes(outcome));
  return (
    <Stack gap="sm">
      <Text size="sm" className="figure">
        <b>{count('assigned')} to give</b>, <b>{count('unassigned')} to take</b>,{' '}
        {count('unchanged')} as they are
        {refused.length === 0 ? '.' : `, ${refused.length} that cannot be followed.`}
      </Text>
      {changes.length === 0 ? null : (
        <Lines label="What would change">
          {changes.slice(0, SHOWN_MAX).map((one) => (
            <List.Item key={`${one.employee} ${one.license_type}`}>
              {one.outcome === 'assigned' ? '+ ' : '− '}
              {one.license_types.map(nameOf).join(', ')}
              {one.outcome === 'assigned' ? ' to ' : ' from '}
              <bdi>{one.name}</bdi>
            </List.Item>
          ))}
        </Lines>
      )}
      {refused.length === 0 ? null : (
        <Lines label="What cannot be followed">
          {refused.slice(0, SHOWN_MAX).map(({ line, why }) => (
            <List.Item key={`${line} ${why}`} c="var(--tk-warn)">
              Line {line}: {why}
            </List.Item>
          ))}
        </Lines>
      )}
    </Stack>
  );
}

/** Each line that cannot be followed, by what was read and by what the server says. */
function refusedLines({ read, outcomes }: Checked, nameOf: (code: string) => string): RowFault[] {
  const refused = outcomes.flatMap((one, place) => {
    if (one.outcome !== 'refused') return [];
    const whom = `${nameOf(one.license_type)} for ${one.name ?? one.email}`;
    const why = `${whom}: ${saySentence(one.problem?.detail ?? '')}`;
    return [{ line: read.wanted[place]?.line ?? 0, why }];
  });
  return [...read.faults, ...refused].sort((left, right) => left.line - right.line);
}

function Lines({ label, children }: { label: string; children: React.ReactNode }) {
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
