import { Badge, Button, Card, Group, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { client, refresh, useMe } from '../../api/queries.ts';
import { sayDay } from '../../api/time.ts';
import { AuthorizeDialog } from '../../parts/authorize.tsx';
import { MoneyText } from '../../parts/money-text.tsx';
import { QuantityBox } from '../../parts/quantity-box.tsx';
import { Scrolls } from '../../parts/scrolls.tsx';

type Details = Schemas['BillingAccountDetails'];

/** How many of each type: paid for, assigned, available, in use; and how many it shall be. */
export function LicensesSection({ details }: { details: Details }) {
  const [totals, setTotals] = useState<Record<string, number>>({});
  const { data: me } = useMe();
  const navigate = useNavigate();
  const mayOrder = me?.permissions.includes('billing.manage') === true;
  const changed = Object.entries(totals).filter(
    ([code, total]) => details.licenses[code]?.total !== total,
  );
  const review = () =>
    navigate({
      to: `/billing-accounts/${details.id}/cart`,
      search: Object.fromEntries(changed.map(([code, total]) => [code, String(total)])),
    });
  return (
    <Card>
      <Scrolls label="Licenses, which scrolls">
        <Table miw={760} aria-label="Licenses">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>License</Table.Th>
              <Table.Th ta="right">Total</Table.Th>
              <Table.Th ta="right">Assigned</Table.Th>
              <Table.Th ta="right">Available</Table.Th>
              <Table.Th ta="right">In use now</Table.Th>
              <Table.Th ta="right">Floor</Table.Th>
              <Table.Th ta="right">Each, a month</Table.Th>
              {mayOrder ? <Table.Th>Wanted</Table.Th> : null}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {Object.entries(details.licenses).map(([code, license]) => (
              <Table.Tr key={code}>
                <Table.Td>
                  <Text fw={600} size="sm">
                    {license.name}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {license.kind === 'named' ? 'named' : 'pooled'} {license.unit}
                  </Text>
                  <Pending account={details.id} code={code} license={license} />
                </Table.Td>
                <Table.Td ta="right" className="figure" fw={600}>
                  {license.total}
                </Table.Td>
                <Table.Td ta="right" className="figure">
                  {license.assigned}
                </Table.Td>
                <Table.Td ta="right" className="figure">
                  {license.available}
                </Table.Td>
                <Table.Td ta="right" className="figure">
                  {license.in_use}
                </Table.Td>
                <Table.Td ta="right" className="figure">
                  {license.floor ?? '–'}
                </Table.Td>
                <Table.Td ta="right">
                  {license.unit_price === null ? '–' : <MoneyText value={license.unit_price} />}
                </Table.Td>
                {mayOrder ? (
                  <Table.Td>
                    <QuantityBox
                      license={license}
                      value={totals[code] ?? license.total}
                      onChange={(total) => setTotals({ ...totals, [code]: total })}
                    />
                  </Table.Td>
                ) : null}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Scrolls>
      {mayOrder ? (
        <Group justify="space-between" mt="md">
          <Text size="sm" c="dimmed" maw={560}>
            {`More counts at once and is charged for the days left in this period. Fewer counts ` +
              `from ${sayDay(details.period.end)}; until then they stay usable, and nothing is ` +
              'credited.'}
          </Text>
          <Button disabled={changed.length === 0} onClick={review}>
            {changed.length === 0 ? 'Nothing to review' : 'Review what it costs'}
          </Button>
        </Group>
      ) : null}
    </Card>
  );
}

function Pending(props: { account: string; code: string; license: Schemas['License'] }) {
  const { account, code, license } = props;
  const [undoing, setUndoing] = useState(false);
  const { pending, raise } = license;
  if (pending === undefined && raise === undefined) return null;
  return (
    <Group gap={6} mt={4}>
      {raise === undefined ? null : (
        <Badge color="blue">
          {raise.total} from {sayDay(raise.effective_on)} by contract
        </Badge>
      )}
      {pending === undefined ? null : (
        <>
          <Badge color="ink">
            {pending.total} from {sayDay(pending.effective_on)}
          </Badge>
          <Button size="compact-xs" variant="default" onClick={() => setUndoing(true)}>
            Undo
          </Button>
        </>
      )}
      {undoing ? (
        <AuthorizeDialog
          title={`Keep ${license.total} ${license.name}`}
          confirm="Undo the decrease"
          onClose={() => setUndoing(false)}
          onConfirm={async (authorizedBy) => {
            await client.delete('/v1/billing-accounts/{ba}/pending-totals/{code}', {
              params: { ba: account, code },
              authorizedBy,
            });
            await refresh();
            notifications.show({ message: `${license.name} stays at ${license.total}.` });
          }}
        >
          The total stays at {license.total}. Nothing is charged now.
        </AuthorizeDialog>
      ) : null}
    </Group>
  );
}
