import { Table, type TableProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { Scrolls } from './scrolls.tsx';

/** What a column is called; its figures stand at the right, or its name is only heard. */
export type Column = readonly [label: string, look?: 'right' | 'unseen' | undefined];

export interface HeadedRows<Row> {
  /** What the table is called; where nothing is said, as what stands around it. */
  readonly label?: string;
  /** What the part is called that scrolls. */
  readonly scrolls: string;
  readonly columns: readonly Column[];
  /** Draws a row, under a key of its own. */
  readonly row: (row: Row) => ReactNode;
  readonly table?: TableProps;
}

/** A table with a head; it scrolls by itself where it is wider than its place. */
export function HeadedTable<Row>(props: HeadedRows<Row> & { rows: readonly Row[] }) {
  const { label, scrolls, columns, rows, row, table } = props;
  return (
    <Scrolls label={scrolls}>
      <Table aria-label={label} {...table}>
        <Table.Thead>
          <Table.Tr>{columns.map(headOf)}</Table.Tr>
        </Table.Thead>
        <Table.Tbody className="figure">{rows.map(row)}</Table.Tbody>
      </Table>
    </Scrolls>
  );
}

function headOf([label, look]: Column) {
  if (look === 'unseen') return <Table.Th key={label} aria-label={label} />;
  return (
    <Table.Th key={label} ta={look}>
      {label}
    </Table.Th>
  );
}
