import type { Box } from '#electron/core/jobs/print/free-place.ts';

/** The first page of a PDF as a stamp meets it. */
export interface PrintedPage {
  /** Points, as the page is seen: turned and cut as its file says. */
  width: number;
  height: number;
  busy: Box[];
  /** A picture covers nearly all of it: where it is white cannot be told. */
  isScan: boolean;
  /** A seen point (from the upper left) → a point of the file's own coordinates. */
  inFile: (x: number, y: number) => readonly [number, number];
  rotation: number;
}

export type PdfFault = 'PDF_ENCRYPTED' | 'PDF_DAMAGED';
/** A picture as large as this part of the page is a scan of it. */
const SCAN = 0.6;

type Matrix = readonly [number, number, number, number, number, number];
const multiply = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];

/** What is printed on the first page: words and pictures. A file that cannot be read tells why. */
export async function printedPage(bytes: Uint8Array): Promise<PrintedPage | PdfFault> {
  const { getDocument, OPS } = await loadPdf();
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, disableFontFace: true });
  try {
    const document = await task.promise;
    const page = await document.getPage(1);
    const viewport = page.getViewport({ scale: 1 });
    const seen = (points: readonly (readonly [number, number])[]): Box => {
      const moved = points.map(([x, y]) => viewport.convertToViewportPoint(x, y) as [number, number]);
      const xs = moved.map(([x]) => x);
      const ys = moved.map(([, y]) => y);
      const [x, y] = [Math.min(...xs), Math.min(...ys)];
      return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
    };
    const { items } = await page.getTextContent();
    const words = items.flatMap((item) => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [a = 1, b = 0, , , x = 0, y = 0] = item.transform as number[];
      const length = Math.hypot(a, b) || 1;
      const [ux, uy] = [a / length, b / length];
      const { width, height } = item;
      // Along the line, and up from it: words may stand on their side.
      return [
        seen([
          [x, y],
          [x + ux * width, y + uy * width],
          [x - uy * height, y + ux * height],
          [x + ux * width - uy * height, y + uy * width + ux * height],
        ]),
      ];
    });
    const operators = await page.getOperatorList();
    const pictures: Box[] = [];
    const lines: Box[] = [];
    let now: Matrix = [1, 0, 0, 1, 0, 0];
    const before: Matrix[] = [];
    const painted: readonly number[] = [OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject];
    for (const [place, operation] of operators.fnArray.entries()) {
      if (operation === OPS.save) before.push(now);
      else if (operation === OPS.restore) now = before.pop() ?? now;
      else if (operation === OPS.transform) now = multiply(now, operators.argsArray[place] as unknown as Matrix);
      else if (painted.includes(operation)) {
        const [a, b, c, d, e, f] = now;
        pictures.push(
          seen([
            [e, f],
            [e + a, f + b],
            [e + c, f + d],
            [e + a + c, f + b + d],
          ]),
        );
      } else if (operation === OPS.constructPath) {
        const ruled = ruledBox((operators.argsArray[place] as unknown[])[2], now);
        if (ruled) lines.push(seen(ruled));
      }
    }
    const area = viewport.width * viewport.height;
    const isScan = pictures.some((one) => one.width * one.height > area * SCAN);
    return {
      width: viewport.width,
      height: viewport.height,
      // Words recognised under a scan tell where it is free.
      busy: isScan ? words : [...words, ...pictures, ...lines],
      isScan: isScan && words.length === 0,
      inFile: (x, y) => viewport.convertToPdfPoint(x, y) as [number, number],
      rotation: viewport.rotation,
    };
  } catch (error) {
    return (error as Error).name === 'PasswordException' ? 'PDF_ENCRYPTED' : 'PDF_DAMAGED';
  } finally {
    await task.destroy();
  }
}

/** A line thinner than this is a rule or the edge of a table; what is larger is a frame or a ground, within which there is room. */
const THIN = 4;

/** Corners of a drawn path in the file's coordinates, where it is a line. `bounds` are its least and greatest x and y. */
function ruledBox(bounds: unknown, [a, b, c, d, e, f]: Matrix): [number, number][] | null {
  if (!(bounds instanceof Float32Array) || bounds.length < 4) return null;
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = bounds;
  const moved = [
    [x0, y0],
    [x1, y1],
  ].map(([x = 0, y = 0]): [number, number] => [a * x + c * y + e, b * x + d * y + f]);
  const [from = [0, 0], to = [0, 0]] = moved;
  return Math.abs(from[0] - to[0]) < THIN || Math.abs(from[1] - to[1]) < THIN ? moved : null;
}

/** Loaded when the first file comes; its own worker is not started: this is a thread already. */
async function loadPdf() {
  const [library, worker] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
  ]);
  Object.assign(globalThis, { pdfjsWorker: worker });
  return library;
}
