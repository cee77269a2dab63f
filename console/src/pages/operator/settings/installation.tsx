import { Card, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@tollkeeper/sdk';
import { client } from '../../../api/queries.ts';
import { sayCount } from '../../../api/time.ts';
import { Loaded } from '../../../parts/loaded.tsx';
import { Scrolls } from '../../../parts/scrolls.tsx';

type Settings = Schemas['Settings'];

/** What was set where the product was started: read here, changed there. */
export function Installation() {
  const settings = useQuery({
    queryKey: ['settings'],
    queryFn: () => client.get('/v1/settings', {}),
  });
  return (
    <Card component="section" aria-label="Installation">
      <Title order={2} size="h4">
        Installation
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        Set by environment variables where Tollkeeper is started, and read once, at start.
      </Text>
      <Loaded query={settings} height={320}>
        {(data) => (
          <Scrolls label="What was set, which scrolls">
            <Table aria-label="What was set">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>What</Table.Th>
                  <Table.Th>Now</Table.Th>
                  <Table.Th>Variable</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rowsOf(data).map(({ what, now, variables }) => (
                  <Table.Tr key={what}>
                    <Table.Td>{what}</Table.Td>
                    <Table.Td className="figure">{now}</Table.Td>
                    <Table.Td>
                      <Stack gap={0} fz="xs" ff="monospace">
                        {variables.map((variable) => (
                          <span key={variable}>{variable}</span>
                        ))}
                      </Stack>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Scrolls>
        )}
      </Loaded>
    </Card>
  );
}

interface Row {
  readonly what: string;
  readonly now: string;
  readonly variables: readonly string[];
}

function rowsOf(settings: Settings): Row[] {
  const { sessions, payments } = settings;
  const { idle_minutes: idleMinutes, hours } = sessions;
  return [
    {
      what: 'Where browsers reach it',
      now: settings.public_url ?? 'at its address on loopback',
      variables: ['TOLLKEEPER_PUBLIC_URL'],
    },
    {
      what: 'Payments by Stripe',
      now: payments.stripe ? 'on' : 'off',
      variables: ['TOLLKEEPER_STRIPE_SECRET_KEY', 'TOLLKEEPER_STRIPE_WEBHOOK_SECRET'],
    },
    {
      what: 'Pretended cards, with which anybody can pay',
      now: payments.sandbox ? 'on' : 'off',
      variables: ['TOLLKEEPER_SANDBOX_PAYMENTS'],
    },
    {
      what: 'People are told of a renewal',
      now: `${settings.notice_days} days before it`,
      variables: ['TOLLKEEPER_NOTICE_DAYS'],
    },
    {
      what: 'A session ends',
      now: `unused for ${sayCount(idleMinutes)} minutes, or after ${sayCount(hours)} hours`,
      variables: ['TOLLKEEPER_SESSION_IDLE_MINUTES', 'TOLLKEEPER_SESSION_HOURS'],
    },
    {
      what: 'New calls while the database is gone',
      now: settings.admission_without_database === 'allow' ? 'are allowed' : 'are refused',
      variables: ['TOLLKEEPER_ADMISSION_WITHOUT_DATABASE'],
    },
    {
      what: 'Switches that ask by RADIUS',
      now: settings.radius ? 'are heard' : 'are not heard',
      variables: ['TOLLKEEPER_RADIUS_CLIENTS_FILE'],
    },
  ];
}
