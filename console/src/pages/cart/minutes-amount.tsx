import { Button, Card, Group, Text, TextInput, Title } from '@mantine/core';
import type { Schemas } from '@tollkeeper/sdk';
import { currencyDecimals, sayFigure, sayMoney } from '../../api/money.ts';
import { MoneyText } from '../../parts/money-text.tsx';
import { said, say } from '../../words/say.ts';
import { minutesOf, type Wanted } from './wanted.ts';

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
  const example = sayFigure((100).toFixed(currencyDecimals(currency)));
  const isWrong = wanted.minutes !== '' && minutesOf(wanted) === undefined;
  return (
    <Card component="section" aria-label={say('Dialer minutes')}>
      <Title order={2} size="h4" mb={4}>
        {say('Dialer minutes')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {said('{amount} is available now. Minutes never expire.', {
          amount: <MoneyText value={details.minutes.available} />,
        })}
      </Text>
      <Group align="flex-end" gap="sm">
        <TextInput
          label={say('Amount in {currency}', { currency })}
          placeholder={say('none')}
          inputMode="decimal"
          w={{ base: '100%', xs: 180 }}
          className="figure"
          value={wanted.minutes}
          onChange={(event) => setWanted({ ...wanted, minutes: event.currentTarget.value.trim() })}
          error={isWrong ? say('An amount such as {example}', { example }) : undefined}
        />
        <Group gap="xs">
          {USUAL.map((whole) => {
            const amount = sayFigure(whole.toFixed(currencyDecimals(currency)));
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
