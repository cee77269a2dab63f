import { Anchor, Badge, Checkbox, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '@tollkeeper/sdk';
import { sayInstant } from '../../api/time.ts';
import { LongTable } from '../../parts/long-table.tsx';
import { useLongList } from '../../parts/use-long-list.ts';
import { say } from '../../words/say.ts';
import {
  type Changes,
  isPaidElsewhere,
  isTicked,
  keyOf,
  nameOf,
  type Row,
} from './assignment-changes.ts';
import { cellOf, moveByKeys } from './assignment-keys.ts';
import type { usePeople } from './use-people.ts';

type Details = Schemas['BillingAccountDetails'];

const ROW_PX = 63;

export interface MatrixProps {
  readonly details: Details;
  readonly rows: readonly Row[];
  readonly people: ReturnType<typeof usePeople>;
  readonly changes: Changes;
  readonly mayAssign: boolean;
  readonly toggle: (row: Row, code: string) => void;
  readonly selected: ReadonlySet<string>;
  readonly select: (rows: readonly Row[], isSelected: boolean) => void;
}

/** Employees by license types; a box that differs from what is saved stands on a tint. */
export function AssignmentMatrix(props: MatrixProps) {
  const { details, rows, people, mayAssign, selected, select } = props;
  const types = Object.entries(details.licenses);
  const list = useLongList({
    count: rows.length,
    rowPx: ROW_PX,
    hasMore: people.hasNextPage,
    isLoading: people.isFetchingNextPage,
    loadMore: people.fetchNextPage,
  });
  const count = rows.filter((row) => selected.has(row.employee.id)).length;
  return (
    <LongTable
      label={say('Assignments')}
      list={list}
      columns={types.length + 2}
      table={{ miw: 620, onKeyDown: (event) => moveByKeys(event, list.scrollTo) }}
      head={
        <Table.Tr>
          <Table.Th className="stays">
            {mayAssign ? (
              <Checkbox
                label={say('Employee')}
                checked={count > 0 && count === rows.length}
                indeterminate={count > 0 && count < rows.length}
                onChange={(event) => select(rows, event.currentTarget.checked)}
              />
            ) : (
              say('Employee')
            )}
          </Table.Th>
          {types.map(([code, license]) => (
            <Table.Th key={code} ta="center" style={{ whiteSpace: 'nowrap' }}>
              {license.name}
              <Text size="xs" c="dimmed" fw={400} className="figure">
                {room(license)}
              </Text>
            </Table.Th>
          ))}
        </Table.Tr>
      }
      row={(index) => {
        const row = rows[index];
        return row === undefined ? null : <MatrixRow {...props} row={row} index={index} />;
      }}
    />
  );
}

function MatrixRow(props: MatrixProps & { row: Row; index: number }) {
  const { details, row, index, changes, mayAssign, toggle, selected, select } = props;
  const isElsewhere = isPaidElsewhere(row, details.id);
  const name = nameOf(row);
  return (
    <tr>
      <Table.Td className="stays">
        <div className="who">
          {mayAssign && !isElsewhere ? (
            <Checkbox
              aria-label={say('Select {name}', { name })}
              checked={selected.has(row.employee.id)}
              onChange={(event) => select([row], event.currentTarget.checked)}
              {...cellOf(index, 0)}
            />
          ) : null}
          <div>
            <Anchor component={Link} to={`/employees/${row.employee.id}`} size="sm" fw={600}>
              <bdi>{name}</bdi>
            </Anchor>
            <Text size="xs" c="dimmed" component="div">
              {isElsewhere ? (
                <Badge color="gray">{say('paid for by another billing account')}</Badge>
              ) : (
                row.employee.permission_group
              )}
            </Text>
          </div>
        </div>
      </Table.Td>
      {Object.entries(details.licenses).map(([code, license], column) => {
        const ends = row.licenses.find((held) => held.license_type === code)?.ends_at;
        const isChanged = changes.has(keyOf({ employee: row.employee.id, code }));
        return (
          <Table.Td key={code} data-changed={isChanged || undefined} className="tick">
            <Checkbox
              aria-label={say('{license} for {name}', { license: license.name, name })}
              checked={!isElsewhere && isTicked(row, code, changes)}
              disabled={!mayAssign || isElsewhere}
              onChange={() => toggle(row, code)}
              styles={{ body: { justifyContent: 'center' } }}
              {...cellOf(index, column + 1)}
            />
            {ends == null ? null : (
              <Text size="xs" c="var(--tk-warn)" ta="center" mt={2}>
                {say('until {instant}', { instant: sayInstant(ends) })}
              </Text>
            )}
          </Table.Td>
        );
      })}
    </tr>
  );
}

/** A named license runs out when all are assigned; of a pooled one more may be assigned. */
function room({ kind, assigned, total }: Schemas['License']): string {
  return kind === 'named'
    ? say('{part} of {total}', { part: assigned, total })
    : say('{assigned}, pool of {total}', { assigned, total });
}
