import { Button, SimpleGrid, Stack } from '@mantine/core';
import { IconClock, IconHourglass, IconWallet } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { Schemas } from '@tollkeeper/sdk';
import { isZero, sayRounded } from '../../api/money.ts';
import { sayDay } from '../../api/time.ts';
import { FigureCard } from '../../parts/figure-card.tsx';
import { MoneyText } from '../../parts/money-text.tsx';
import { MinutesEntries } from './minutes-entries.tsx';
import { RechargeCard } from './recharge-card.tsx';

/** The balance in money and in minutes, when it runs out, recharge, and every movement. */
export function MinutesSection({ details }: { details: Schemas['BillingAccountDetails'] }) {
  const { minutes } = details;
  const navigate = useNavigate();
  const buy = () =>
    navigate({ to: `/billing-accounts/${details.id}/cart`, search: { minutes: '100.00' } });
  return (
    <Stack gap="lg">
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <FigureCard
          label="Dialer minutes balance"
          icon={<IconWallet size={18} />}
          figure={<MoneyText value={minutes.balance} />}
        >
          <span>
            <MoneyText value={minutes.available} /> available
            {isZero(minutes.held) ? '' : ', '}
            {isZero(minutes.held) ? null : (
              <>
                <MoneyText value={minutes.held} /> held for calls
              </>
            )}
          </span>
          {isZero(minutes.pending_purchases) ? null : (
            <span>
              <MoneyText value={minutes.pending_purchases} /> on its way
            </span>
          )}
        </FigureCard>
        <FigureCard
          label="In whole minutes"
          icon={<IconClock size={18} />}
          figure={minutes.minutes_at_base_rate?.toLocaleString() ?? '–'}
        >
          <span>at the base rate for calls out</span>
        </FigureCard>
        <FigureCard
          label="Lasts until"
          icon={<IconHourglass size={18} />}
          figure={minutes.run_out_on === null ? '–' : sayDay(minutes.run_out_on)}
        >
          <span>at {sayRounded(minutes.average_daily_usage)} a day on average</span>
        </FigureCard>
      </SimpleGrid>
      <Button onClick={buy} style={{ alignSelf: 'flex-start' }}>
        Buy minutes
      </Button>
      <RechargeCard details={details} />
      <MinutesEntries account={details.id} />
    </Stack>
  );
}
