import { List, Stack, Text } from '@mantine/core';
import { refresh } from '../../api/queries.ts';
import { AuthorizeDialog } from '../../parts/authorize.tsx';
import type { Change } from './assignment-changes.ts';
import { wantedOf } from './assignment-changes.ts';
import { makeAssignments, type Outcome } from './make-assignments.ts';

/** More would push the typed name out of sight. */
const LISTED_MAX = 8;

/** One typed name for all changes. One that is refused does not keep the others from being made. */
export function SaveAssignments(props: {
  account: string;
  changes: readonly Change[];
  nameOf: (code: string) => string;
  onDone: (made: Outcome[]) => void;
  onClose: () => void;
}) {
  const { account, changes, nameOf, onDone, onClose } = props;
  const listed = changes.slice(0, LISTED_MAX);
  return (
    <AuthorizeDialog
      title="Change assignments"
      confirm={changes.length === 1 ? 'Make the change' : `Make ${changes.length} changes`}
      onConfirm={async (authorizedBy) => {
        onDone(await makeAssignments(account, wantedOf(changes), { authorizedBy }));
        await refresh();
      }}
      onClose={onClose}
    >
      <Stack gap="xs">
        <List size="sm" spacing={2}>
          {listed.map((change) => (
            <List.Item key={`${change.employee} ${change.code}`}>
              {change.gives ? 'Give ' : 'Take '}
              <b>{nameOf(change.code)}</b>
              {change.gives ? ' to ' : ' from '}
              <bdi>{change.name}</bdi>
            </List.Item>
          ))}
          {changes.length > listed.length ? (
            <List.Item>and {changes.length - listed.length} more</List.Item>
          ) : null}
        </List>
        <Text size="sm" c="dimmed">
          Nothing is charged, and no total changes.
        </Text>
      </Stack>
    </AuthorizeDialog>
  );
}

/** Takes back what the last changes did, under a name again. */
export function UndoAssignments(props: {
  account: string;
  wanted: ReturnType<typeof wantedOf>;
  onDone: (made: Outcome[]) => void;
  onClose: () => void;
}) {
  const { account, wanted, onDone, onClose } = props;
  return (
    <AuthorizeDialog
      title="Undo the last changes"
      confirm={wanted.length === 1 ? 'Undo the change' : `Undo ${wanted.length} changes`}
      onConfirm={async (authorizedBy) => {
        onDone(await makeAssignments(account, wanted, { authorizedBy }));
        await refresh();
      }}
      onClose={onClose}
    >
      Who was given a license loses it, and who lost one gets it back as far as there is room.
    </AuthorizeDialog>
  );
}
