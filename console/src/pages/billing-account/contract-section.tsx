import { Card, Stack, Text, Title } from '@mantine/core';
import type { Schemas } from '@tollkeeper/sdk';
import { sayDay } from '../../api/time.ts';
import { MoneyText } from '../../parts/money-text.tsx';

/** What was promised, until when, and what happens then. */
export function ContractSection({ details }: { details: Schemas['BillingAccountDetails'] }) {
  const { contract, licenses } = details;
  if (contract === undefined) {
    return (
      <Card>
        <Text>No contract is in force: totals go month to month, and may be lowered to 0.</Text>
      </Card>
    );
  }
  const nameOf = (code: string) => licenses[code]?.name ?? code;
  return (
    <Card>
      <Title order={2} size="h4">
        {contract.months} months, {sayDay(contract.starts_on)} to {sayDay(contract.ends_on)}
      </Title>
      <Stack gap="xs" mt="sm">
        {Object.entries(contract.floors).map(([code, floor]) => (
          <Text key={code} size="sm">
            At least <b>{floor}</b> {nameOf(code)} are paid for until {sayDay(contract.ends_on)}.
          </Text>
        ))}
        {Object.entries(contract.prices).map(([code, price]) => (
          <Text key={code} size="sm">
            Each {nameOf(code)} costs <MoneyText value={price} fw={600} /> a month.
          </Text>
        ))}
        <Text size="sm" c="dimmed">
          {contract.at_end === 'lapse'
            ? `From ${sayDay(contract.ends_on)} on it is month to month.`
            : `It renews on ${sayDay(contract.ends_on)} unless a lower total is ordered for then.`}
        </Text>
      </Stack>
    </Card>
  );
}
