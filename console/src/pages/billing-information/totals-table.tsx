import { Badge, Card, Group, Table, Text, Title } from '@mantine/core';
import type { Schemas } from '@tollkeeper/sdk';
import { sayMoney } from '../../api/money.ts';
import { sayDay } from '../../api/time.ts';
import { Scrolls } from '../../parts/scrolls.tsx';
import { say } from '../../words/say.ts';

/** What is paid for: each license type's total, and how much of it is assigned and in use. */
export function TotalsTable({ account }: { account: Schemas['BillingAccountSummary'] }) {
  const licenses = Object.entries(account.licenses);
  return (
    <Card>
      <Title order={3} size="h5" mb="xs">
        {say('Service licenses')}
      </Title>
      <Scrolls label={say('Table, which scrolls')}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{say('License')}</Table.Th>
              <Table.Th ta="right">{say('Total')}</Table.Th>
              <Table.Th ta="right">{say('Assigned')}</Table.Th>
              <Table.Th ta="right">{say('In use')}</Table.Th>
              <Table.Th ta="right">{say('Contract floor')}</Table.Th>
              <Table.Th ta="right">{say('A month each')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody className="figure">
            {licenses.map(([code, license]) => (
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
            ))}
          </Table.Tbody>
        </Table>
      </Scrolls>
    </Card>
  );
}
