import { Badge, Card, Table } from '@mantine/core';
import { client } from '../../../api/queries.ts';
import { sayCount, sayInstant } from '../../../api/time.ts';
import { usePages } from '../../../api/use-pages.ts';
import { MorePages } from '../../../parts/more-pages.tsx';
import { Scrolls } from '../../../parts/scrolls.tsx';
import { say } from '../../../words/say.ts';

/** Every run, the newest first: when it was, and how much it made. */
export function Runs() {
  const runs = usePages(['renewal-runs'], (from) =>
    client.get('/v1/renewal-runs', { query: { limit: 50, ...from } }),
  );
  return (
    <MorePages query={runs} empty={say('There was no run yet: none of the accounts was due.')}>
      {(rows) => (
        <Card>
          <Scrolls label={say('Runs, which scroll')}>
            <Table aria-label={say('Runs')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{say('Began')}</Table.Th>
                  <Table.Th>{say('Ended')}</Table.Th>
                  <Table.Th ta="right">{say('Accounts')}</Table.Th>
                  <Table.Th ta="right">{say('Invoices')}</Table.Th>
                  <Table.Th>{say('Status')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody className="figure">
                {rows.map((run) => (
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
                ))}
              </Table.Tbody>
            </Table>
          </Scrolls>
        </Card>
      )}
    </MorePages>
  );
}
