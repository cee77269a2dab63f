import { Table, type TableProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { say } from '../words/say.ts';
import { REACHABLE } from './scrolls.tsx';
import type { useLongList } from './use-long-list.ts';

/**
 * A table of any length within a frame that scrolls by itself, its head always in sight. Each row
 * is a `tbody` of its own, so that what opens below a row is measured with it.
 */
export function LongTable(props: {
  label: string;
  list: ReturnType<typeof useLongList>;
  head: ReactNode;
  columns: number;
  /** Draws the row of an index. */
  row: (index: number) => ReactNode;
  table?: TableProps;
}) {
  const { label, list, head, columns, row, table } = props;
  return (
    <section
      className="long"
      ref={list.scroll}
      aria-label={say('{what}, which scrolls', { what: label })}
      {...REACHABLE}
    >
      <Table aria-label={label} stickyHeader {...table}>
        <Table.Thead>{head}</Table.Thead>
        <Spacer height={list.before} columns={columns} />
        {list.shown.map((item) => (
          <tbody key={item.key} ref={list.measure} data-index={item.index}>
            {row(item.index)}
          </tbody>
        ))}
        <Spacer height={list.after} columns={columns} />
      </Table>
    </section>
  );
}

function Spacer({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <tbody aria-hidden>
      <tr>
        <td colSpan={columns} style={{ height, padding: 0 }} />
      </tr>
    </tbody>
  );
}
