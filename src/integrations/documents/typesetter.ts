import type { DocumentTypesetter } from '../../modules/invoicing/index.ts';
import { printPage } from './print-page.ts';

/** Sets documents in type. The PDF library and its fonts are loaded when the first is asked for. */
export function createTypesetter(): DocumentTypesetter {
  return {
    async pdf(view, eInvoice) {
      const { pdfDocument } = await import('./pdf-document.ts');
      return await pdfDocument(view, eInvoice);
    },
    html: printPage,
  };
}
