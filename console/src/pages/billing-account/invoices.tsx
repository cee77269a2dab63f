import { Accordion, Badge, Button, Card, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Schemas } from '@tollkeeper/sdk';
import { sayFailure } from '../../api/failure.ts';
import { isZero, sayMoney } from '../../api/money.ts';
import { client } from '../../api/queries.ts';
import { sayDay, sayInstant } from '../../api/time.ts';
import { DocumentFiles } from '../../parts/document-files.tsx';
import { DocumentLines } from '../../parts/document-lines.tsx';
import { Failed } from '../../parts/loaded.tsx';
import { MoneyText } from '../../parts/money-text.tsx';
import { said, say } from '../../words/say.ts';
import { PayInvoice } from './pay-invoice.tsx';

type Invoice = Schemas['Invoice'];

const PAGE = 12;

const STATUSES: Record<Invoice['status'], { label: string; color: string }> = {
  open: { label: say('open'), color: 'orange' },
  payment_pending: { label: say('payment on its way'), color: 'ink' },
  paid: { label: say('paid'), color: 'teal' },
  credited: { label: say('credited'), color: 'gray' },
  written_off: { label: say('written off'), color: 'gray' },
};

/** Every invoice, the newest first; each opens to its lines and to how it was paid. */
export function Invoices({ account }: { account: string }) {
  const invoices = useInfiniteQuery({
    queryKey: ['invoices', account],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      client.get('/v1/billing-accounts/{ba}/invoices', {
        params: { ba: account },
        query: { limit: PAGE, ...(pageParam === undefined ? {} : { cursor: pageParam }) },
      }),
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
  const all = invoices.data?.pages.flatMap(({ data }) => data);
  return (
    <Card component="section">
      <Title order={2} size="h4" mb="xs">
        {say('Invoices')}
      </Title>
      {invoices.error === null ? null : <Failed error={invoices.error} retry={invoices.refetch} />}
      {all === undefined && invoices.error === null ? (
        <Skeleton height={100} role="status" aria-label={say('Loading')} />
      ) : null}
      {all?.length === 0 ? (
        <Text c="dimmed" size="sm">
          {say('None yet: the first comes with the next billing period.')}
        </Text>
      ) : null}
      <Accordion multiple variant="default" chevronPosition="left">
        {all?.map((invoice) => (
          <InvoiceItem key={invoice.id} invoice={invoice} />
        ))}
      </Accordion>
      {invoices.hasNextPage ? (
        <Button
          variant="default"
          size="xs"
          mt="sm"
          loading={invoices.isFetchingNextPage}
          onClick={() => invoices.fetchNextPage()}
        >
          {say('Show older invoices')}
        </Button>
      ) : null}
    </Card>
  );
}

function InvoiceItem({ invoice }: { invoice: Invoice }) {
  const { label, color } = STATUSES[invoice.status];
  return (
    <Accordion.Item value={invoice.id}>
      <Accordion.Control>
        <Group justify="space-between" wrap="nowrap" gap="sm" className="figure" fz="sm">
          <Group gap="xs" component="span">
            <Text inherit component="span" fw={600}>
              {invoice.number}
            </Text>
            <span>{sayDay(invoice.issued_on)}</span>
            <Badge color={color}>{label}</Badge>
          </Group>
          <Text inherit component="span" fw={600}>
            {sayMoney(invoice.total)}
          </Text>
        </Group>
      </Accordion.Control>
      <Accordion.Panel>
        <DocumentLines document={invoice} />
        <DocumentFiles path={`/v1/invoices/${invoice.id}`} number={invoice.number} />
        <Stack gap={2} mt="sm" fz="sm" c="dimmed" className="figure">
          {invoice.settlements.map((one) => (
            <Text key={`${one.kind} ${one.at} ${one.amount.amount}`} inherit>
              {SETTLED[one.kind](sayMoney(one.amount), sayInstant(one.at))}
              {one.reference === null ? '' : ` (${one.reference})`}
            </Text>
          ))}
          {isZero(invoice.outstanding) ? null : (
            <Text inherit c="var(--tk-warn)">
              {said('{amount} is still to be paid, due on {day}.', {
                amount: <MoneyText value={invoice.outstanding} />,
                day: sayDay(invoice.due_on),
              })}
            </Text>
          )}
          {invoice.last_failure === null || invoice.status !== 'open' ? null : (
            <Text inherit>
              {say('The last attempt failed: {reason}.', {
                reason: sayFailure(invoice.last_failure),
              })}{' '}
              {invoice.next_attempt_at === null
                ? say('Nothing is tried by itself any more.')
                : say('The next one is on {instant}.', {
                    instant: sayInstant(invoice.next_attempt_at),
                  })}
            </Text>
          )}
        </Stack>
        <PayInvoice invoice={invoice} />
      </Accordion.Panel>
    </Accordion.Item>
  );
}

type Settlement = Invoice['settlements'][number]['kind'];

const SETTLED: Record<Settlement, (amount: string, instant: string) => string> = {
  payment: (amount, instant) => say('Paid {amount} on {instant}', { amount, instant }),
  credit: (amount, instant) => say('Credited {amount} on {instant}', { amount, instant }),
  reversal: (amount, instant) => say('Reversed {amount} on {instant}', { amount, instant }),
  write_off: (amount, instant) => say('Written off {amount} on {instant}', { amount, instant }),
  recovery: (amount, instant) =>
    say('No longer written off: {amount} on {instant}', { amount, instant }),
};
