import { Card, Group, Progress, SimpleGrid, Table, Text, Title } from '@mantine/core';
import { IconPhone, IconTrendingUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@tollkeeper/sdk';
import { client } from '../../api/queries.ts';
import { sayAgo } from '../../api/time.ts';
import { FigureCard } from '../../parts/figure-card.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Scrolls } from '../../parts/scrolls.tsx';

/** Calls begin and end all the time; who looks at the board wants to see it. */
const EVERY_MS = 5_000;

/** Who holds which Flex Port since when, and how many are really needed. */
export function PortsSection({ details }: { details: Schemas['BillingAccountDetails'] }) {
  const ports = useQuery({
    queryKey: ['ports', details.id],
    refetchInterval: EVERY_MS,
    queryFn: () => client.get('/v1/billing-accounts/{ba}/ports', { params: { ba: details.id } }),
  });
  return (
    <Loaded query={ports} height={360}>
      {(board) => (
        <>
          <SimpleGrid cols={{ base: 1, sm: 2 }} mb="lg">
            <FigureCard
              label="In use now"
              icon={<IconPhone size={18} />}
              figure={`${board.in_use} of ${board.total}`}
            >
              <Progress
                value={board.total === 0 ? 0 : (100 * board.in_use) / board.total}
                color={board.free === 0 ? 'red' : 'ink'}
                aria-label="Ports in use"
                mt={4}
              />
              <span>
                {board.free} free · {board.assigned} employees hold a {board.name} license
              </span>
            </FigureCard>
            <FigureCard
              label="Needed, by the last 30 days"
              icon={<IconTrendingUp size={18} />}
              figure={board.advice.recommended}
            >
              <span>{board.advice.sentence}</span>
            </FigureCard>
          </SimpleGrid>
          <Card>
            <Title order={2} size="h4" mb="sm">
              Who holds them
            </Title>
            {board.leases.length === 0 ? (
              <Text c="dimmed" size="sm">
                No port is in use.
              </Text>
            ) : (
              <Scrolls label="Ports in use, which scrolls">
                <Table miw={480} aria-label="Ports in use">
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>Who</Table.Th>
                      <Table.Th>What for</Table.Th>
                      <Table.Th>Since</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {board.leases.map((lease) => (
                      <Table.Tr key={lease.authorization}>
                        <Table.Td fw={600}>{lease.name ?? 'No employee'}</Table.Td>
                        <Table.Td>
                          <Group gap={6}>
                            {lease.activity}
                            {lease.direction === null ? null : (
                              <Text span c="dimmed" size="sm">
                                {lease.direction}
                              </Text>
                            )}
                          </Group>
                        </Table.Td>
                        <Table.Td>{sayAgo(lease.since, new Date(details.now).getTime())}</Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </Scrolls>
            )}
          </Card>
        </>
      )}
    </Loaded>
  );
}
