import { Badge, Card, Group, SimpleGrid, Text, Title } from '@mantine/core';
import type { Schemas } from '@tollkeeper/sdk';
import type { ReactNode } from 'react';
import { sayCount, sayDay, sayInstant } from '../../../api/time.ts';
import { ButtonLink } from '../../../parts/button-link.tsx';
import { MoneyText } from '../../../parts/money-text.tsx';
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
            <Badge color={account.standing === 'good' ? 'teal' : 'red'}>{account.standing}</Badge>
            {account.test_clock === null ? null : <Badge color="gray">test clock</Badge>}
          </Group>
          <Text size="sm" c="dimmed">
            {account.currency} · {account.time_zone} · {sayDay(account.period.start)} to{' '}
            {sayDay(account.period.end)}
            {account.test_clock === null ? '' : ` · its clock shows ${sayInstant(account.now)}`}
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
        <Fact label="Minutes available">
          <MoneyText value={minutes.available} />
        </Fact>
        <Fact label="Whole minutes">{sayCount(minutes.minutes_at_base_rate ?? 0)}</Fact>
        <Fact label="Storage fee so far">
          <MoneyText value={storage.projected_fee} />
        </Fact>
        <Fact label="Contract until">
          {contract === undefined ? 'month to month' : sayDay(contract.ends_on)}
        </Fact>
      </SimpleGrid>
      <Group gap="lg" className="figure" fz="sm">
        {paid.map(({ name, total, assigned, in_use: inUse }) => (
          <Text key={name} inherit>
            <b>{total}</b> {name}
            <Text span inherit c="dimmed">
              , {assigned} assigned, {inUse} in use
            </Text>
          </Text>
        ))}
        {paid.length === 0 ? <Text inherit>It pays for no licenses.</Text> : null}
      </Group>
      <Group mt="md" gap="xs">
        <ButtonLink
          to="/billing-accounts/$account"
          params={{ account: account.id }}
          size="xs"
          variant="default"
        >
          Billing Account Details
        </ButtonLink>
        <ButtonLink
          to="/operator/contracts/$account"
          params={{ account: account.id }}
          size="xs"
          variant="default"
        >
          Contracts
        </ButtonLink>
      </Group>
    </Card>
  );
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
