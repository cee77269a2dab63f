import { Alert, Button, FileButton, Group, Modal, Progress, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconFileUpload } from '@tabler/icons-react';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { refresh } from '../../api/queries.ts';
import { sayBytes } from '../../api/time.ts';
import { AuthorizeDialog } from '../../parts/authorize.tsx';
import { Failed } from '../../parts/loaded.tsx';
import { said, say } from '../../words/say.ts';
import { readAssignments } from './assignments-csv.ts';
import { type Checked, ImportDiff } from './import-diff.tsx';
import { countMade, makeAssignments, sayMade } from './make-assignments.ts';
import { sayMake } from './save-assignments.tsx';

/** Ten thousand employees are not half of it: what is larger is another file. */
const BYTES_MAX = 2_000_000;

/** Reads a file, shows what it would change and each line that it could not, then changes it. */
export function ImportAssignments(props: {
  details: Schemas['BillingAccountDetails'];
  onClose: () => void;
}) {
  const { details, onClose } = props;
  const [checked, setChecked] = useState<Checked>();
  const [refused, setRefused] = useState<string>();
  const [error, setError] = useState<Error>();
  const [progress, setProgress] = useState<number>();
  const check = async (file: File | null) => {
    if (file === null) return;
    setRefused(undefined);
    setError(undefined);
    if (file.size > BYTES_MAX) return setRefused(tooLarge(file));
    const read = readAssignments(await file.text(), details.licenses);
    if (read.refused !== undefined) return setRefused(read.refused);
    setProgress(0);
    try {
      const wanted = read.wanted.map(({ line: _, ...one }) => one);
      const outcomes = await makeAssignments(details.id, wanted, {
        progress: (done) => setProgress((100 * done) / wanted.length),
      });
      setChecked({ name: file.name, read, outcomes });
    } catch (caught) {
      setError(caught as Error);
    } finally {
      setProgress(undefined);
    }
  };
  if (checked !== undefined) {
    return <Confirm details={details} checked={checked} onClose={onClose} />;
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('Import assignments')}
      closeButtonProps={{ 'aria-label': say('Close') }}
    >
      <Stack>
        <Text size="sm">
          {said(
            'A CSV file with a column <b>email</b> and a column for each of <b>{types}</b>, with yes or no. What is empty stays as it is. An exported file is just that. Nothing is changed before you have seen what would be.',
            { b: (words) => <b>{words}</b>, types: Object.keys(details.licenses).join(', ') },
          )}
        </Text>
        {refused === undefined ? null : (
          <Alert
            color="orange"
            icon={<IconAlertTriangle aria-hidden />}
            title={say('Not this file')}
          >
            {refused}
          </Alert>
        )}
        {error === undefined ? null : <Failed error={error} />}
        {progress === undefined ? null : (
          <Progress value={progress} aria-label={say('Checked')} striped animated />
        )}
        <Group justify="flex-end">
          <FileButton onChange={check} accept=".csv,text/csv">
            {(button) => (
              <Button
                {...button}
                loading={progress !== undefined}
                leftSection={<IconFileUpload size={16} aria-hidden />}
              >
                {say('Choose a file')}
              </Button>
            )}
          </FileButton>
        </Group>
      </Stack>
    </Modal>
  );
}

function tooLarge({ name, size }: File): string {
  return say('{name} has {size}; a file of assignments has {most} at most. Is it another file?', {
    name,
    size: sayBytes(size),
    most: sayBytes(BYTES_MAX),
  });
}

function Confirm(props: {
  details: Schemas['BillingAccountDetails'];
  checked: Checked;
  onClose: () => void;
}) {
  const { details, checked, onClose } = props;
  const nameOf = (code: string) => details.licenses[code]?.name ?? code;
  const wanted = checked.read.wanted.flatMap(({ line: _, ...one }, place) => {
    const outcome = checked.outcomes[place]?.outcome;
    return outcome === 'assigned' || outcome === 'unassigned' ? [one] : [];
  });
  if (wanted.length === 0) {
    return (
      <Modal
        opened
        onClose={onClose}
        title={checked.name}
        closeButtonProps={{ 'aria-label': say('Close') }}
      >
        <Stack>
          <ImportDiff checked={checked} nameOf={nameOf} />
          <Button onClick={onClose}>{say('Nothing to change')}</Button>
        </Stack>
      </Modal>
    );
  }
  return (
    <AuthorizeDialog
      title={checked.name}
      confirm={sayMake(wanted.length)}
      onConfirm={async (authorizedBy) => {
        const made = await makeAssignments(details.id, wanted, { authorizedBy });
        await refresh();
        notifications.show({ message: sayMade(countMade(made)) });
      }}
      onClose={onClose}
    >
      <ImportDiff checked={checked} nameOf={nameOf} />
    </AuthorizeDialog>
  );
}
