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
import { said, say } from '../../words/say.ts';
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
        <Alert color="red" title={say('The balance is below zero')}>
          {say(
            'No call or message that costs something is admitted. The next purchase fills it first.',
          )}
        </Alert>
      ) : null}
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <FigureCard
          label={say('Dialer minutes balance')}
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
              {say('Buy minutes')}
            </ButtonLink>
          ) : null}
        </FigureCard>
        <FigureCard
          label={say('In whole minutes')}
          icon={<IconClock size={18} />}
          figure={
            minutes.minutes_at_base_rate === null ? '–' : sayCount(minutes.minutes_at_base_rate)
          }
        >
          <span>{say('at the base rate for calls out')}</span>
        </FigureCard>
        <FigureCard
          label={say('Lasts until')}
          icon={<IconHourglass size={18} />}
          figure={minutes.run_out_on === null ? '–' : sayDay(minutes.run_out_on)}
        >
          <span>
            {isZero(minutes.average_daily_usage)
              ? say('nothing has been used for a whole day yet')
              : say('at {amount} a day on average', {
                  amount: sayRounded(minutes.average_daily_usage),
                })}
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
  const available = <MoneyText value={minutes.available} />;
  return (
    <>
      <span>
        {isZero(minutes.held)
          ? said('{available} available', { available })
          : said('{available} available, {held} held for calls', {
              available,
              held: <MoneyText value={minutes.held} />,
            })}
      </span>
      {isZero(minutes.pending_purchases) ? null : (
        <span>
          {said('{amount} on its way', {
            amount: <MoneyText value={minutes.pending_purchases} />,
          })}
        </span>
      )}
    </>
  );
}
