import { Badge, Card, Group, Table, Text, Title } from '@mantine/core';
import type { Schemas } from '@tollkeeper/sdk';
import { isNegative, isZero, type Money, sayMoney } from '../../api/money.ts';
import { useMe } from '../../api/queries.ts';
import { sayShare } from '../../api/share.ts';
import { ButtonLink } from '../../parts/button-link.tsx';
import { HeadedTable } from '../../parts/headed-table.tsx';
import { say } from '../../words/say.ts';

type Board = Schemas['Ports'];

/** What fewer or more ports would come to: calls refused, and each month's cost. */
export function PortOptions({ board, account }: { board: Board; account: string }) {
  const { data: me } = useMe();
  const mayOrder = me?.permissions.includes('billing.manage') === true;
  const { advice } = board;
  return (
    <Card component="section">
      <Title order={2} size="h4">
        {say('What another total would come to')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {say(
          'By Erlang B for the busiest hour of 30 days. In 95 of 100 quarters of an hour in which any were in use, {count, plural, one {# was} other {# were}} enough.',
          { count: advice.percentile_95 },
        )}
      </Text>
      <HeadedTable
        label={say('Other totals')}
        scrolls={say('{what}, which scrolls', { what: say('Other totals') })}
        columns={[
          [say('Ports')],
          [say('Refused in the busiest hour'), 'right'],
          [say('Each month'), 'right'],
          [say('Order'), 'unseen'],
        ]}
        rows={advice.options}
        row={({ total, blocking, per_month: perMonth }) => (
          <Table.Tr key={total}>
            <Table.Td>
              <Group gap={4}>
                <Text inherit span fw={600}>
                  {total}
                </Text>
                {total === board.total ? (
                  <Badge color="gray" miw="max-content">
                    {say('now')}
                  </Badge>
                ) : null}
                {total === advice.recommended ? (
                  <Badge color="teal" miw="max-content">
                    {say('recommended')}
                  </Badge>
                ) : null}
              </Group>
            </Table.Td>
            <Table.Td ta="right">{sayShare(blocking)}</Table.Td>
            <Table.Td ta="right">{sayDifference(perMonth)}</Table.Td>
            <Table.Td ta="right">
              {mayOrder && total !== board.total ? (
                <ButtonLink
                  to="/billing-accounts/$account/cart"
                  params={{ account }}
                  search={{ [board.license_type]: String(total) }}
                  size="compact-sm"
                  variant="default"
                >
                  {say('Order {total}', { total })}
                </ButtonLink>
              ) : null}
            </Table.Td>
          </Table.Tr>
        )}
        table={{ horizontalSpacing: 'sm' }}
      />
    </Card>
  );
}

function sayDifference(perMonth: Money | null): string {
  if (perMonth === null) return '–';
  if (isZero(perMonth)) return say('as now');
  return isNegative(perMonth) ? sayMoney(perMonth) : `+${sayMoney(perMonth)}`;
}
