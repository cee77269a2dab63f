import { Badge, Card, Group, SimpleGrid, Text, Title } from '@mantine/core';
import type { Schemas } from '@tollkeeper/sdk';
import type { ReactNode } from 'react';
import { sayStanding } from '../../../api/standing.ts';
import { sayCount, sayDay, sayInstant } from '../../../api/time.ts';
import { ButtonLink } from '../../../parts/button-link.tsx';
import { MoneyText } from '../../../parts/money-text.tsx';
import { said, say } from '../../../words/say.ts';
import { AccountActions } from './account-actions.tsx';

type Account = Schemas['BillingAccountSummary'];

/** One billing account: what it pays for, what is on it, and what the operator can do to it. */
export function AccountCard({ account }: { account: Account }) {
  const { licenses, minutes, contract, storage } = account;
  const paid = Object.values(licenses).filter(({ total }) => total > 0);
  return (
    <Card component="section" aria-label={account.name}>
      <Group justify="space-between" align="flex-start">
        <div>
          <Group gap="xs">
            <Title order={2} size="h4">
              {account.name}
            </Title>
            <Badge color={account.standing === 'good' ? 'teal' : 'red'}>
              {sayStanding(account.standing)}
            </Badge>
            {account.test_clock === null ? null : <Badge color="gray">{say('test clock')}</Badge>}
          </Group>
          <Text size="sm" c="dimmed">
            {factsOf(account).join(' · ')}
          </Text>
          {account.suspended_reason === null ? null : (
            <Text size="sm" c="var(--tk-bad)">
              {account.suspended_reason}
            </Text>
          )}
        </div>
        <AccountActions account={account} />
      </Group>
      <SimpleGrid cols={{ base: 2, sm: 4 }} my="md" className="figure">
        <Fact label={say('Minutes available')}>
          <MoneyText value={minutes.available} />
        </Fact>
        <Fact label={say('Whole minutes')}>{sayCount(minutes.minutes_at_base_rate ?? 0)}</Fact>
        <Fact label={say('Storage fee so far')}>
          <MoneyText value={storage.projected_fee} />
        </Fact>
        <Fact label={say('Contract until')}>
          {contract === undefined ? say('month to month') : sayDay(contract.ends_on)}
        </Fact>
      </SimpleGrid>
      <Group gap="lg" className="figure" fz="sm">
        {paid.map(({ name, total, assigned, in_use: inUse }) => (
          <Text key={name} inherit>
            {said('<b>{total}</b> {name}<more>, {assigned} assigned, {used} in use</more>', {
              total,
              name,
              assigned,
              used: inUse,
              b: (words) => <b>{words}</b>,
              more: (words) => (
                <Text span inherit c="dimmed">
                  {words}
                </Text>
              ),
            })}
          </Text>
        ))}
        {paid.length === 0 ? <Text inherit>{say('It pays for no licenses.')}</Text> : null}
      </Group>
      <Group mt="md" gap="xs">
        <ButtonLink
          to="/billing-accounts/$account"
          params={{ account: account.id }}
          size="xs"
          variant="default"
        >
          {say('Billing Account Details')}
        </ButtonLink>
        <ButtonLink
          to="/operator/contracts/$account"
          params={{ account: account.id }}
          size="xs"
          variant="default"
        >
          {say('Contracts')}
        </ButtonLink>
      </Group>
    </Card>
  );
}

function factsOf(account: Account): string[] {
  const { currency, time_zone: zone, period, test_clock: clock, now } = account;
  const days = say('{start} to {end}', { start: sayDay(period.start), end: sayDay(period.end) });
  const facts = [currency, zone, days];
  if (clock === null) return facts;
  return [...facts, say('its clock shows {instant}', { instant: sayInstant(now) })];
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text fz={20} fw={650} component="div">
        {children}
      </Text>
    </div>
  );
}
