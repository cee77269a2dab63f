import { Anchor, Badge, Button, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import {
  IconArrowRight,
  IconCalendarDue,
  IconDatabase,
  IconPhone,
  IconShoppingCart,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '@tollkeeper/sdk';
import { isZero, sayMoney, sayRounded } from '../../api/money.ts';
import { client, useMe } from '../../api/queries.ts';
import { sayBytes, sayCount, sayDay } from '../../api/time.ts';
import { Alerts } from '../../parts/alerts.tsx';
import { Asks } from '../../parts/ask.tsx';
import { FigureCard } from '../../parts/figure-card.tsx';
import { say } from '../../words/say.ts';
import { Receipts } from './receipts.tsx';
import { TotalsTable } from './totals-table.tsx';

/** What people ask when they look at their bill. */
const QUESTIONS_HERE = [
  'where-are-my-minutes',
  'how-to-stop-paying-for-leavers',
  'how-to-lower-storage-fee',
  'can-i-get-a-credit',
] as const;

type Account = Schemas['BillingAccountSummary'];

/** One billing account: alerts, minutes, the next invoice, storage, totals and receipts. */
export function AccountSummary({ account }: { account: Account }) {
  const { data: me } = useMe();
  const mayBuy = me?.permissions.includes('billing.manage') === true;
  return (
    <Stack component="section" gap="md" aria-label={account.name}>
      <Group justify="space-between" align="flex-end">
        <div>
          <Group gap="sm">
            <Title order={2} size="h3">
              <Anchor component={Link} to={`/billing-accounts/${account.id}`} inherit c="inherit">
                {account.name}
              </Anchor>
            </Title>
            <Standing standing={account.standing} />
          </Group>
          <Text size="sm" c="dimmed">
            {say('{currency} · {zone} · billing period {start} to {end}', {
              currency: account.currency,
              zone: account.time_zone.replaceAll('_', ' '),
              start: sayDay(account.period.start),
              end: sayDay(dayBefore(account.period.end)),
            })}
          </Text>
        </div>
        <Group gap="xs">
          {mayBuy ? (
            <Button
              component={Link}
              to={`/billing-accounts/${account.id}/cart`}
              variant="default"
              leftSection={<IconShoppingCart size={16} aria-hidden />}
            >
              {say('Buy')}
            </Button>
          ) : null}
          <Button
            component={Link}
            to={`/billing-accounts/${account.id}`}
            variant="default"
            rightSection={<IconArrowRight size={16} aria-hidden />}
          >
            {say('Details')}
          </Button>
        </Group>
      </Group>
      <Alerts alerts={account.alerts} />
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <MinutesCard account={account} />
        <NextInvoiceCard account={account} />
        <StorageCard account={account} />
      </SimpleGrid>
      <TotalsTable account={account} />
      <Receipts account={account.id} />
      <Asks account={account.id} questions={QUESTIONS_HERE} />
    </Stack>
  );
}

function Standing({ standing }: { standing: Account['standing'] }) {
  if (standing === 'good') return <Badge color="green">{say('Good standing')}</Badge>;
  return <Badge color="red">{standing === 'suspended' ? say('Suspended') : say('Closed')}</Badge>;
}

function MinutesCard({ account: { minutes } }: { account: Account }) {
  const whole = minutes.minutes_at_base_rate;
  return (
    <FigureCard
      label={say('Dialer minutes balance')}
      icon={<IconPhone size={18} />}
      figure={sayMoney(minutes.balance)}
    >
      <Text inherit className="figure">
        {whole === null
          ? say('No base rate in this currency')
          : say('about {minutes} minutes at the base rate', { minutes: sayCount(whole) })}
      </Text>
      {isZero(minutes.held) ? null : (
        <Text inherit className="figure">
          {say('{held} held for calls · {available} available', {
            held: sayMoney(minutes.held),
            available: sayMoney(minutes.available),
          })}
        </Text>
      )}
      {isZero(minutes.pending_purchases) ? null : (
        <Text inherit className="figure">
          {say('{amount} bought, not cleared yet', {
            amount: sayMoney(minutes.pending_purchases),
          })}
        </Text>
      )}
      {minutes.run_out_on === null ? null : (
        <Text inherit>
          {say('lasts until about {day} at {amount} a day', {
            day: sayDay(minutes.run_out_on),
            amount: sayRounded(minutes.average_daily_usage),
          })}
        </Text>
      )}
    </FigureCard>
  );
}

function NextInvoiceCard({ account }: { account: Account }) {
  const upcoming = useQuery({
    queryKey: ['upcoming', account.id],
    queryFn: () =>
      client.get('/v1/billing-accounts/{ba}/invoices/upcoming', { params: { ba: account.id } }),
  });
  const { data } = upcoming;
  return (
    <FigureCard
      label={say('Next invoice')}
      icon={<IconCalendarDue size={18} />}
      figure={data === undefined ? '…' : sayMoney(data.total)}
    >
      <Text inherit>{say('on {day}', { day: sayDay(data?.due_on ?? account.period.end) })}</Text>
      <Text inherit className="figure">
        {data === undefined || isZero(data.tax)
          ? say('licenses in advance, storage in arrears')
          : say('of it {amount} tax', { amount: sayMoney(data.tax) })}
      </Text>
    </FigureCard>
  );
}

function StorageCard({ account: { storage } }: { account: Account }) {
  const meters = Object.values(storage.meters);
  const used = meters.reduce((sum, meter) => sum + meter.used_bytes, 0);
  const over = meters.filter((meter) => meter.over_bytes > 0);
  return (
    <FigureCard
      label={say('Storage fee this period')}
      icon={<IconDatabase size={18} />}
      figure={sayMoney(storage.projected_fee)}
    >
      <Text inherit>{say('{size} stored', { size: sayBytes(used) })}</Text>
      <Text inherit>
        {over.length === 0
          ? say('everything within its free allowance')
          : say('{meters} over the allowance', {
              meters: over.map(({ name }) => name).join(', '),
            })}
      </Text>
    </FigureCard>
  );
}

/** A period ends before the day that the next begins on. */
function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
