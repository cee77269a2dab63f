import { Badge, Card, Select, Table, Text } from '@mantine/core';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { client } from '../../../api/queries.ts';
import { sayInstant } from '../../../api/time.ts';
import { usePages } from '../../../api/use-pages.ts';
import { MorePages } from '../../../parts/more-pages.tsx';
import { Scrolls } from '../../../parts/scrolls.tsx';
import { TryAgain } from '../../../parts/try-again.tsx';

type State = Schemas['Mail']['state'];

const COLORS: Record<State, string> = {
  pending: 'ink',
  sent: 'teal',
  refused: 'red',
  abandoned: 'red',
  unsent: 'orange',
};

/** Every mail, also those that no server took. */
export function Mails() {
  const [state, setState] = useState<State | null>(null);
  const mails = usePages(['mails', state], (from) =>
    client.get('/v1/mails', {
      query: { limit: 50, ...(state === null ? {} : { state }), ...from },
    }),
  );
  return (
    <>
      <Select
        label="State"
        placeholder="all"
        clearable
        data={Object.keys(COLORS)}
        value={state}
        onChange={(chosen) => setState(chosen as State | null)}
        maw={220}
        mb="md"
      />
      <MorePages query={mails} empty="No mail was written yet.">
        {(rows) => (
          <Card>
            <Scrolls label="Mails, which scroll">
              <Table aria-label="Mails">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>To</Table.Th>
                    <Table.Th>Subject</Table.Th>
                    <Table.Th>State</Table.Th>
                    <Table.Th>Written</Table.Th>
                    <Table.Th aria-label="Send again" />
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {rows.map((mail) => (
                    <Table.Tr key={mail.id}>
                      <Table.Td>{mail.to.address}</Table.Td>
                      <Table.Td>
                        {mail.subject}
                        {mail.last_result === null || mail.state === 'sent' ? null : (
                          <Text size="xs" c="dimmed">
                            {mail.last_result}
                          </Text>
                        )}
                      </Table.Td>
                      <Table.Td>
                        <Badge color={COLORS[mail.state]}>{mail.state}</Badge>
                      </Table.Td>
                      <Table.Td>{sayInstant(mail.created_at)}</Table.Td>
                      <Table.Td>
                        {mail.state === 'pending' || mail.state === 'sent' ? null : (
                          <TryAgain
                            label="Send again"
                            about={`${mail.subject} to ${mail.to.address}`}
                            run={(idempotencyKey) =>
                              client.post('/v1/mails/{mail}/retry', {
                                params: { mail: mail.id },
                                idempotencyKey,
                              })
                            }
                          />
                        )}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Scrolls>
          </Card>
        )}
      </MorePages>
    </>
  );
}
