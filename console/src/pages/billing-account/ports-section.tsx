import { Badge, Card, Group, Progress, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconPhone, IconTrendingUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@tollkeeper/sdk';
import { client } from '../../api/queries.ts';
import { Asks } from '../../parts/ask.tsx';
import { FigureCard } from '../../parts/figure-card.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { say } from '../../words/say.ts';
import { PeaksMap } from './peaks-map.tsx';
import { PortOptions } from './port-options.tsx';
import { PortsTable } from './ports-table.tsx';

/** Calls begin and end all the time; who looks at the board wants to see it. */
const EVERY_MS = 5_000;

/** Who holds which Flex Port since when, and how many are really needed. */
export function PortsSection({ details }: { details: Schemas['BillingAccountDetails'] }) {
  const ports = useQuery({
    queryKey: ['ports', details.id],
    refetchInterval: EVERY_MS,
    queryFn: async () => {
      const board = await client.get('/v1/billing-accounts/{ba}/ports', {
        params: { ba: details.id },
      });
      return { board, readAt: Date.now() };
    },
  });
  return (
    <Loaded query={ports} height={420}>
      {({ board, readAt }) => (
        <Stack gap="lg">
          <Figures board={board} />
          <Card component="section">
            <Group justify="space-between" mb="sm">
              <Title order={2} size="h4">
                {say('Who holds them')}
              </Title>
              <Badge color={board.free === 0 && board.total > 0 ? 'red' : 'teal'} size="lg">
                {say('{count} free', { count: board.free })}
              </Badge>
            </Group>
            {board.leases.length === 0 ? (
              <Text c="dimmed" size="sm">
                {say('No port is in use. Calls that take one appear here within seconds.')}
              </Text>
            ) : (
              <PortsTable leases={board.leases} now={presentOf(details, readAt)} />
            )}
          </Card>
          <PortOptions board={board} account={details.id} />
          <PeaksMap board={board} timeZone={details.time_zone} />
          <Asks account={details.id} questions={['why-insufficient-ports']} />
        </Stack>
      )}
    </Loaded>
  );
}

/** An account on a test clock has a present of its own, which stands still. */
function presentOf(details: Schemas['BillingAccountDetails'], readAt: number): number {
  return details.test_clock === null ? readAt : new Date(details.now).getTime();
}

function Figures({ board }: { board: Schemas['Ports'] }) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <FigureCard
        label={say('In use now')}
        icon={<IconPhone size={18} />}
        figure={say('{part} of {total}', { part: board.in_use, total: board.total })}
      >
        <Progress
          value={board.total === 0 ? 0 : (100 * board.in_use) / board.total}
          color={board.free === 0 ? 'red.7' : 'ink'}
          aria-label={say('Ports in use')}
          my={4}
        />
        <span>
          {say(
            '{assigned, plural, one {# employee holds} other {# employees hold}} a {license} license; at most {peak} were in use at once in 30 days.',
            { assigned: board.assigned, license: board.name, peak: board.peak_30d },
          )}
        </span>
      </FigureCard>
      <FigureCard
        label={say('Needed, by the last 30 days')}
        icon={<IconTrendingUp size={18} />}
        figure={board.advice.recommended}
      >
        <span>{board.advice.sentence}</span>
      </FigureCard>
    </SimpleGrid>
  );
}
