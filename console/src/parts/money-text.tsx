import { Text, type TextProps } from '@mantine/core';
import { isNegative, type Money, sayMoney } from '../api/money.ts';

/** An amount; below zero in the colour of what needs attention, and with its sign. */
export function MoneyText({ value, ...props }: { value: Money } & TextProps) {
  return (
    <Text
      component="span"
      className="figure"
      inherit
      {...(isNegative(value) ? { c: 'var(--tk-bad)' } : {})}
      {...props}
    >
      {sayMoney(value)}
    </Text>
  );
}
