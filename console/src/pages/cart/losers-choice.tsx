import { Button, Checkbox, ScrollArea, Stack, Text } from '@mantine/core';
import { ProblemError } from '@tollkeeper/sdk';
import { useState } from 'react';
import { saySentence } from '../../api/sentence.ts';
import { say } from '../../words/say.ts';
import type { Loser } from './wanted.ts';

/** More employees hold a named license than the wanted total has room for. */
export interface Surplus {
  readonly code: string;
  readonly count: number;
  readonly holders: readonly Loser[];
}

/** The surplus that a refusal tells of; undefined where it tells of something else. */
export function surplusOf(error: Error): Surplus | undefined {
  if (!(error instanceof ProblemError) || error.code !== 'assigned_exceeds_total') return undefined;
  const { license_type: code, to_unassign: count, employees } = error.details;
  if (typeof code !== 'string' || typeof count !== 'number' || !Array.isArray(employees)) {
    return undefined;
  }
  return { code, count, holders: employees as Loser[] };
}

/** Who is to lose the license on the day on which the total falls. */
export function LosersChoice(props: {
  surplus: Surplus;
  name: string;
  sentence: string;
  choose: (losers: readonly Loser[]) => void;
}) {
  const { surplus, name, sentence, choose } = props;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const missing = surplus.count - chosen.length;
  return (
    <Stack gap="sm">
      <Text size="sm">{saySentence(sentence)}</Text>
      <Checkbox.Group
        label={say('Who loses {name} on that day?', { name })}
        value={[...chosen]}
        onChange={setChosen}
      >
        <ScrollArea.Autosize mah={260} mt="xs" viewportProps={{ tabIndex: 0 }}>
          <Stack gap="xs" p={2}>
            {surplus.holders.map((holder) => (
              <Checkbox
                key={holder.employee}
                value={holder.employee}
                label={holder.name}
                disabled={missing <= 0 && !chosen.includes(holder.employee)}
              />
            ))}
          </Stack>
        </ScrollArea.Autosize>
      </Checkbox.Group>
      <Button
        disabled={missing !== 0}
        onClick={() => choose(surplus.holders.filter((one) => chosen.includes(one.employee)))}
      >
        {missing === 0
          ? say('Take {name} from {count}', { name, count: surplus.count })
          : chosen.length === 0
            ? say('Choose {count}', { count: missing })
            : say('Choose {count} more', { count: missing })}
      </Button>
    </Stack>
  );
}
