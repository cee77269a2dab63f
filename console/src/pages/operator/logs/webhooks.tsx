import { Accordion, Badge, Card, Group, Table, Text } from '@mantine/core';
import type { Schemas } from '@tollkeeper/sdk';
import { client } from '../../../api/queries.ts';
import { sayInstant } from '../../../api/time.ts';
import { usePages } from '../../../api/use-pages.ts';
import { HeadedTable } from '../../../parts/headed-table.tsx';
import { MorePages } from '../../../parts/more-pages.tsx';
import { TryAgain } from '../../../parts/try-again.tsx';
import { say } from '../../../words/say.ts';

type Delivery = Schemas['WebhookDelivery'];

const LOOKS: Record<Delivery['state'], { color: string; word: string }> = {
  pending: { color: 'ink', word: say('pending') },
  delivered: { color: 'teal', word: say('delivered') },
  abandoned: { color: 'red', word: say('abandoned') },
};

/** Each endpoint, and below it what was sent there, what it answered, and what is sent next. */
export function Webhooks() {
  const endpoints = usePages(['webhook-endpoints'], (from) =>
    client.get('/v1/webhook-endpoints', { query: { limit: 50, ...from } }),
  );
  return (
    <MorePages
      query={endpoints}
      empty={say(
        'No address hears of events yet. An API key makes one: POST /v1/webhook-endpoints.',
      )}
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
                      {endpoint.enabled ? say('on') : say('off')}
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
    <MorePages query={deliveries} empty={say('Nothing was sent there yet.')}>
      {(rows) => (
        <HeadedTable
          label={say('Deliveries')}
          scrolls={say('Deliveries, which scroll')}
          columns={[
            [say('Event')],
            [say('State')],
            [say('Attempts'), 'right'],
            [say('Last answer')],
            [say('Send again'), 'unseen'],
          ]}
          rows={rows}
          row={(delivery) => (
            <Table.Tr key={delivery.event}>
              <Table.Td>{delivery.event}</Table.Td>
              <Table.Td>
                <Badge color={LOOKS[delivery.state].color}>{LOOKS[delivery.state].word}</Badge>
              </Table.Td>
              <Table.Td ta="right">{delivery.attempts}</Table.Td>
              <Table.Td>
                {delivery.last_result ?? '–'}
                <Text size="xs" c="dimmed">
                  {delivery.last_attempt_at === null ? '' : sayInstant(delivery.last_attempt_at)}
                </Text>
              </Table.Td>
              <Table.Td>
                <TryAgain
                  label={say('Send again')}
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
          )}
        />
      )}
    </MorePages>
  );
}
