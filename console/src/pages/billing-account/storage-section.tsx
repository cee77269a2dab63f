import { Card, Group, Progress, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { Schemas } from '@tollkeeper/sdk';
import { isZero } from '../../api/money.ts';
import { sayBytes, sayDay } from '../../api/time.ts';
import { Asks } from '../../parts/ask.tsx';
import { MoneyText } from '../../parts/money-text.tsx';
import { said, say } from '../../words/say.ts';
import { PurgeRow } from './purge-row.tsx';
import { StorageMap } from './storage-map.tsx';

type Storage = Schemas['Storage'];

/** What is stored, what it will cost, and what to purge to get below. */
export function StorageSection({ details }: { details: Schemas['BillingAccountDetails'] }) {
  const { storage } = details;
  return (
    <Stack gap="lg">
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        {Object.entries(storage.meters).map(([code, meter]) => (
          <MeterCard key={code} meter={meter} />
        ))}
      </SimpleGrid>
      <StorageMap account={details.id} storage={storage} />
      <Card component="section">
        <Group justify="space-between" mb="xs" align="baseline">
          <Title order={2} size="h4">
            {say('How to get below')}
          </Title>
          <Text size="sm" className="figure">
            {said('Projected for {start} to {end}: {fee}', {
              start: sayDay(storage.period.start),
              end: sayDay(storage.period.end),
              fee: <MoneyText value={storage.projected_fee} fw={700} />,
            })}
          </Text>
        </Group>
        {storage.purge_plan.length === 0 ? (
          <Text c="dimmed" size="sm">
            {isZero(storage.fee_per_month)
              ? say('Everything is within the free allowance; there is nothing to do.')
              : say('Nothing is left that could be purged.')}
          </Text>
        ) : (
          <>
            <Text size="sm" c="dimmed">
              {said(
                'As it is, storage costs {fee} a month. Done from the top, each step saves what stands beside it.',
                { fee: <MoneyText value={storage.fee_per_month} /> },
              )}
            </Text>
            <Stack gap={0} component="ol" m={0} p={0} mt="xs" className="rows">
              {storage.purge_plan.map((row) => (
                <PurgeRow key={row.objects.join(' ')} row={row} account={details.id} />
              ))}
            </Stack>
          </>
        )}
      </Card>
      <Asks account={details.id} questions={['how-to-lower-storage-fee']} />
    </Stack>
  );
}

function MeterCard({ meter }: { meter: Storage['meters'][string] }) {
  const { name, used_bytes: used, allowance_bytes: allowance, over_bytes: over } = meter;
  const whole = Math.max(used, allowance, 1);
  const isOver = over > 0;
  return (
    <Card>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" c="dimmed" fw={500}>
          {name}
        </Text>
        {meter.price_per_gb === null ? null : (
          <Text size="xs" c="dimmed">
            {said('{price} a GB', { price: <MoneyText value={meter.price_per_gb} /> })}
          </Text>
        )}
      </Group>
      <Text fz={24} fw={650} lh={1.3} className="figure">
        {said('{used} <small>of {allowance} allowance</small>', {
          used: sayBytes(used),
          allowance: sayBytes(allowance),
          small: (words) => (
            <Text span fz="sm" fw={400} c="dimmed">
              {words}
            </Text>
          ),
        })}
      </Text>
      <Progress.Root my={8}>
        <Progress.Section
          value={(100 * (used - over)) / whole}
          color="ink"
          aria-label={say('{name} within the allowance', { name })}
        />
        {isOver ? (
          <Progress.Section
            value={(100 * over) / whole}
            color="orange.7"
            aria-label={say('{name} over the allowance', { name })}
          />
        ) : null}
      </Progress.Root>
      <Text size="sm" c={isOver ? 'var(--tk-warn)' : 'dimmed'} className="figure">
        {isOver
          ? said('{size} over: {fee} a month', {
              size: sayBytes(over),
              fee: <MoneyText value={meter.fee_per_month} />,
            })
          : say('{size} left', { size: sayBytes(allowance - used) })}
      </Text>
      {isZero(meter.projected_fee) ? null : (
        <Text size="xs" c="dimmed" className="figure">
          {said('{fee} projected for this period', {
            fee: <MoneyText value={meter.projected_fee} />,
          })}
        </Text>
      )}
    </Card>
  );
}
