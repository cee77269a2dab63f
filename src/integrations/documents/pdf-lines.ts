import type { DocumentView, LineView } from '../../modules/invoicing/index.ts';
import { GREY, type PdfSheet, type TextStyle } from './pdf-sheet.ts';

interface Column {
  readonly title: string;
  /** Of the sheet's width. */
  readonly share: number;
  readonly align: 'left' | 'right';
}

const COLUMNS: readonly [Column, Column, Column] = [
  { title: 'Description', share: 0.48, align: 'left' },
  { title: 'Calculation', share: 0.32, align: 'left' },
  { title: 'Amount', share: 0.2, align: 'right' },
];
const PADDING = 5;
const GUTTER = 8;

/** The lines as a table that goes on over pages, its head repeated on each. */
export function addLineTable(sheet: PdfSheet, view: DocumentView): void {
  const { pdf } = sheet;
  const table = pdf.struct('Table');
  sheet.addElement(table);
  sheet.breakUnless(60); // A head is never alone at the foot of a page.
  const headings = COLUMNS.map((_, index) => pdf.struct('TH', {}, () => setHeading(sheet, index)));
  table.add(pdf.struct('TR', {}, headings));
  finishHead(sheet, view);
  for (const line of view.lines) {
    const height = heightOf(sheet, line);
    if (sheet.breakUnless(height)) {
      sheet.artifact(() => {
        for (const index of COLUMNS.keys()) setHeading(sheet, index);
      });
      finishHead(sheet, view);
    }
    const cells = COLUMNS.map((_, index) => pdf.struct('TD', {}, cellContents(sheet, line, index)));
    table.add(pdf.struct('TR', {}, cells));
    sheet.y += height;
    sheet.rule(sheet.y - PADDING / 2, '#e2e8f0');
  }
  table.end();
  sheet.y += PADDING * 2;
}

const HEADING_HEIGHT = 16;

function setHeading(sheet: PdfSheet, index: number): void {
  const { x, width, column } = placeOf(sheet, index);
  const style: TextStyle = { isBold: true, size: 8, colour: GREY, align: column.align };
  sheet.text(column.title, { x, y: sheet.y, width }, style);
}

function finishHead(sheet: PdfSheet, view: DocumentView): void {
  sheet.y += HEADING_HEIGHT;
  sheet.rule(sheet.y - PADDING, view.colour, 0.75);
}

/** One paragraph or two, set one below the other. */
function cellContents(
  sheet: PdfSheet,
  line: LineView,
  index: number,
): PDFKit.PDFStructureElement[] {
  const { x, width, column } = placeOf(sheet, index);
  const [value, more] = cellOf(line, index);
  let { y } = sheet;
  const paragraph = (text: string, style: TextStyle) =>
    sheet.pdf.struct('P', {}, () => {
      y = sheet.text(text, { x, y, width }, style) + 1;
    });
  return [
    paragraph(value, { align: column.align }),
    ...(more === undefined ? [] : [paragraph(more, MORE)]),
  ];
}

const MORE: TextStyle = { size: 8, colour: GREY };

function cellOf(line: LineView, index: number): [value: string, more?: string] {
  if (index === 0) {
    return line.period === undefined ? [line.description] : [line.description, line.period];
  }
  return [index === 1 ? line.calculation : line.amount];
}

function heightOf(sheet: PdfSheet, line: LineView): number {
  const heights = COLUMNS.map((_, index) => {
    const { width } = placeOf(sheet, index);
    const [value, more] = cellOf(line, index);
    const below = more === undefined ? 0 : sheet.heightOf(more, width, MORE) + 1;
    return sheet.heightOf(value, width) + below;
  });
  return Math.max(...heights) + PADDING * 1.5;
}

function placeOf(sheet: PdfSheet, index: number): { x: number; width: number; column: Column } {
  const column = COLUMNS[index] ?? COLUMNS[0];
  const before = COLUMNS.slice(0, index).reduce((total, { share }) => total + share, 0);
  const gutter = index === COLUMNS.length - 1 ? 0 : GUTTER;
  return {
    x: sheet.left + before * sheet.width,
    width: column.share * sheet.width - gutter,
    column,
  };
}
