import { Accordion, Button, Card, Group, Table, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Schemas } from '@tollkeeper/sdk';
import { isZero, sayFigure, sayMoney } from '../../api/money.ts';
import { client } from '../../api/queries.ts';
import { saySentence } from '../../api/sentence.ts';
import { sayDay } from '../../api/time.ts';
import { DocumentFiles } from '../../parts/document-files.tsx';
import { HeadedTable } from '../../parts/headed-table.tsx';
import { say } from '../../words/say.ts';

type Receipt = Schemas['Receipt'];

const PAGE = 5;

/** The receipts of an account, the newest first; each opens to its lines. */
export function Receipts({ account }: { account: string }) {
  const receipts = useInfiniteQuery({
    queryKey: ['receipts', account],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      client.get('/v1/billing-accounts/{ba}/receipts', {
        params: { ba: account },
        query: { limit: PAGE, ...(pageParam === undefined ? {} : { cursor: pageParam }) },
      }),
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
  const all = receipts.data?.pages.flatMap(({ data }) => data) ?? [];
  return (
    <Card>
      <Title order={3} size="h5" mb="xs">
        {say('Receipts')}
      </Title>
      {receipts.data !== undefined && all.length === 0 ? (
        <Text size="sm" c="dimmed">
          {say('Nothing has been bought yet.')}
        </Text>
      ) : null}
      <Accordion multiple variant="default" chevronPosition="left" mih={60}>
        {all.map((receipt) => (
          <ReceiptItem key={receipt.id} receipt={receipt} />
        ))}
      </Accordion>
      {receipts.hasNextPage ? (
        <Button
          variant="default"
          size="xs"
          mt="sm"
          loading={receipts.isFetchingNextPage}
          onClick={() => receipts.fetchNextPage()}
        >
          {say('Show older receipts')}
        </Button>
      ) : null}
    </Card>
  );
}

function ReceiptItem({ receipt }: { receipt: Receipt }) {
  return (
    <Accordion.Item value={receipt.id}>
      <Accordion.Control>
        <Group justify="space-between" wrap="nowrap" className="figure" fz="sm">
          <Text inherit component="span" truncate>
            <Text inherit component="span" fw={600}>
              {receipt.number}
            </Text>{' '}
            · {sayDay(receipt.issued_on)} · {whatFor(receipt)}
          </Text>
          <Text inherit component="span" fw={600} style={{ whiteSpace: 'nowrap' }}>
            {sayMoney(receipt.total)}
          </Text>
        </Group>
      </Accordion.Control>
      <Accordion.Panel>
        <HeadedTable
          scrolls={say('Table, which scrolls')}
          columns={[
            [say('What')],
            [say('Quantity'), 'right'],
            [say('Price'), 'right'],
            [say('Days')],
            [say('Amount'), 'right'],
          ]}
          rows={receipt.lines}
          row={(line) => (
            <Table.Tr key={`${line.description} ${line.effective_on} ${line.amount.amount}`}>
              <Table.Td>{saySentence(line.description)}</Table.Td>
              <Table.Td ta="right">{sayFigure(line.quantity)}</Table.Td>
              <Table.Td ta="right">{sayMoney(line.unit_price)}</Table.Td>
              <Table.Td>{daysOf(line)}</Table.Td>
              <Table.Td ta="right">{sayMoney(line.amount)}</Table.Td>
            </Table.Tr>
          )}
          table={{ fz: 'sm' }}
        />
        <Text size="sm" c="dimmed" mt="xs" className="figure">
          {paymentOf(receipt)}
        </Text>
        <DocumentFiles path={`/v1/receipts/${receipt.id}`} number={receipt.number} />
      </Accordion.Panel>
    </Accordion.Item>
  );
}

function paymentOf({ tax, paid_with: source }: Receipt): string {
  const taxed = isZero(tax) ? say('No tax') : say('Tax {amount}', { amount: sayMoney(tax) });
  return source === null ? taxed : `${taxed} · ${say('paid with {source}', { source })}`;
}

function whatFor({ lines }: Receipt): string {
  const [first] = lines;
  if (first === undefined) return '';
  return lines.length === 1
    ? first.description
    : say('{first} and {count} more', { first: first.description, count: lines.length - 1 });
}

function daysOf({ days_charged: charged, days_in_period: all }: Receipt['lines'][number]): string {
  return charged === undefined || all === undefined
    ? '–'
    : say('{days} of {all} days', { days: charged, all });
}
