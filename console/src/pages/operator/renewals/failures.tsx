import { Anchor, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '@tollkeeper/sdk';
import { client } from '../../../api/queries.ts';
import { saySentence } from '../../../api/sentence.ts';
import { sayDay, sayInstant } from '../../../api/time.ts';
import { usePages } from '../../../api/use-pages.ts';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { TryAgain } from '../../../parts/try-again.tsx';
import { say } from '../../../words/say.ts';

type Failure = Schemas['RenewalFailure'];

/** Renewals that could not be made, each with its reason; the others go on without them. */
export function Failures() {
  const failures = usePages(['renewal-failures'], (from) =>
    client.get('/v1/renewal-runs/failures', { query: { limit: 50, ...from } }),
  );
  return (
    <PagedTable
      query={failures}
      empty={say('No renewal has failed.')}
      label={say('Renewals that failed')}
      scrolls={say('Renewals that failed, which scroll')}
      columns={[
        [say('Billing account')],
        [say('Renewal of')],
        [say('Why')],
        [say('Tries'), 'right'],
        [say('Next try')],
        [say('Retry'), 'unseen'],
      ]}
      row={(failure) => <FailureRow key={failure.billing_account} failure={failure} />}
    />
  );
}

function FailureRow({ failure }: { failure: Failure }) {
  const { billing_account: account } = failure;
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor component={Link} to={`/billing-accounts/${account}`} inherit>
          {account}
        </Anchor>
      </Table.Td>
      <Table.Td>{sayDay(failure.renewal_on)}</Table.Td>
      <Table.Td maw={360}>
        <Text inherit>{saySentence(failure.reason)}</Text>
      </Table.Td>
      <Table.Td ta="right">{failure.failures}</Table.Td>
      <Table.Td>{sayInstant(failure.retry_at)}</Table.Td>
      <Table.Td ta="right">
        <TryAgain
          label={say('Try now')}
          about={account}
          run={(idempotencyKey) =>
            client.post('/v1/renewal-runs/failures/{ba}/retry', {
              params: { ba: account },
              idempotencyKey,
            })
          }
        />
      </Table.Td>
    </Table.Tr>
  );
}
