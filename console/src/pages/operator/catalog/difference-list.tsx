import { Stack, Text } from '@mantine/core';
import { say } from '../../../words/say.ts';
import type { Difference } from './kinds.ts';

/** What a version says otherwise than the one before it. */
export function DifferenceList({ differences }: { differences: readonly Difference[] }) {
  if (differences.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {say('It says the same.')}
      </Text>
    );
  }
  return (
    <Stack gap={2} className="figure" fz="sm">
      {differences.map(({ label, before, after }) => (
        <Text key={label} inherit>
          {label}:{' '}
          <Text component="del" inherit c="dimmed">
            {before}
          </Text>{' '}
          <Text component="ins" inherit fw={600} td="none">
            {after}
          </Text>
        </Text>
      ))}
    </Stack>
  );
}
