import { degrees, PDFDocument } from '@cantoo/pdf-lib';
import { placeFor } from '#electron/core/jobs/print/free-place.ts';
import { type PdfFault, printedPage } from '#electron/core/jobs/print/printed-boxes.ts';
import type { StampCorner } from '#shared/domain/company/print-settings.ts';

export type StampProblem = PdfFault | 'PDF_TOO_LARGE' | 'PDF_SMALL_PAGE' | 'NOT_PDF';

export interface Stamped {
  bytes: Uint8Array;
  /** No free place was found, or the corner asked for is not free. */
  overlaps: boolean;
  /** The page is a picture: whether the place is free was not seen. */
  isScan: boolean;
  /** The file held an electronic signature, which covers the bytes that were there before. */
  wasSigned: boolean;
}

const MOST = 200 * 1024 * 1024;

/** Lays a stamp (a PDF of one page) over the first page of a file. The given bytes are not touched. */
export async function stampPdf(
  file: Uint8Array,
  stamp: Uint8Array,
  corner: StampCorner,
): Promise<Stamped | { problem: StampProblem }> {
  if (file.length > MOST) return { problem: 'PDF_TOO_LARGE' };
  // Readers look for the beginning within the first kilobyte (PDF 1.7, appendix H.3).
  if (!Buffer.from(file.subarray(0, 1024)).includes('%PDF-')) return { problem: 'NOT_PDF' };
  const page = await printedPage(file);
  if (typeof page === 'string') return { problem: page };
  try {
    const paper = await PDFDocument.load(file, { updateMetadata: false, throwOnInvalidObject: false });
    const [first] = paper.getPages();
    const [drawn] = await paper.embedPdf(stamp);
    if (!first || !drawn) return { problem: 'PDF_DAMAGED' };
    if (page.width < drawn.width || page.height < drawn.height) return { problem: 'PDF_SMALL_PAGE' };
    const place = placeFor(page, drawn, page.busy, corner);
    const [x, y] = page.inFile(place.x, place.y + place.height);
    // A page that is shown turned clockwise gets its stamp turned the other way, so that it stands upright.
    first.drawPage(drawn, { x, y, width: drawn.width, height: drawn.height, rotate: degrees(page.rotation) });
    const bytes = await paper.save();
    const wasSigned = Buffer.from(file).includes('/ByteRange');
    return { bytes, overlaps: place.overlaps, isScan: page.isScan, wasSigned };
  } catch (error) {
    return { problem: /encrypt/i.test(String(error)) ? 'PDF_ENCRYPTED' : 'PDF_DAMAGED' };
  }
}
