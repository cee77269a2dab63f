import { List, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { ProblemError } from '@tollkeeper/sdk';
import { client, refresh } from '../../api/queries.ts';
import { AuthorizeDialog, type TypedName } from '../../parts/authorize.tsx';
import type { Change, Refused } from './assignment-changes.ts';

/** More would push the typed name out of sight. */
const LISTED_MAX = 8;

/** One typed name for all changes. One that is refused does not keep the others from being made. */
export function SaveAssignments(props: {
  account: string;
  changes: readonly Change[];
  nameOf: (code: string) => string;
  onDone: (refused: Refused[]) => void;
  onClose: () => void;
}) {
  const { account, changes, nameOf, onDone, onClose } = props;
  const save = async (authorizedBy: TypedName) => {
    const refused: Refused[] = [];
    // What is taken comes first: it may be what makes room for what is given.
    const inOrder = [...changes].sort((left, right) => Number(left.gives) - Number(right.gives));
    for (const change of inOrder) {
      try {
        await apply(account, change, authorizedBy);
      } catch (caught) {
        if (!(caught instanceof ProblemError) || caught.status >= 500) throw caught;
        refused.push({ change, problem: caught });
      }
    }
    onDone(refused);
    await refresh();
    const made = changes.length - refused.length;
    if (made > 0) {
      notifications.show({
        message: `${made} ${made === 1 ? 'change was' : 'changes were'} made.`,
      });
    }
  };
  const listed = changes.slice(0, LISTED_MAX);
  return (
    <AuthorizeDialog
      title="Change assignments"
      confirm={changes.length === 1 ? 'Make the change' : `Make ${changes.length} changes`}
      onConfirm={save}
      onClose={onClose}
    >
      <Stack gap="xs">
        <List size="sm" spacing={2}>
          {listed.map((change) => (
            <List.Item key={`${change.employee} ${change.code}`}>
              {change.gives ? 'Give ' : 'Take '}
              <b>{nameOf(change.code)}</b>
              {change.gives ? ' to ' : ' from '}
              {change.name}
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

async function apply(account: string, change: Change, authorizedBy: TypedName): Promise<void> {
  const params = { emp: change.employee, code: change.code };
  const path = '/v1/employees/{emp}/licenses/{code}';
  if (change.gives) {
    const body = { billing_account: account, with_required: true };
    await client.put(path, { params, body, authorizedBy });
  } else {
    await client.delete(path, { params, body: { with_required: true }, authorizedBy });
  }
}
