import { ActionIcon, Button, Fieldset, Group, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { sayFigure } from '../../../api/money.ts';
import { AmountInput } from '../../../parts/amount-input.tsx';
import { say } from '../../../words/say.ts';
import { type PriceRow, priceRow } from './price-row.ts';

/** A price in each currency that it is sold in. */
export function PricesInput(props: {
  label: string;
  prices: readonly PriceRow[];
  onChange: (prices: readonly PriceRow[]) => void;
}) {
  const { label, prices, onChange } = props;
  const put = (row: PriceRow) => onChange(prices.map((old) => (old.id === row.id ? row : old)));
  return (
    <Fieldset legend={label}>
      <Stack gap="xs">
        {prices.map((row) => (
          <Group key={row.id} gap="xs" wrap="nowrap">
            <TextInput
              aria-label={say('{label}: currency', { label })}
              placeholder="USD"
              maxLength={3}
              w={80}
              value={row.currency}
              onChange={(event) =>
                put({ ...row, currency: event.currentTarget.value.toUpperCase() })
              }
            />
            <AmountInput
              aria-label={labelOf(label, row)}
              placeholder={sayFigure('0.00')}
              style={{ flex: 1 }}
              value={row.amount}
              onChange={(amount) => put({ ...row, amount })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={say('{price}: remove it', { price: labelOf(label, row) })}
              onClick={() => onChange(prices.filter(({ id }) => id !== row.id))}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => onChange([...prices, priceRow()])}
        >
          {say('Another currency')}
        </Button>
      </Stack>
    </Fieldset>
  );
}

function labelOf(label: string, { currency }: PriceRow): string {
  return currency === ''
    ? say('{label} in this currency', { label })
    : say('{label} in {currency}', { label, currency });
}
