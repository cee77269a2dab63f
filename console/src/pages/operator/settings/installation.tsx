import { Card, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@tollkeeper/sdk';
import { client } from '../../../api/queries.ts';
import { HeadedTable } from '../../../parts/headed-table.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import { PRODUCT, say } from '../../../words/say.ts';

type Settings = Schemas['Settings'];

/** What was set where the product was started: read here, changed there. */
export function Installation() {
  const settings = useQuery({
    queryKey: ['settings'],
    queryFn: () => client.get('/v1/settings', {}),
  });
  return (
    <Card component="section" aria-label={say('Installation')}>
      <Title order={2} size="h4">
        {say('Installation')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {say('Set by environment variables where {product} is started, and read once, at start.', {
          product: PRODUCT,
        })}
      </Text>
      <Loaded query={settings} height={320}>
        {(data) => (
          <HeadedTable
            label={say('What was set')}
            scrolls={say('What was set, which scrolls')}
            columns={[[say('What')], [say('At present')], [say('Variable')]]}
            rows={rowsOf(data)}
            row={({ what, now, variables }) => (
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
            )}
          />
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
      what: say('Where browsers reach it'),
      now: settings.public_url ?? say('at its address on loopback'),
      variables: ['TOLLKEEPER_PUBLIC_URL'],
    },
    {
      what: say('Payments by Stripe'),
      now: sayOn(payments.stripe),
      variables: ['TOLLKEEPER_STRIPE_SECRET_KEY', 'TOLLKEEPER_STRIPE_WEBHOOK_SECRET'],
    },
    {
      what: say('Pretended cards, with which anybody can pay'),
      now: sayOn(payments.sandbox),
      variables: ['TOLLKEEPER_SANDBOX_PAYMENTS'],
    },
    {
      what: say('People are told of a renewal'),
      now: say('{count, plural, one {# day before it} other {# days before it}}', {
        count: settings.notice_days,
      }),
      variables: ['TOLLKEEPER_NOTICE_DAYS'],
    },
    {
      what: say('A session ends'),
      now: say('unused for {minutes, number} minutes, or after {hours, number} hours', {
        minutes: idleMinutes,
        hours,
      }),
      variables: ['TOLLKEEPER_SESSION_IDLE_MINUTES', 'TOLLKEEPER_SESSION_HOURS'],
    },
    {
      what: say('New calls while the database is gone'),
      now:
        settings.admission_without_database === 'allow' ? say('are allowed') : say('are refused'),
      variables: ['TOLLKEEPER_ADMISSION_WITHOUT_DATABASE'],
    },
    {
      what: say('Switches that ask by RADIUS'),
      now: settings.radius ? say('are heard') : say('are not heard'),
      variables: ['TOLLKEEPER_RADIUS_CLIENTS_FILE'],
    },
  ];
}

const sayOn = (isOn: boolean) => (isOn ? say('on') : say('off'));
