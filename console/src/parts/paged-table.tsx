import { Card } from '@mantine/core';
import type { ComponentProps, ReactNode } from 'react';
import { type HeadedRows, HeadedTable } from './headed-table.tsx';
import { MorePages } from './more-pages.tsx';

/** A list of the API as a table on a card, with a button below it for the next page. */
export function PagedTable<Row>(
  props: HeadedRows<Row> & {
    query: ComponentProps<typeof MorePages<Row>>['query'];
    /** What is said where there is nothing. */
    empty: string;
    /** What is said below the rows, on the same card. */
    children?: ReactNode;
  },
) {
  const { query, empty, children, ...table } = props;
  return (
    <MorePages query={query} empty={empty}>
      {(rows) => (
        <Card>
          <HeadedTable {...table} rows={rows} />
          {children}
        </Card>
      )}
    </MorePages>
  );
}
