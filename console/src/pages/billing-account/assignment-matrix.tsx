import { Anchor, Badge, Checkbox, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '@tollkeeper/sdk';
import { sayInstant } from '../../api/time.ts';
import { Scrolls } from '../../parts/scrolls.tsx';
import { type Changes, isTicked, keyOf, type Row } from './assignment-changes.ts';

type Details = Schemas['BillingAccountDetails'];

/** Employees by license types; a box that differs from what is saved stands on a tint. */
export function AssignmentMatrix(props: {
  details: Details;
  rows: readonly Row[];
  changes: Changes;
  mayAssign: boolean;
  toggle: (row: Row, code: string) => void;
}) {
  const { details, rows, changes, mayAssign, toggle } = props;
  const types = Object.entries(details.licenses);
  return (
    <Scrolls label="Assignments, which scrolls">
      <Table miw={560} aria-label="Assignments">
        <Table.Thead>
          <Table.Tr>
            <Table.Th className="stays">Employee</Table.Th>
            {types.map(([code, license]) => (
              <Table.Th key={code} ta="center" style={{ whiteSpace: 'nowrap' }}>
                {license.name}
                <Text size="xs" c="dimmed" fw={400} className="figure">
                  {room(license)}
                </Text>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.employee.id}>
              <Who row={row} account={details.id} />
              {types.map(([code, license]) => {
                const isElsewhere = paidElsewhere(row, details.id);
                const isChanged = changes.has(keyOf({ employee: row.employee.id, code }));
                const ends = row.licenses.find((held) => held.license_type === code)?.ends_at;
                return (
                  <Table.Td key={code} data-changed={isChanged || undefined} className="tick">
                    <Checkbox
                      aria-label={`${license.name} for ${nameOf(row)}`}
                      checked={!isElsewhere && isTicked(row, code, changes)}
                      disabled={!mayAssign || isElsewhere}
                      onChange={() => toggle(row, code)}
                      styles={{ body: { justifyContent: 'center' } }}
                    />
                    {ends == null ? null : (
                      <Text size="xs" c="var(--tk-warn)" ta="center" mt={2}>
                        until {sayInstant(ends)}
                      </Text>
                    )}
                  </Table.Td>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Scrolls>
  );
}

function Who({ row, account }: { row: Row; account: string }) {
  return (
    <Table.Td className="stays">
      <Anchor component={Link} to={`/employees/${row.employee.id}`} size="sm" fw={600}>
        {nameOf(row)}
      </Anchor>
      <Text size="xs" c="dimmed" component="div">
        {paidElsewhere(row, account) ? (
          <Badge color="gray">paid for by another billing account</Badge>
        ) : (
          row.employee.permission_group
        )}
      </Text>
    </Table.Td>
  );
}

function nameOf({ employee }: Row): string {
  return `${employee.first_name} ${employee.last_name}`;
}

/** All of an employee's licenses come from one account. */
function paidElsewhere(row: Row, account: string): boolean {
  return row.billing_account !== null && row.billing_account !== account;
}

/** A named license runs out when all are assigned; of a pooled one more may be assigned. */
function room({ kind, assigned, total }: Schemas['License']): string {
  return kind === 'named' ? `${assigned} of ${total}` : `${assigned}, pool of ${total}`;
}
