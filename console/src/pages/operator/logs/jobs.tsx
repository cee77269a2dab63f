import { Anchor, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { client } from '../../../api/queries.ts';
import { saySentence } from '../../../api/sentence.ts';
import { sayInstant } from '../../../api/time.ts';
import { usePages } from '../../../api/use-pages.ts';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { TryAgain } from '../../../parts/try-again.tsx';
import { say } from '../../../words/say.ts';

/** Accounts whose due work (renewals, debits, readings, leases) fails, and when it is retried. */
export function Jobs() {
  const failures = usePages(['job-failures'], (from) =>
    client.get('/v1/jobs/failures', { query: { limit: 50, ...from } }),
  );
  return (
    <PagedTable
      query={failures}
      empty={say('Everything that fell due was done.')}
      label={say('Due work that failed')}
      scrolls={say('Due work that failed, which scrolls')}
      columns={[
        [say('Billing account')],
        [say('Why')],
        [say('Tries'), 'right'],
        [say('Next try')],
        [say('Retry'), 'unseen'],
      ]}
      row={(failure) => (
        <Table.Tr key={failure.billing_account}>
          <Table.Td>
            <Anchor component={Link} to={`/billing-accounts/${failure.billing_account}`} inherit>
              {failure.billing_account}
            </Anchor>
          </Table.Td>
          <Table.Td maw={420}>
            <Text inherit>{saySentence(failure.reason)}</Text>
            <Text size="xs" c="dimmed">
              {say('since {instant}', { instant: sayInstant(failure.failing_since) })}
            </Text>
          </Table.Td>
          <Table.Td ta="right">{failure.failures}</Table.Td>
          <Table.Td>{sayInstant(failure.retry_at)}</Table.Td>
          <Table.Td>
            <TryAgain
              label={say('Try now')}
              about={failure.billing_account}
              run={(idempotencyKey) =>
                client.post('/v1/jobs/failures/{ba}/retry', {
                  params: { ba: failure.billing_account },
                  idempotencyKey,
                })
              }
            />
          </Table.Td>
        </Table.Tr>
      )}
    />
  );
}
