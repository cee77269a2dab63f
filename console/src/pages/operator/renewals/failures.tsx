import { Anchor, Card, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '@tollkeeper/sdk';
import { client } from '../../../api/queries.ts';
import { saySentence } from '../../../api/sentence.ts';
import { sayDay, sayInstant } from '../../../api/time.ts';
import { usePages } from '../../../api/use-pages.ts';
import { MorePages } from '../../../parts/more-pages.tsx';
import { Scrolls } from '../../../parts/scrolls.tsx';
import { TryAgain } from '../../../parts/try-again.tsx';
import { say } from '../../../words/say.ts';

type Failure = Schemas['RenewalFailure'];

/** Renewals that could not be made, each with its reason; the others go on without them. */
export function Failures() {
  const failures = usePages(['renewal-failures'], (from) =>
    client.get('/v1/renewal-runs/failures', { query: { limit: 50, ...from } }),
  );
  return (
    <MorePages query={failures} empty={say('No renewal has failed.')}>
      {(rows) => (
        <Card>
          <Scrolls label={say('Renewals that failed, which scroll')}>
            <Table aria-label={say('Renewals that failed')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{say('Billing account')}</Table.Th>
                  <Table.Th>{say('Renewal of')}</Table.Th>
                  <Table.Th>{say('Why')}</Table.Th>
                  <Table.Th ta="right">{say('Tries')}</Table.Th>
                  <Table.Th>{say('Next try')}</Table.Th>
                  <Table.Th aria-label={say('Retry')} />
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody className="figure">
                {rows.map((failure) => (
                  <FailureRow key={failure.billing_account} failure={failure} />
                ))}
              </Table.Tbody>
            </Table>
          </Scrolls>
        </Card>
      )}
    </MorePages>
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
