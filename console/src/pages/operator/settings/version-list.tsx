import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { sayDay, sayInstant } from '../../../api/time.ts';
import { say } from '../../../words/say.ts';
import { DifferenceList } from '../catalog/difference-list.tsx';
import type { Difference } from '../catalog/kinds.ts';

interface Publication {
  readonly effective_on: string | null;
  readonly published_at: string;
}

interface Version extends Publication {
  readonly version: number;
}

/** Every version, the newest first: from when it holds, and what it says otherwise than before. */
export function VersionList<Row extends Version>(props: {
  /** The oldest first. */
  versions: readonly Row[];
  current: Row | undefined;
  differences: (before: Row, after: Row) => readonly Difference[];
  /** Absent where whoever looks may change nothing. */
  onRepeat?: (version: Row) => void;
}) {
  const { versions, current, differences, onRepeat } = props;
  const newestFirst = versions.toReversed();
  return (
    <Stack gap="xs" component="ul" m={0} p={0} className="rows">
      {newestFirst.map((row, index) => {
        const before = newestFirst[index + 1];
        return (
          <li key={row.version} className="row">
            <Group justify="space-between" align="flex-start" pt="xs" gap="xs">
              <div>
                <Group gap="xs">
                  <Text size="sm" fw={600}>
                    {say('Version {version}', { version: row.version })}
                  </Text>
                  {row === current ? <Badge color="teal">{say('in force')}</Badge> : null}
                  <Text size="sm" c="dimmed">
                    {sayPublished(row)}
                  </Text>
                </Group>
                {before === undefined ? null : (
                  <DifferenceList differences={differences(before, row)} />
                )}
              </div>
              {index === 0 || onRepeat === undefined ? null : (
                <Button
                  size="xs"
                  variant="default"
                  onClick={() => onRepeat(row)}
                  aria-label={say('Go back to version {version}', { version: row.version })}
                >
                  {say('Go back to it')}
                </Button>
              )}
            </Group>
          </li>
        );
      })}
    </Stack>
  );
}

/** When something was published, and from when it holds where that is another day. */
export function sayPublished({ published_at: published, effective_on: from }: Publication): string {
  const instant = sayInstant(published);
  if (from === null) return say('Published {instant}', { instant });
  return say('Published {instant}, from {day}', { instant, day: sayDay(from) });
}
