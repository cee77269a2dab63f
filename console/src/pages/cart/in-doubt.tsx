import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import type { Schemas } from '@tollkeeper/sdk';
import { sayMoney } from '../../api/money.ts';

/** The answer to a purchase did not arrive. Nothing else is bought before it is known. */
export function InDoubt(props: { quote: Schemas['Quote']; busy: boolean; ask: () => unknown }) {
  const { quote, busy, ask } = props;
  return (
    <Alert
      color="orange"
      icon={<IconPlugConnectedX aria-hidden />}
      title="It is not known yet whether this went through"
      role="alert"
    >
      <Stack gap="sm" align="flex-start">
        <Text size="sm">
          The answer to your order of {sayMoney(quote.due_now)} did not arrive. Asking again is
          safe: it is the same order, and it is never charged twice.
        </Text>
        <Button onClick={ask} loading={busy}>
          Ask what became of it
        </Button>
      </Stack>
    </Alert>
  );
}
