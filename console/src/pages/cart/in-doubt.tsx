import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import type { Schemas } from '@tollkeeper/sdk';
import { sayMoney } from '../../api/money.ts';
import { say } from '../../words/say.ts';

/** The answer to a purchase did not arrive. Nothing else is bought before it is known. */
export function InDoubt(props: { quote: Schemas['Quote']; busy: boolean; ask: () => unknown }) {
  const { quote, busy, ask } = props;
  return (
    <Alert
      color="orange"
      icon={<IconPlugConnectedX aria-hidden />}
      title={say('It is not known yet whether this went through')}
      role="alert"
    >
      <Stack gap="sm" align="flex-start">
        <Text size="sm">
          {say(
            'The answer to your order of {amount} did not arrive. Asking again is safe: it is the same order, and it is never charged twice.',
            { amount: sayMoney(quote.due_now) },
          )}
        </Text>
        <Button onClick={ask} loading={busy}>
          {say('Ask what became of it')}
        </Button>
      </Stack>
    </Alert>
  );
}
