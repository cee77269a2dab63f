import { Anchor, Button, Card, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { client, refresh } from '../../../api/queries.ts';
import { saySentence } from '../../../api/sentence.ts';
import { sayDay, sayInstant } from '../../../api/time.ts';
import { usePages } from '../../../api/use-pages.ts';
import { Failed } from '../../../parts/loaded.tsx';
import { MorePages } from '../../../parts/more-pages.tsx';
import { Scrolls } from '../../../parts/scrolls.tsx';

type Failure = Schemas['RenewalFailure'];

/** Renewals that could not be made, each with its reason; the others go on without them. */
export function Failures() {
  const failures = usePages(['renewal-failures'], (from) =>
    client.get('/v1/renewal-runs/failures', { query: { limit: 50, ...from } }),
  );
  return (
    <MorePages query={failures} empty="No renewal has failed.">
      {(rows) => (
        <Card>
          <Scrolls label="Renewals that failed, which scroll">
            <Table aria-label="Renewals that failed">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Billing account</Table.Th>
                  <Table.Th>Renewal of</Table.Th>
                  <Table.Th>Why</Table.Th>
                  <Table.Th ta="right">Tries</Table.Th>
                  <Table.Th>Next try</Table.Th>
                  <Table.Th aria-label="Retry" />
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
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const retry = async () => {
    setBusy(true);
    try {
      await client.post('/v1/renewal-runs/failures/{ba}/retry', { params: { ba: account } });
      await refresh();
    } catch (caught) {
      setError(caught as Error);
    } finally {
      setBusy(false);
    }
  };
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
        {error === undefined ? null : <Failed error={error} />}
      </Table.Td>
      <Table.Td ta="right">{failure.failures}</Table.Td>
      <Table.Td>{sayInstant(failure.retry_at)}</Table.Td>
      <Table.Td ta="right">
        <Button size="xs" variant="default" loading={busy} onClick={() => void retry()}>
          Try now
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}
