import { existsSync } from 'node:fs';
import { type RawPicture, toPnm } from '#electron/core/jobs/ocr/pnm.ts';

/** Smaller pictures are logos and stamps, larger ones are maps: neither is a page that was scanned. Pixels. */
const [LEAST, MOST] = [400 * 400, 80_000_000];
const PATIENCE = 20_000;

/** Scanners pack pages as JBIG2 or JPEG 2000: the readers of these lie with the library, and beside a bundle with the files of the window. */
const readers = ['../../../../node_modules/pdfjs-dist/wasm/', '../renderer/pdf/wasm/']
  .map((place) => new URL(place, import.meta.url))
  .find((place) => existsSync(place));

/** The pictures of a scanned PDF, page after page, as PNM files. Rejects for a PDF that is broken or closed. */
export async function* pdfPictures(bytes: Uint8Array, mostPages: number): AsyncGenerator<Uint8Array> {
  const [library, worker] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
  ]);
  Object.assign(globalThis, { pdfjsWorker: worker });
  const task = library.getDocument({
    ...{ data: new Uint8Array(bytes), verbosity: 0, disableFontFace: true },
    ...{ isOffscreenCanvasSupported: false, maxImageSize: MOST },
    ...(readers ? { wasmUrl: readers.href, useWasm: false } : {}),
  });
  try {
    const document = await task.promise;
    for (let number = 1; number <= Math.min(document.numPages, mostPages); number += 1) {
      const page = await document.getPage(number);
      const { fnArray, argsArray } = await page.getOperatorList();
      for (const [at, operation] of fnArray.entries()) {
        if (operation !== library.OPS.paintImageXObject) continue;
        const name = String((argsArray[at] as unknown[])[0]);
        const raw = await picture(name.startsWith('g_') ? page.commonObjs : page.objs, name);
        const file = raw && raw.width * raw.height >= LEAST ? toPnm(raw) : null;
        if (file) yield file;
      }
      page.cleanup();
    }
  } finally {
    await task.destroy();
  }
}

interface Pictures {
  get(name: string, found: (value: unknown) => void): unknown;
}

/** A picture that could not be decoded never comes: it is not waited for without end. */
function picture(pictures: Pictures, name: string): Promise<RawPicture | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), PATIENCE);
    pictures.get(name, (found) => {
      clearTimeout(timer);
      const raw = found as Partial<RawPicture> | null;
      resolve(raw?.data && raw.width && raw.height && raw.kind ? (raw as RawPicture) : null);
    });
  });
}
