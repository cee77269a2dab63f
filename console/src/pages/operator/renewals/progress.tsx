import { Badge, Progress as Bar, Card, Group, SimpleGrid, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@tollkeeper/sdk';
import type { ReactNode } from 'react';
import { client } from '../../../api/queries.ts';
import { sayCount, sayInstant } from '../../../api/time.ts';
import { Loaded } from '../../../parts/loaded.tsx';
import { say } from '../../../words/say.ts';

/** Often enough to see it move, seldom enough to be no load. */
const LOOK_EVERY_MS = 2_000;

/** The run under way, or the last one; looked at again and again while it is open. */
export function Progress() {
  const current = useQuery({
    queryKey: ['renewal-run'],
    refetchInterval: LOOK_EVERY_MS,
    queryFn: () => client.get('/v1/renewal-runs/current', {}),
  });
  return (
    <Loaded query={current} height={150}>
      {({ run, due, done, failed, accounts_per_second: rate, seconds_left: left }) => {
        const all = done + due;
        const percent = all === 0 ? 100 : (100 * done) / all;
        return (
          <Card component="section">
            <Group justify="space-between" mb="sm">
              <Title order={2} size="h4">
                {due === 0
                  ? say('Everything that is due is renewed')
                  : say('{count, number} still due', { count: due })}
              </Title>
              {run === null ? null : (
                <Badge color={run.status === 'running' ? 'ink' : 'teal'} size="lg">
                  {run.status === 'running' ? say('under way') : say('done')}
                </Badge>
              )}
            </Group>
            <Bar value={percent} aria-label={say('Share of the renewals that is done')} mb="md" />
            <SimpleGrid cols={{ base: 2, sm: 4 }} className="figure">
              <Fact label={say('Renewed in this run')}>{sayCount(done)}</Fact>
              <Fact label={say('Failed')}>{sayCount(failed)}</Fact>
              <Fact label={say('Accounts a second')}>{due === 0 ? '–' : sayCount(rate)}</Fact>
              <Fact label={say('Time left')}>
                {left === null || due === 0 ? '–' : sayLeft(left)}
              </Fact>
            </SimpleGrid>
            {run === null ? null : (
              <Text size="sm" c="dimmed" mt="sm">
                {saySpan(run)} ·{' '}
                {say('{count, plural, one {# invoice} other {# invoices}}', {
                  count: run.invoices,
                })}
              </Text>
            )}
          </Card>
        );
      }}
    </Loaded>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text fz={22} fw={650}>
        {children}
      </Text>
    </div>
  );
}

function saySpan({ began_at: began, ended_at: ended }: Schemas['RenewalRun']): string {
  const instant = sayInstant(began);
  return ended === null
    ? say('Began {instant}', { instant })
    : say('Began {instant}, ended {ended}', { instant, ended: sayInstant(ended) });
}

function sayLeft(seconds: number): string {
  return seconds < 90 ? `${seconds} s` : say('{count} min', { count: Math.ceil(seconds / 60) });
}
