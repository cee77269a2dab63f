import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { sayDay, sayInstant } from '../../../api/time.ts';
import { DifferenceList } from '../catalog/difference-list.tsx';
import type { Difference } from '../catalog/kinds.ts';

interface Version {
  readonly version: number;
  readonly effective_on: string | null;
  readonly published_at: string;
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
                    Version {row.version}
                  </Text>
                  {row === current ? <Badge color="teal">in force</Badge> : null}
                  <Text size="sm" c="dimmed">
                    published {sayInstant(row.published_at)}
                    {row.effective_on === null ? '' : `, from ${sayDay(row.effective_on)}`}
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
                  aria-label={`Go back to version ${row.version}`}
                >
                  Go back to it
                </Button>
              )}
            </Group>
          </li>
        );
      })}
    </Stack>
  );
}
