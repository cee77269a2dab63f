import { Card, Skeleton, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@tollkeeper/sdk';
import { lazy, Suspense } from 'react';
import { sayMoney, sayRounded } from '../../api/money.ts';
import { client } from '../../api/queries.ts';
import { sayDay } from '../../api/time.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { say } from '../../words/say.ts';

const BurnDownChart = lazy(() => import('./burn-down-chart.tsx'));

const CHART_PX = 260;
const DAYS = 30;

/** How the balance went down in a month, and where it goes from here. */
export function BurnDownCard({ details }: { details: Schemas['BillingAccountDetails'] }) {
  const { minutes } = details;
  const history = useQuery({
    queryKey: ['minutes-days', details.id],
    queryFn: () =>
      client.get('/v1/billing-accounts/{ba}/minutes/days', {
        params: { ba: details.id },
        query: { days: DAYS },
      }),
  });
  return (
    <Card component="section" aria-label={say('Burn-down')}>
      <Title order={2} size="h4">
        {say('How it burns down')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {sentenceOf(minutes)}
      </Text>
      <Loaded query={history} height={CHART_PX}>
        {({ days }) => (
          <div
            role="img"
            aria-label={say('The balance of each of the last {days} days', { days: DAYS })}
          >
            <Suspense fallback={<Skeleton height={CHART_PX} />}>
              <BurnDownChart days={days} minutes={minutes} />
            </Suspense>
          </div>
        )}
      </Loaded>
    </Card>
  );
}

function sentenceOf(minutes: Schemas['Minutes']): string {
  const { run_out_on: runOut, available, average_daily_usage: perDay } = minutes;
  if (runOut === null) return say('Nothing is being used, so nothing runs out.');
  return say('At {perDay} a day, {available} lasts until about {day}.', {
    perDay: sayRounded(perDay),
    available: sayMoney(available),
    day: sayDay(runOut),
  });
}
