import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { DocumentView } from '../../modules/invoicing/index.ts';
import { printableText } from './printable-text.ts';

const require = createRequire(import.meta.url);
/** A face with Latin, Greek, Cyrillic, Hebrew and Arabic letters; see the decision record. */
const REGULAR = require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf');
const BOLD = require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf');

/** In points: 0.7 inch, inside what every printer can reach. */
const MARGIN = 50;
/** Room for the footer and the page's number. */
const FOOTER_HEIGHT = 46;
const TEXT_SIZE = 9;
export const GREY = '#475569';
export const INK = '#0f172a';

export interface TextStyle {
  readonly size?: number;
  readonly isBold?: boolean;
  readonly colour?: string;
  readonly align?: 'left' | 'right';
}

/** Where text is put: from its left edge, within a width. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/**
 * A tagged PDF/A-3 that is written from top to bottom. Everything in it follows from the view:
 * its times are the document's own, so the same view gives the same bytes.
 */
export class PdfSheet {
  readonly pdf: PDFKit.PDFDocument;
  readonly #root: PDFKit.PDFStructureElement;
  /** Where the next thing begins. */
  y = MARGIN;

  constructor(view: DocumentView) {
    const title = `${view.title} ${view.number}`;
    this.pdf = new PDFDocument({
      size: view.paper,
      margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN },
      font: REGULAR,
      pdfVersion: '1.7',
      subset: 'PDF/A-3a',
      tagged: true,
      displayTitle: true,
      lang: 'en',
      bufferPages: true,
      info: {
        Title: title,
        Author: view.seller.name,
        Creator: 'Tollkeeper',
        Producer: 'Tollkeeper',
        CreationDate: view.issuedAt,
        ModDate: view.issuedAt,
      },
    });
    this.#root = this.pdf.struct('Document');
    this.pdf.addStructure(this.#root);
  }

  get left(): number {
    return MARGIN;
  }

  get width(): number {
    return this.pdf.page.width - 2 * MARGIN;
  }

  /** The lowest that anything but the footer goes. */
  get bottom(): number {
    return this.pdf.page.height - MARGIN - FOOTER_HEIGHT;
  }

  /** Begins a new page unless `height` still fits on this one. */
  breakUnless(height: number): boolean {
    if (this.y + height <= this.bottom) return false;
    this.pdf.addPage();
    this.y = MARGIN;
    return true;
  }

  /** An element of the document's structure, in reading order. */
  add(tag: string, content: () => void): void {
    this.#root.add(this.pdf.struct(tag, {}, content));
  }

  /** A label and what it is of: an item of a list, so that they are read together. */
  addPair(label: () => void, body: () => void): void {
    const { pdf } = this;
    const pair = [pdf.struct('Lbl', {}, label), pdf.struct('LBody', {}, body)];
    this.#root.add(pdf.struct('L', {}, [pdf.struct('LI', {}, pair)]));
  }

  addElement(element: PDFKit.PDFStructureElement): void {
    this.#root.add(element);
  }

  /** Decoration, which a screen reader passes over. */
  artifact(draw: () => void): void {
    this.pdf.markContent('Artifact', { type: 'Layout' });
    draw();
    this.pdf.endMarkedContent();
  }

  /** Sets text; returns where it ends. */
  text(value: string, { x, y, width }: Box, style: TextStyle = {}): number {
    const text = this.#styled(value, style);
    this.pdf.text(text, x, y, { width, align: style.align ?? 'left' });
    return this.pdf.y;
  }

  /** One line at a place of the page that no flow reaches, such as its foot. */
  lineAt(value: string, { x, y, width }: Box, style: TextStyle = {}): void {
    const { margins } = this.pdf.page;
    const { bottom } = margins;
    margins.bottom = 0; // Below the margin a new page would begin by itself.
    const text = this.#styled(value, style);
    const options = { width, align: style.align ?? 'left', lineBreak: false, ellipsis: true };
    this.pdf.text(text, x, y, options);
    margins.bottom = bottom;
  }

  heightOf(value: string, width: number, style: TextStyle = {}): number {
    return this.pdf.heightOfString(this.#styled(value, style), { width });
  }

  rule(y: number, colour: string, thickness = 0.5): void {
    this.artifact(() => {
      this.pdf
        .moveTo(this.left, y)
        .lineTo(this.left + this.width, y)
        .lineWidth(thickness)
        .strokeColor(colour)
        .stroke();
    });
  }

  /** The bytes; nothing can be added afterwards. */
  async end(): Promise<Uint8Array> {
    const chunks: Buffer[] = [];
    const done = new Promise<void>((resolve, reject) => {
      this.pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
      this.pdf.on('end', resolve);
      this.pdf.on('error', reject);
    });
    this.#root.end();
    this.pdf.end();
    await done;
    return Buffer.concat(chunks);
  }

  #styled(value: string, { size = TEXT_SIZE, isBold = false, colour = INK }: TextStyle): string {
    this.pdf
      .font(isBold ? BOLD : REGULAR)
      .fontSize(size)
      .fillColor(colour);
    return printableText(value, (codePoint) => hasGlyph(this.pdf, codePoint));
  }
}

/** Nothing public tells whether a font has a glyph; the library's own font object does. */
function hasGlyph(pdf: PDFKit.PDFDocument, codePoint: number): boolean {
  const { _font: used } = pdf as unknown as {
    _font: { font: { hasGlyphForCodePoint(codePoint: number): boolean } };
  };
  return used.font.hasGlyphForCodePoint(codePoint);
}
