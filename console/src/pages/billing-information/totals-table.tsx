import { Badge, Card, Group, Table, Text, Title } from '@mantine/core';
import type { Schemas } from '@tollkeeper/sdk';
import { sayMoney } from '../../api/money.ts';
import { sayDay } from '../../api/time.ts';
import { Scrolls } from '../../parts/scrolls.tsx';

/** What is paid for: each license type's total, and how much of it is assigned and in use. */
export function TotalsTable({ account }: { account: Schemas['BillingAccountSummary'] }) {
  const licenses = Object.entries(account.licenses);
  return (
    <Card>
      <Title order={3} size="h5" mb="xs">
        Service licenses
      </Title>
      <Scrolls label="Table, which scrolls">
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>License</Table.Th>
              <Table.Th ta="right">Total</Table.Th>
              <Table.Th ta="right">Assigned</Table.Th>
              <Table.Th ta="right">In use</Table.Th>
              <Table.Th ta="right">Contract floor</Table.Th>
              <Table.Th ta="right">A month each</Table.Th>
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
                        {license.pending.total} from {sayDay(license.pending.effective_on)}
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
