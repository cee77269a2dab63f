import { Button, Card, Group, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '@tollkeeper/sdk';
import { MoneyText } from '../../parts/money-text.tsx';

/** What was bought, its receipt, and what people do next. */
export function OrderDone(props: { order: Schemas['Order']; account: string; again: () => void }) {
  const { order, account, again } = props;
  const pending = order.status === 'payment_pending';
  const hasLicenses = order.lines.some((line) => line.license_type !== undefined);
  return (
    <Card maw={640} mx="auto" role="status">
      <Stack gap="md">
        <Group gap="sm" wrap="nowrap">
          <ThemeIcon size={40} radius="xl" color="ink">
            <IconCheck aria-hidden />
          </ThemeIcon>
          <div>
            <Title order={2} size="h3">
              {pending ? 'Ordered; the payment is on its way' : 'Done'}
            </Title>
            <Text size="sm" c="dimmed">
              {order.receipt === undefined
                ? 'Nothing was charged.'
                : `Receipt ${order.receipt.number}`}
            </Text>
          </div>
        </Group>
        {order.lines.map((line) => (
          <Group key={line.description} justify="space-between" wrap="nowrap">
            <Text size="sm">{line.description}</Text>
            <MoneyText value={line.amount} fz="sm" />
          </Group>
        ))}
        <Group justify="space-between">
          <Text fw={700}>Total</Text>
          <MoneyText value={order.total} fw={700} />
        </Group>
        <Group>
          {hasLicenses ? (
            <Button component={Link} to={`/billing-accounts/${account}`} hash="assignments">
              Assign the licenses
            </Button>
          ) : (
            <Button component={Link} to={`/billing-accounts/${account}`} hash="minutes">
              See the minutes balance
            </Button>
          )}
          <Button variant="default" onClick={again}>
            Order something else
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}
