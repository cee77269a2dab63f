import { Accordion, Badge, Card, Group, Table, Text } from '@mantine/core';
import type { Schemas } from '@tollkeeper/sdk';
import { client } from '../../../api/queries.ts';
import { sayInstant } from '../../../api/time.ts';
import { usePages } from '../../../api/use-pages.ts';
import { MorePages } from '../../../parts/more-pages.tsx';
import { Scrolls } from '../../../parts/scrolls.tsx';
import { TryAgain } from '../../../parts/try-again.tsx';

type Delivery = Schemas['WebhookDelivery'];

const COLORS: Record<Delivery['state'], string> = {
  pending: 'ink',
  delivered: 'teal',
  abandoned: 'red',
};

/** Each endpoint, and below it what was sent there, what it answered, and what is sent next. */
export function Webhooks() {
  const endpoints = usePages(['webhook-endpoints'], (from) =>
    client.get('/v1/webhook-endpoints', { query: { limit: 50, ...from } }),
  );
  return (
    <MorePages
      query={endpoints}
      empty="No address hears of events yet. An API key makes one: POST /v1/webhook-endpoints."
    >
      {(rows) => (
        <Card>
          <Accordion chevronPosition="left">
            {rows.map((endpoint) => (
              <Accordion.Item key={endpoint.id} value={endpoint.id}>
                <Accordion.Control>
                  <Group gap="xs" fz="sm">
                    <Text inherit span fw={600} style={{ overflowWrap: 'anywhere' }}>
                      {endpoint.url}
                    </Text>
                    <Badge color={endpoint.enabled ? 'teal' : 'red'}>
                      {endpoint.enabled ? 'on' : 'off'}
                    </Badge>
                    {endpoint.disabled_reason}
                  </Group>
                </Accordion.Control>
                <Accordion.Panel>
                  <Deliveries endpoint={endpoint.id} />
                </Accordion.Panel>
              </Accordion.Item>
            ))}
          </Accordion>
        </Card>
      )}
    </MorePages>
  );
}

function Deliveries({ endpoint: whk }: { endpoint: string }) {
  const deliveries = usePages(['deliveries', whk], (from) =>
    client.get('/v1/webhook-endpoints/{whk}/deliveries', {
      params: { whk },
      query: { limit: 25, ...from },
    }),
  );
  return (
    <MorePages query={deliveries} empty="Nothing was sent there yet.">
      {(rows) => (
        <Scrolls label="Deliveries, which scroll">
          <Table aria-label="Deliveries">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Event</Table.Th>
                <Table.Th>State</Table.Th>
                <Table.Th ta="right">Attempts</Table.Th>
                <Table.Th>Last answer</Table.Th>
                <Table.Th aria-label="Send again" />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody className="figure">
              {rows.map((delivery) => (
                <Table.Tr key={delivery.event}>
                  <Table.Td>{delivery.event}</Table.Td>
                  <Table.Td>
                    <Badge color={COLORS[delivery.state]}>{delivery.state}</Badge>
                  </Table.Td>
                  <Table.Td ta="right">{delivery.attempts}</Table.Td>
                  <Table.Td>
                    {delivery.last_result ?? '–'}
                    <Text size="xs" c="dimmed">
                      {delivery.last_attempt_at === null
                        ? ''
                        : sayInstant(delivery.last_attempt_at)}
                    </Text>
                  </Table.Td>
                  <Table.Td>
                    <TryAgain
                      label="Send again"
                      about={delivery.event}
                      run={(idempotencyKey) =>
                        client.post('/v1/webhook-endpoints/{whk}/deliveries/{evt}/retry', {
                          params: { whk, evt: delivery.event },
                          idempotencyKey,
                        })
                      }
                    />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Scrolls>
      )}
    </MorePages>
  );
}
