import { Anchor, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '@tollkeeper/sdk';
import { useCatalog } from '../../api/catalog.ts';
import { sayAgo, sayInstant } from '../../api/time.ts';
import { HeadedTable } from '../../parts/headed-table.tsx';
import { say } from '../../words/say.ts';

const DIRECTIONS: Readonly<Record<string, string>> = {
  inbound: say('inbound'),
  outbound: say('outbound'),
};

/** One row a port: who holds it, what for, and since when. */
export function PortsTable(props: { leases: Schemas['Ports']['leases']; now: number }) {
  const { leases, now } = props;
  const { activityName } = useCatalog();
  return (
    <HeadedTable
      label={say('Ports in use')}
      scrolls={say('{what}, which scrolls', { what: say('Ports in use') })}
      columns={[[say('Who')], [say('What for')], [say('Since'), 'right']]}
      rows={leases}
      row={(lease) => (
        <Table.Tr key={lease.authorization}>
          <Table.Td>
            {lease.employee === null ? (
              <Text size="sm" c="dimmed">
                {say('No employee yet')}
              </Text>
            ) : (
              <Anchor component={Link} to={`/employees/${lease.employee}`} size="sm" fw={600}>
                {lease.name}
              </Anchor>
            )}
          </Table.Td>
          <Table.Td>
            {activityName(lease.activity)}
            {lease.direction === null ? null : (
              <Text span c="dimmed" size="sm">
                , {DIRECTIONS[lease.direction] ?? lease.direction}
              </Text>
            )}
          </Table.Td>
          <Table.Td ta="right" className="figure" title={sayInstant(lease.since)}>
            {sayAgo(lease.since, now)}
          </Table.Td>
        </Table.Tr>
      )}
      table={{ miw: 300, horizontalSpacing: 'sm' }}
    />
  );
}
