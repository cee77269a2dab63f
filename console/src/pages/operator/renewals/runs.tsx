import { Badge, Table } from '@mantine/core';
import { client } from '../../../api/queries.ts';
import { sayCount, sayInstant } from '../../../api/time.ts';
import { usePages } from '../../../api/use-pages.ts';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { say } from '../../../words/say.ts';

/** Every run, the newest first: when it was, and how much it made. */
export function Runs() {
  const runs = usePages(['renewal-runs'], (from) =>
    client.get('/v1/renewal-runs', { query: { limit: 50, ...from } }),
  );
  return (
    <PagedTable
      query={runs}
      empty={say('There was no run yet: none of the accounts was due.')}
      label={say('Runs')}
      scrolls={say('Runs, which scroll')}
      columns={[
        [say('Began')],
        [say('Ended')],
        [say('Accounts'), 'right'],
        [say('Invoices'), 'right'],
        [say('Status')],
      ]}
      row={(run) => (
        <Table.Tr key={run.id}>
          <Table.Td>{sayInstant(run.began_at)}</Table.Td>
          <Table.Td>{run.ended_at === null ? '–' : sayInstant(run.ended_at)}</Table.Td>
          <Table.Td ta="right">{sayCount(run.accounts)}</Table.Td>
          <Table.Td ta="right">{sayCount(run.invoices)}</Table.Td>
          <Table.Td>
            <Badge color={run.status === 'running' ? 'ink' : 'teal'}>
              {run.status === 'running' ? say('running') : say('done')}
            </Badge>
          </Table.Td>
        </Table.Tr>
      )}
    />
  );
}
