import { List, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { refresh } from '../../api/queries.ts';
import { AuthorizeDialog } from '../../parts/authorize.tsx';
import { said, say } from '../../words/say.ts';
import type { Change } from './assignment-changes.ts';
import { wantedOf } from './assignment-changes.ts';
import { makeAssignments, type Outcome } from './make-assignments.ts';

/** More would push the typed name out of sight. */
const LISTED_MAX = 8;

/** What the button says that makes so many changes. */
export const sayMake = (count: number): string =>
  count === 1 ? say('Make the change') : say('Make {count, number} changes', { count });

function sayChange({ gives, name }: Change, license: string) {
  const values = { b: (words: ReactNode) => <b>{words}</b>, license, name: <bdi>{name}</bdi> };
  return gives
    ? said('Give <b>{license}</b> to {name}', values)
    : said('Take <b>{license}</b> from {name}', values);
}

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
      title={say('Change assignments')}
      confirm={sayMake(changes.length)}
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
              {sayChange(change, nameOf(change.code))}
            </List.Item>
          ))}
          {changes.length > listed.length ? (
            <List.Item>
              {say('and {count} more', { count: changes.length - listed.length })}
            </List.Item>
          ) : null}
        </List>
        <Text size="sm" c="dimmed">
          {say('Nothing is charged, and no total changes.')}
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
      title={say('Undo the last changes')}
      confirm={
        wanted.length === 1
          ? say('Undo the change')
          : say('Undo {count, number} changes', { count: wanted.length })
      }
      onConfirm={async (authorizedBy) => {
        onDone(await makeAssignments(account, wanted, { authorizedBy }));
        await refresh();
      }}
      onClose={onClose}
    >
      {say(
        'Who was given a license loses it, and who lost one gets it back as far as there is room.',
      )}
    </AuthorizeDialog>
  );
}
