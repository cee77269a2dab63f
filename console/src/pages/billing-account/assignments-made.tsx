import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconArrowBackUp } from '@tabler/icons-react';
import { saySentence } from '../../api/sentence.ts';
import { Remedies } from '../../parts/remedies.tsx';
import { say } from '../../words/say.ts';
import { countMade, type Outcome, sayMade } from './make-assignments.ts';

/** More say the same over and over. */
const REFUSED_SHOWN = 5;

/** What came of the last changes: how many were made, with their undo, and each that was not. */
export function AssignmentsMade(props: {
  made: readonly Outcome[];
  nameOf: (code: string) => string;
  undo: () => void;
  dismiss: () => void;
}) {
  const { made, nameOf, undo, dismiss } = props;
  const refused = made.filter(({ outcome }) => outcome === 'refused');
  const count = countMade(made);
  if (count === 0 && refused.length === 0) return null;
  return (
    <Stack gap="xs" mb="md">
      {count === 0 ? null : (
        <Group className="selection" gap="xs" role="status">
          <Text size="sm">{sayMade(count)}</Text>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconArrowBackUp size={14} aria-hidden />}
            onClick={undo}
          >
            {say('Undo')}
          </Button>
          <Button size="xs" variant="subtle" onClick={dismiss}>
            {say('Dismiss')}
          </Button>
        </Group>
      )}
      {refused.slice(0, REFUSED_SHOWN).map((one) => (
        <Alert
          key={`${one.employee ?? one.email} ${one.license_type}`}
          color="orange"
          icon={<IconAlertTriangle aria-hidden />}
          title={say('{license} for {name} stays as it was', {
            license: nameOf(one.license_type),
            name: one.name ?? one.email ?? '–',
          })}
        >
          <Stack gap="xs" align="flex-start">
            <Text size="sm">{saySentence(one.problem?.detail ?? '')}</Text>
            <Remedies remedies={one.problem?.remedies ?? []} />
          </Stack>
        </Alert>
      ))}
      {refused.length > REFUSED_SHOWN ? (
        <Text size="sm" c="var(--tk-warn)">
          {say(
            'And {count, plural, one {# more stays as it was} other {# more stay as they were}}.',
            { count: refused.length - REFUSED_SHOWN },
          )}
        </Text>
      ) : null}
    </Stack>
  );
}
