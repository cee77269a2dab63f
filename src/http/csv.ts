/** A cell of a table: text, a whole number, or nothing. */
export type Cell = string | number | null;

/** A spreadsheet takes what begins so for a formula. A number may well begin with a minus. */
const FORMULA = /^[=+\-@\t\r]/;
const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;
const NEEDS_QUOTES = /[",\r\n]/;

/** RFC 4180, safe to open in a spreadsheet. */
export function csvOf(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [header, ...rows].map(csvLine).join('');
}

/** One row, for tables that are sent as they are read. */
export function csvLine(row: readonly Cell[]): string {
  return `${row.map(csvCell).join(',')}\r\n`;
}

export function csvCell(cell: Cell): string {
  const text = cell === null ? '' : String(cell);
  const isFormula = FORMULA.test(text) && !PLAIN_NUMBER.test(text);
  const safe = isFormula ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
