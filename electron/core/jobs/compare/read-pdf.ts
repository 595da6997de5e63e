import { linesToBlocks } from '#electron/core/jobs/compare/lines-to-blocks.ts';
import { withoutPageFurniture } from '#electron/core/jobs/compare/without-page-furniture.ts';
import { documentRefusal } from '#electron/core/jobs/docx/problem.ts';
import type { TextBlock } from '#shared/domain/redline.ts';

/** A piece of a line as the library gives it; `transform` ends with its place on the page. */
interface TextPiece {
  readonly str: string;
  readonly hasEOL: boolean;
  readonly transform: readonly number[];
  readonly height: number;
}

/** Blocks of a PDF's text layer. Refuses with `details.problem` PDF_DAMAGED, PDF_ENCRYPTED or PDF_WITHOUT_TEXT (a scan). */
export async function readPdf(bytes: Uint8Array): Promise<readonly TextBlock[]> {
  const { getDocument } = await loadPdf();
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    disableFontFace: true,
  });
  try {
    const document = await task.promise.catch((error: Error) => {
      throw documentRefusal(error.name === 'PasswordException' ? 'PDF_ENCRYPTED' : 'PDF_DAMAGED');
    });
    const pages: (readonly string[])[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const content = await page.getTextContent();
      pages.push(linesOf(content.items.filter((item): item is typeof item & TextPiece => 'str' in item)));
    }
    const blocks = linesToBlocks(withoutPageFurniture(pages));
    if (blocks.length === 0) throw documentRefusal('PDF_WITHOUT_TEXT');
    return blocks;
  } finally {
    await task.destroy();
  }
}

/** Lines of a page from top to bottom; a gap larger than a line is an empty line. */
function linesOf(pieces: readonly TextPiece[]): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let place: number | null = null;
  const end = (): void => {
    if (line.trim() !== '') lines.push(line);
    line = '';
  };
  for (const piece of pieces) {
    const y = piece.transform[5] ?? 0;
    if (place !== null && piece.str.trim() !== '' && Math.abs(place - y) > (piece.height || 10) * 0.6) {
      end();
      if (Math.abs(place - y) > (piece.height || 10) * 1.9) lines.push('');
    }
    line += piece.str;
    if (piece.str.trim() !== '') place = y;
    if (piece.hasEOL) end();
  }
  end();
  return lines;
}

/** Loaded when the first PDF comes. Its own worker is not started: this is a thread already. */
async function loadPdf() {
  const [library, worker] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
  ]);
  Object.assign(globalThis, { pdfjsWorker: worker });
  return library;
}
