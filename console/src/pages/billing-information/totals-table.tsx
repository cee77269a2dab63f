import { Badge, Card, Group, Table, Text, Title } from '@mantine/core';
import type { Schemas } from '@tollkeeper/sdk';
import { sayMoney } from '../../api/money.ts';
import { sayDay } from '../../api/time.ts';
import { HeadedTable } from '../../parts/headed-table.tsx';
import { say } from '../../words/say.ts';

/** What is paid for: each license type's total, and how much of it is assigned and in use. */
export function TotalsTable({ account }: { account: Schemas['BillingAccountSummary'] }) {
  const licenses = Object.entries(account.licenses);
  return (
    <Card>
      <Title order={3} size="h5" mb="xs">
        {say('Service licenses')}
      </Title>
      <HeadedTable
        scrolls={say('Table, which scrolls')}
        columns={[
          [say('License')],
          [say('Total'), 'right'],
          [say('Assigned'), 'right'],
          [say('In use'), 'right'],
          [say('Contract floor'), 'right'],
          [say('A month each'), 'right'],
        ]}
        rows={licenses}
        row={([code, license]) => (
          <Table.Tr key={code}>
            <Table.Td>
              <Group gap="xs">
                <Text inherit fw={600} component="span">
                  {license.name}
                </Text>
                {license.pending === undefined ? null : (
                  <Badge color="orange">
                    {say('{total} from {day}', {
                      total: license.pending.total,
                      day: sayDay(license.pending.effective_on),
                    })}
                  </Badge>
                )}
              </Group>
            </Table.Td>
            <Table.Td ta="right" fw={600}>
              {license.total}
            </Table.Td>
            <Table.Td ta="right">{license.assigned}</Table.Td>
            <Table.Td ta="right">{license.in_use}</Table.Td>
            <Table.Td ta="right">{license.floor ?? '–'}</Table.Td>
            <Table.Td ta="right">
              {license.unit_price === null ? '–' : sayMoney(license.unit_price)}
            </Table.Td>
          </Table.Tr>
        )}
      />
    </Card>
  );
}
