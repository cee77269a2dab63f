import { Alert, SimpleGrid, Stack } from '@mantine/core';
import { IconClock, IconHourglass, IconWallet } from '@tabler/icons-react';
import type { Schemas } from '@tollkeeper/sdk';
import { isNegative, isZero, sayRounded } from '../../api/money.ts';
import { useMe } from '../../api/queries.ts';
import { sayCount, sayDay } from '../../api/time.ts';
import { Asks } from '../../parts/ask.tsx';
import { ButtonLink } from '../../parts/button-link.tsx';
import { FigureCard } from '../../parts/figure-card.tsx';
import { MoneyText } from '../../parts/money-text.tsx';
import { BurnDownCard } from './burn-down-card.tsx';
import { MinutesEntries } from './minutes-entries.tsx';
import { RateLookup } from './rate-lookup.tsx';
import { RechargeCard } from './recharge-card.tsx';

/** The balance in money and in minutes, when it runs out, recharge, and every movement. */
export function MinutesSection({ details }: { details: Schemas['BillingAccountDetails'] }) {
  const { minutes } = details;
  const { data: me } = useMe();
  return (
    <Stack gap="lg">
      {isNegative(minutes.balance) ? (
        <Alert color="red" title="The balance is below zero">
          No call or message that costs something is admitted. The next purchase fills it first.
        </Alert>
      ) : null}
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <FigureCard
          label="Dialer minutes balance"
          icon={<IconWallet size={18} />}
          figure={<MoneyText value={minutes.balance} />}
        >
          <Held minutes={minutes} />
          {me?.permissions.includes('billing.manage') === true ? (
            <ButtonLink
              to="/billing-accounts/$account/cart"
              params={{ account: details.id }}
              search={{ minutes: '100.00' }}
              mt="sm"
              style={{ alignSelf: 'flex-start' }}
            >
              Buy minutes
            </ButtonLink>
          ) : null}
        </FigureCard>
        <FigureCard
          label="In whole minutes"
          icon={<IconClock size={18} />}
          figure={
            minutes.minutes_at_base_rate === null ? '–' : sayCount(minutes.minutes_at_base_rate)
          }
        >
          <span>at the base rate for calls out</span>
        </FigureCard>
        <FigureCard
          label="Lasts until"
          icon={<IconHourglass size={18} />}
          figure={minutes.run_out_on === null ? '–' : sayDay(minutes.run_out_on)}
        >
          <span>
            {isZero(minutes.average_daily_usage)
              ? 'nothing has been used for a whole day yet'
              : `at ${sayRounded(minutes.average_daily_usage)} a day on average`}
          </span>
        </FigureCard>
      </SimpleGrid>
      <BurnDownCard details={details} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <RechargeCard details={details} />
        <RateLookup account={details.id} />
      </SimpleGrid>
      <MinutesEntries details={details} />
      <Asks account={details.id} questions={['where-are-my-minutes']} />
    </Stack>
  );
}

function Held({ minutes }: { minutes: Schemas['Minutes'] }) {
  return (
    <>
      <span>
        <MoneyText value={minutes.available} /> available
        {isZero(minutes.held) ? null : (
          <>
            , <MoneyText value={minutes.held} /> held for calls
          </>
        )}
      </span>
      {isZero(minutes.pending_purchases) ? null : (
        <span>
          <MoneyText value={minutes.pending_purchases} /> on its way
        </span>
      )}
    </>
  );
}
