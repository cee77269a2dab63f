/**
 * The rows of a CSV text by RFC 4180: quoted cells may hold commas, line breaks and doubled quotes.
 * A byte-order mark, either kind of line end, and semicolons instead of commas (as some
 * spreadsheets write) are understood. Blank lines are left out.
 */
export function parseCsv(text: string): string[][] {
  const clean = text.replace(/^\uFEFF/, '');
  const separator = separatorOf(clean);
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  const endRow = () => {
    row.push(cell);
    cell = '';
    if (row.some((one) => one.trim() !== '')) rows.push(row);
    row = [];
  };
  for (let place = 0; place < clean.length; place += 1) {
    const character = clean[place] ?? '';
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (clean[place + 1] === '"') {
        cell += '"';
        place += 1;
      } else isQuoted = false;
    } else if (character === '"' && cell === '') isQuoted = true;
    else if (character === separator) {
      row.push(cell);
      cell = '';
    } else if (character === '\n') endRow();
    else if (character !== '\r') cell += character;
  }
  endRow();
  return rows;
}

function separatorOf(text: string): string {
  const [first = ''] = text.split('\n', 1);
  return first.split(';').length > first.split(',').length ? ';' : ',';
}

/** A spreadsheet takes cells that begin so for formulas; an apostrophe keeps them text. */
const FORMULA = /^[=+\-@\t\r]/;

/** Rows as CSV, with a byte-order mark: without it some spreadsheets misread names. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  const cellOf = (text: string) => {
    const safe = FORMULA.test(text) ? `'${text}` : text;
    return /[",\n\r;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `\uFEFF${rows.map((row) => row.map(cellOf).join(',')).join('\r\n')}\r\n`;
}
