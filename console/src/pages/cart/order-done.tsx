import { Alert, Button, Card, Divider, Group, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconCheck, IconClock, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '@tollkeeper/sdk';
import { isZero, sayMoney } from '../../api/money.ts';
import { client } from '../../api/queries.ts';
import { saySentence } from '../../api/sentence.ts';
import { sayDay, sayInstant } from '../../api/time.ts';
import { DocumentFiles } from '../../parts/document-files.tsx';
import { MoneyText } from '../../parts/money-text.tsx';
import { say } from '../../words/say.ts';
import { titleOf } from './line-text.ts';

type Order = Schemas['Order'];

/** A card answers in seconds, a bank in days; whoever waits here waits for the first. */
const ASK_EVERY_MS = 5_000;

/** What was bought, its receipt, and what people do next. */
export function OrderDone(props: {
  order: Order;
  quote: Schemas['Quote'];
  details: Schemas['BillingAccountDetails'];
  again: () => void;
}) {
  const { quote, details, again } = props;
  const { data: order } = useQuery({
    queryKey: ['order', props.order.id],
    queryFn: () => client.get('/v1/orders/{ord}', { params: { ord: props.order.id } }),
    initialData: props.order,
    staleTime: ASK_EVERY_MS,
    refetchInterval: ({ state }) =>
      state.data?.status === 'payment_pending' ? ASK_EVERY_MS : false,
  });
  const nameOf = (code: string) => details.licenses[code]?.name ?? code;
  const lowered = quote.lines.filter((line) => line.kind === 'license_decrease');
  return (
    <Card maw={640} mx="auto" padding="xl" role="status">
      <Stack gap="md">
        <Group gap="md" wrap="nowrap">
          <Sign status={order.status} />
          <div>
            <Title order={2} size="h3">
              {headingOf(order)}
            </Title>
            <Text size="sm" c="dimmed">
              {order.receipt === undefined ? aboutNoReceipt(order) : aboutReceipt(order.receipt)}
            </Text>
          </div>
        </Group>
        <ConfirmPayment order={order} />
        <Divider />
        {order.lines.map((line) => (
          <Group key={line.description} justify="space-between" wrap="nowrap" align="baseline">
            <Text size="sm">{saySentence(line.description)}</Text>
            <MoneyText value={line.amount} fz="sm" />
          </Group>
        ))}
        {lowered.map((line) => (
          <Text key={line.license_type} size="sm">
            {say('{what}: {to} instead of {from}.', {
              what: titleOf(line, nameOf),
              to: line.to ?? 0,
              from: line.from ?? 0,
            })}
          </Text>
        ))}
        {isZero(order.tax) ? null : <Total label={say('Tax')} value={order.tax} />}
        {isZero(order.total) ? null : <Total label={say('Total')} value={order.total} strong />}
        {order.receipt === undefined ? null : (
          <DocumentFiles path={`/v1/receipts/${order.receipt.id}`} number={order.receipt.number} />
        )}
        <NextSteps quote={quote} again={again} />
      </Stack>
    </Card>
  );
}

/** The customer's bank asks them to confirm; until they have, nothing is bought. */
function ConfirmPayment({ order: { confirm_payment: page } }: { order: Order }) {
  if (page === undefined) return null;
  return (
    <Alert color="orange" title={say('Your bank asks you to confirm this payment')}>
      <Stack gap="sm" align="flex-start">
        <Text size="sm">
          {say(
            'Confirm it until {time}; nothing is bought before. This page says when it has gone through.',
            { time: sayInstant(page.by) },
          )}
        </Text>
        <Button component="a" href={page.url} target="_blank" rel="noopener">
          {say('Confirm the payment')}
        </Button>
      </Stack>
    </Alert>
  );
}

const SIGNS = {
  completed: ['green.8', IconCheck],
  payment_pending: ['ink', IconClock],
  payment_failed: ['red', IconX],
  declined: ['red', IconX],
  refunded: ['red', IconX],
  reversed: ['red', IconX],
} as const;

function Sign({ status }: { status: Order['status'] }) {
  const [color, Icon] = SIGNS[status];
  return (
    <ThemeIcon size={44} radius="xl" color={color}>
      <Icon aria-hidden />
    </ThemeIcon>
  );
}

function headingOf({ status, total, confirm_payment: toConfirm }: Order): string {
  if (toConfirm !== undefined) return say('One step is left');
  switch (status) {
    case 'completed':
      return isZero(total) ? say('Done') : say('Paid {amount}', { amount: sayMoney(total) });
    case 'payment_pending':
      return say('Ordered; the payment is on its way');
    default:
      return say('The payment did not go through');
  }
}

function aboutNoReceipt({ status, total }: Order): string {
  if (status === 'payment_pending') return say('The receipt follows when it has gone through.');
  return isZero(total) ? say('Nothing was charged.') : '';
}

function aboutReceipt({ number, paid_with: source, issued_on: day }: Schemas['Receipt']): string {
  const parts = [say('Receipt {number}', { number }), sayDay(day)];
  return (source === null ? parts : [...parts, source]).join(' · ');
}

function Total(props: { label: string; value: Order['total']; strong?: boolean }) {
  const { label, value, strong = false } = props;
  return (
    <Group justify="space-between" fw={strong ? 700 : 400} fz={strong ? 'md' : 'sm'}>
      <span>{label}</span>
      <MoneyText value={value} />
    </Group>
  );
}

function NextSteps({ quote, again }: { quote: Schemas['Quote']; again: () => void }) {
  const has = (kind: Schemas['Quote']['lines'][number]['kind']) =>
    quote.lines.some((line) => line.kind === kind);
  const [hash, label] = has('license_increase')
    ? ['assignments', say('Assign the new licenses')]
    : has('minutes')
      ? ['minutes', say('See the minutes balance')]
      : ['licenses', say('See the licenses')];
  return (
    <Group mt="xs">
      <Button component={Link} to={`/billing-accounts/${quote.billing_account}`} hash={hash}>
        {label}
      </Button>
      <Button variant="default" onClick={again}>
        {say('Order something else')}
      </Button>
    </Group>
  );
}
