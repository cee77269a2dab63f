import { Button, Group } from '@mantine/core';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { say } from '../../words/say.ts';
import { writeAssignments } from './assignments-csv.ts';
import { ImportAssignments } from './import-assignments.tsx';
import { everybody, type PeopleFilter } from './use-people.ts';

/** Who holds what as a file, there and back. */
export function AssignmentFiles(props: {
  details: Schemas['BillingAccountDetails'];
  filter: PeopleFilter;
  mayAssign: boolean;
}) {
  const { details, filter, mayAssign } = props;
  const [busy, setBusy] = useState(false);
  const [importing, setImporting] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      const rows = await everybody(details.company, filter);
      download(
        writeAssignments(rows, details.licenses),
        say('assignments-{day}.csv', { day: details.today }),
      );
    } finally {
      setBusy(false);
    }
  };
  return (
    <Group gap="xs" className="no-print">
      <Button
        variant="default"
        loading={busy}
        onClick={save}
        leftSection={<IconDownload size={16} aria-hidden />}
      >
        {say('Export CSV')}
      </Button>
      {mayAssign ? (
        <Button
          variant="default"
          onClick={() => setImporting(true)}
          leftSection={<IconUpload size={16} aria-hidden />}
        >
          {say('Import CSV')}
        </Button>
      ) : null}
      {importing ? (
        <ImportAssignments details={details} onClose={() => setImporting(false)} />
      ) : null}
    </Group>
  );
}

function download(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
