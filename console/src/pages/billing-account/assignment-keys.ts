import type { KeyboardEvent } from 'react';

/** A box of the grid: its row, and its column from the left. */
interface Cell {
  readonly row: number;
  readonly column: number;
}

const MOVES: Readonly<Record<string, (at: Cell) => Cell>> = {
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  Home: ({ row }) => ({ row, column: 0 }),
};

/** The attributes by which the keys find a box. */
export const cellOf = (row: number, column: number) => ({ 'data-cell': `${row} ${column}` });

/**
 * Arrows move from box to box, also to rows that are not drawn yet; Space ticks, as on any box.
 */
export function moveByKeys(event: KeyboardEvent, scrollTo: (row: number) => void): void {
  const grid = event.currentTarget;
  const from = event.target instanceof HTMLElement ? event.target.dataset.cell : undefined;
  const move = MOVES[event.key];
  if (from === undefined || move === undefined) return;
  event.preventDefault();
  const [row = 0, column = 0] = from.split(' ').map(Number);
  const to = move({ row, column });
  const find = () => grid.querySelector<HTMLElement>(`[data-cell="${to.row} ${to.column}"]`);
  const near = find();
  if (near !== null) {
    near.focus();
    near.scrollIntoView({ block: 'nearest' });
  } else if (to.row >= 0) {
    scrollTo(to.row);
    requestAnimationFrame(() => find()?.focus());
  }
}
