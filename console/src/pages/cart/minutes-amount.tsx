import { Button, Card, Group, Text, TextInput, Title } from '@mantine/core';
import type { Schemas } from '@tollkeeper/sdk';
import { currencyDecimals, sayMoney } from '../../api/money.ts';
import { MoneyText } from '../../parts/money-text.tsx';
import { isAmount, type Wanted } from './wanted.ts';

/** Round amounts that people buy most; any other is typed. */
const USUAL = [50, 100, 250];

/** For how much money minutes are to be bought. */
export function MinutesAmount(props: {
  details: Schemas['BillingAccountDetails'];
  wanted: Wanted;
  setWanted: (wanted: Wanted) => void;
}) {
  const { details, wanted, setWanted } = props;
  const { currency } = details;
  const isWrong = wanted.minutes !== '' && !isAmount(wanted.minutes);
  return (
    <Card component="section" aria-label="Dialer minutes">
      <Title order={2} size="h4" mb={4}>
        Dialer minutes
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        <MoneyText value={details.minutes.available} /> is available now. Minutes never expire.
      </Text>
      <Group align="flex-end" gap="sm">
        <TextInput
          label={`Amount in ${currency}`}
          placeholder="none"
          inputMode="decimal"
          w={{ base: '100%', xs: 180 }}
          className="figure"
          value={wanted.minutes}
          onChange={(event) => setWanted({ ...wanted, minutes: event.currentTarget.value.trim() })}
          error={isWrong ? 'An amount such as 100.00' : undefined}
        />
        <Group gap="xs">
          {USUAL.map((whole) => {
            const amount = whole.toFixed(currencyDecimals(currency));
            return (
              <Button
                key={whole}
                variant="default"
                aria-pressed={wanted.minutes === amount}
                onClick={() => setWanted({ ...wanted, minutes: amount })}
              >
                {sayMoney({ amount: String(whole), currency })}
              </Button>
            );
          })}
        </Group>
      </Group>
    </Card>
  );
}
