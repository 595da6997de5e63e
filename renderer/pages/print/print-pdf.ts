import { printPaper } from '#renderer/pages/contract/print-paper.ts';
import { openPdf } from '#renderer/pages/print/open-pdf.ts';

/** Dots an inch: letters of 8 points are sharp, and a sheet takes under a megabyte. */
const DENSITY = 220;
const POINT = 1 / 72;
/** The frame that is printed keeps its pictures as long as it stands, in milliseconds. */
const KEPT = 120_000;

/**
 * Hands a PDF to the system's print: its pages as pictures in their own size. A window may not show a file by the reader of its engine, and
 * the two hosts would differ in it.
 */
export async function printPdf(bytes: Blob): Promise<void> {
  const task = await openPdf(bytes);
  const addresses: string[] = [];
  try {
    const pdf = await task.promise;
    let size = { width: 210, height: 297 };
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      if (number === 1) size = { width: width * POINT, height: height * POINT };
      const viewport = page.getViewport({ scale: DENSITY * POINT });
      const canvas = document.createElement('canvas');
      canvas.width = Math.ceil(viewport.width);
      canvas.height = Math.ceil(viewport.height);
      await page.render({ canvas, viewport, intent: 'print' }).promise;
      const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
      if (picture) addresses.push(URL.createObjectURL(picture));
      canvas.width = 0;
      page.cleanup();
    }
    await printPaper(pagesOf(addresses, size));
  } finally {
    await task.destroy();
    setTimeout(() => {
      for (const address of addresses) URL.revokeObjectURL(address);
    }, KEPT);
  }
}

const pagesOf = (addresses: readonly string[], { width, height }: { width: number; height: number }): string =>
  `<!doctype html><html><head><meta charset="utf-8"><title></title><style>@page{size:${width}in ${height}in;margin:0}
body{margin:0}img{display:block;width:100%;height:${height}in;object-fit:contain;break-after:page}img:last-child{break-after:auto}</style></head><body>${addresses
    .map((address) => `<img src="${address}" alt="">`)
    .join('')}</body></html>`;
