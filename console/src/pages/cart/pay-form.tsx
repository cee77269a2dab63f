import { Button, Stack, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import type { Schemas } from '@tollkeeper/sdk';
import { isZero, sayMoney } from '../../api/money.ts';
import { TypedNameFields, type useTypedName } from '../../parts/authorize.tsx';
import { Failed } from '../../parts/loaded.tsx';
import { say } from '../../words/say.ts';
import { PaidWith, useFunding } from './paid-with.tsx';
import type { Paying } from './use-paying.ts';

/** The typed name, and the one button with the amount on it. Pressing it twice buys once. */
export function PayForm(props: {
  quote: Schemas['Quote'];
  name: ReturnType<typeof useTypedName>;
  paying: Paying;
  /** True while the quote is not the one of what is in the cart. */
  isBehind: boolean;
}) {
  const { quote, name, paying, isBehind } = props;
  const isFree = isZero(quote.due_now);
  const funding = useFunding(quote.billing_account);
  const mayPay = (isFree || funding.chosen !== undefined) && !isBehind;
  const submit = async () => {
    if (!mayPay || name.value === undefined) return;
    const source = isFree ? undefined : funding.chosen;
    await paying.pay(quote, name.value, source);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="md">
        {isFree ? null : <PaidWith account={quote.billing_account} funding={funding} />}
        <TypedNameFields name={name} />
        {paying.error === undefined ? null : <Failed error={paying.error} />}
        <Button
          type="submit"
          size="md"
          fullWidth
          h="auto"
          mih={42}
          py={6}
          styles={{ label: { whiteSpace: 'normal', lineHeight: 1.35 } }}
          loading={paying.busy}
          disabled={name.value === undefined || !mayPay}
        >
          {isFree
            ? say('Accept, nothing due now')
            : say('Accept and pay {amount}', { amount: sayMoney(quote.due_now) })}
        </Button>
        <Text size="xs" c="dimmed" ta="center">
          <IconLock size={12} aria-hidden style={{ verticalAlign: -1 }} />{' '}
          {say('What is shown is what is charged, to the cent.')}
        </Text>
      </Stack>
    </form>
  );
}
