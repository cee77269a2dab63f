import type { DocumentView, PartyView } from '../../modules/invoicing/index.ts';
import { FACTUR_X_FILE, facturXMetadata } from './factur-x.ts';
import { addLineTable } from './pdf-lines.ts';
import { type Box, GREY, PdfSheet, type TextStyle } from './pdf-sheet.ts';

const GAP = 18;

/** Sets a document in type: who, what, how much, and how to pay, on as many pages as it takes. */
export async function pdfDocument(view: DocumentView, eInvoice?: string): Promise<Uint8Array> {
  const sheet = new PdfSheet(view);
  addHead(sheet, view);
  addParties(sheet, view);
  addLineTable(sheet, view);
  addSums(sheet, view);
  addNotes(sheet, view);
  addFeet(sheet, view);
  if (eInvoice !== undefined) embed(sheet, view, eInvoice);
  return await sheet.end();
}

function addHead(sheet: PdfSheet, view: DocumentView): void {
  const half = sheet.width / 2;
  const y = sheet.y;
  const logo: TextStyle = { size: 16, isBold: true, colour: view.colour };
  let bottom = y;
  if (view.logo !== '') {
    sheet.add('P', () => {
      bottom = sheet.text(view.logo, { x: sheet.left, y, width: half - GAP }, logo);
    });
  }
  sheet.add('H1', () => {
    const box = { x: sheet.left + half, y, width: half };
    bottom = Math.max(bottom, sheet.text(view.title, box, { size: 16, align: 'right' }));
  });
  if (view.isTest) {
    sheet.add('P', () => {
      const box = { x: sheet.left, y: bottom, width: sheet.width };
      const said = 'Made by a test clock: not a document of the real world.';
      bottom = sheet.text(said, box, { colour: GREY, align: 'right' });
    });
  }
  sheet.rule(bottom + 6, view.colour, 1.5);
  sheet.y = bottom + GAP;
}

/** Seller and buyer at the left, days and references at the right. */
function addParties(sheet: PdfSheet, view: DocumentView): void {
  const half = sheet.width / 2;
  const top = sheet.y;
  const column = (y: number): Box => ({ x: sheet.left, y, width: half - GAP });
  const afterSeller = addParty(sheet, 'From', view.seller, column(top));
  const afterBuyer = addParty(sheet, 'To', view.buyer, column(afterSeller + 10));
  let y = top;
  for (const [label, value] of view.facts) {
    const x = sheet.left + half;
    const labelWidth = half * 0.36;
    const row = y;
    sheet.addPair(
      () => sheet.text(label, { x, y: row, width: labelWidth - 6 }, { colour: GREY }),
      () => {
        const box = { x: x + labelWidth, y: row, width: half - labelWidth };
        y = sheet.text(value, box) + 3;
      },
    );
  }
  sheet.y = Math.max(afterBuyer, y) + GAP;
}

function addParty(sheet: PdfSheet, title: string, party: PartyView, box: Box): number {
  let { y } = box;
  sheet.add('H2', () => {
    y = sheet.text(title, box, { colour: GREY, size: 8 });
  });
  for (const [index, line] of [party.name, ...party.lines].entries()) {
    sheet.add('P', () => {
      y = sheet.text(line, { ...box, y: y + 1 }, { isBold: index === 0 });
    });
  }
  return y;
}

function addSums(sheet: PdfSheet, view: DocumentView): void {
  const labelWidth = sheet.width * 0.76;
  const rows = [
    ...view.sums.map((sum) => ({ ...sum, isBold: false })),
    { ...view.total, isBold: true },
  ];
  for (const { label, amount, isBold } of rows) {
    const style = { isBold, size: isBold ? 11 : 9, align: 'right' } as const;
    const heights = [
      sheet.heightOf(label, labelWidth, style),
      sheet.heightOf(amount, sheet.width - labelWidth, style),
    ];
    const height = Math.max(...heights) + (isBold ? 10 : 5);
    sheet.breakUnless(height);
    if (isBold) {
      sheet.rule(sheet.y + 2, view.colour, 1);
      sheet.y += 8;
    }
    const { y } = sheet;
    const x = sheet.left + labelWidth;
    sheet.addPair(
      () => sheet.text(label, { x: sheet.left, y, width: labelWidth }, style),
      () => sheet.text(amount, { x, y, width: sheet.width - labelWidth }, style),
    );
    sheet.y = y + height;
  }
  sheet.y += GAP;
}

function addNotes(sheet: PdfSheet, view: DocumentView): void {
  for (const note of view.notes) {
    const height = sheet.heightOf(note, sheet.width);
    sheet.breakUnless(height);
    const { y } = sheet;
    sheet.add('P', () => {
      sheet.text(note, { x: sheet.left, y, width: sheet.width });
    });
    sheet.y = y + height + 6;
  }
}

/** At the foot of each page: what the seller wants there, the number, and which page it is. */
function addFeet(sheet: PdfSheet, view: DocumentView): void {
  const { start, count } = sheet.pdf.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    sheet.pdf.switchToPage(start + index);
    const y = sheet.bottom + 14;
    const style = { size: 7.5, colour: GREY };
    const box = { x: sheet.left, y, width: sheet.width };
    sheet.pdf.markContent('Artifact', { type: 'Pagination' });
    if (view.footer !== undefined) sheet.lineAt(view.footer, box, style);
    sheet.lineAt(`${view.title} ${view.number}`, { ...box, y: y + 14 }, style);
    const page = `Page ${index + 1} of ${count}`;
    sheet.lineAt(page, { ...box, y: y + 14 }, { ...style, align: 'right' });
    sheet.pdf.endMarkedContent();
  }
}

function embed(sheet: PdfSheet, view: DocumentView, eInvoice: string): void {
  const options = {
    name: FACTUR_X_FILE,
    type: 'text/xml',
    description: `${view.title} ${view.number} for machines`,
    relationship: 'Alternative',
    creationDate: view.issuedAt,
    modifiedDate: view.issuedAt,
  };
  sheet.pdf.file(Buffer.from(eInvoice), options);
  sheet.pdf.appendXML(facturXMetadata());
}
