import { PDFDocument } from '@cantoo/pdf-lib';
import jsqr from 'jsqr';
import { describe, expect, test } from 'vitest';
import { printFormNames } from '#shared/domain/company/print-form.ts';
import { shippedSettings } from '#shared/domain/company/print-settings.ts';
import { documentCode } from '#shared/formats/print/document-code.ts';
import { ours, printedDocument, printSample } from '#shared/formats/print/fixture/print-sample.ts';
import { makePaper } from '#shared/formats/print/make-paper.ts';
import { codeBars } from './code-image.ts';
import { placeFor } from './free-place.ts';
import { makePdf } from './make-pdf.ts';
import { stampPdf } from './stamp-pdf.ts';

/** The text layer of every page, as another program reads it. */
async function textOf(bytes: Uint8Array): Promise<string[]> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join(' ')
        .replace(/[\s\u00a0]+/g, ' '),
    );
  }
  await task.destroy();
  return pages;
}

const stamp = (): Promise<Uint8Array> => makePdf(makePaper(printSample('stamp')));

test.each(printFormNames)('%s is a PDF whose words another reader finds', async (form) => {
  const pages = await textOf(await makePdf(makePaper(printSample(form))));
  expect(pages.join(' ').replaceAll('\u2011', '-')).toContain(form === 'envelope' ? '630099' : 'ВХ-МСК/2026-00012');
});

test('a list of 60 documents repeats its head on each page and counts the pages', async () => {
  const documents = Array.from({ length: 60 }, () => printedDocument);
  const pages = await textOf(await makePdf(makePaper(printSample('list', { documents }))));
  expect(pages.length).toBeGreaterThan(2);
  for (const [place, page] of pages.entries()) {
    expect(page).toContain(`Лист ${place + 1} из ${pages.length}`);
    if (place < pages.length - 1) expect(page).toContain('Контрагент');
  }
});

/** A code as a scanner sees it: four dots a module, white around. */
function seen(text: string, size: number): string | null {
  const [side, edge] = [400, 40];
  const dots = new Uint8ClampedArray(side * side * 4).fill(255);
  const scale = (side - 2 * edge) / size;
  for (const { x, y, width, height } of codeBars('qr', text, size, size))
    for (let row = Math.round(y * scale); row < Math.round((y + height) * scale); row += 1)
      for (let column = Math.round(x * scale); column < Math.round((x + width) * scale); column += 1)
        dots.fill(0, ((row + edge) * side + column + edge) * 4, ((row + edge) * side + column + edge) * 4 + 3);
  // The library is one for pages: its only export is the default one, wrapped once more for modules.
  const read = (jsqr as unknown as { default?: typeof jsqr }).default ?? jsqr;
  return (
    (read as unknown as (data: Uint8ClampedArray, width: number, height: number) => { data: string } | null)(
      dots,
      side,
      side,
    )?.data ?? null
  );
}

test('the code of a payment and of a document is read back, Cyrillic and all', () => {
  const text = 'ST00012|Name=АО «Северный путь»|PersonalAcc=40702810400000000017|Sum=123456789';
  expect(seen(text, 32)).toBe(text);
  const code = documentCode(printedDocument.id);
  expect(seen(code, 22)).toBe(code);
});

test('bars of a label are at least a quarter of a millimetre: two dots of its printer', () => {
  const bars = codeBars('code128', documentCode(printedDocument.id), 46, 8.5);
  expect(Math.min(...bars.map((bar) => bar.width))).toBeGreaterThanOrEqual(0.25);
  expect(Math.max(...bars.map((bar) => bar.x + bar.width))).toBeLessThanOrEqual(46.01);
});

describe('a stamp', () => {
  test('stands on the first page of a copy, where nothing is printed', async () => {
    const file = await makePdf(makePaper(printSample('invoice')));
    const before = Buffer.from(file);
    const done = await stampPdf(file, await stamp(), 'free');
    if ('problem' in done) throw new Error(done.problem);
    expect(Buffer.from(file).equals(before)).toBe(true);
    expect(done).toMatchObject({ overlaps: false, isScan: false, wasSigned: false });
    const [page = ''] = await textOf(done.bytes);
    expect(page).toContain('Входящий');
    expect(page).toContain('Дата: 23.11.2026');
    expect(page).toContain('Счёт на оплату');
  });

  test('stands upright on a page that its file turns', async () => {
    const paper = await PDFDocument.create();
    paper.addPage([400, 800]).setRotation({ type: 'degrees', angle: 90 } as never);
    const done = await stampPdf(await paper.save(), await stamp(), 'bottom-right');
    if ('problem' in done) throw new Error(done.problem);
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const page = await (await getDocument({ data: new Uint8Array(done.bytes), verbosity: 0 }).promise).getPage(1);
    const { items } = await page.getTextContent();
    const viewport = page.getViewport({ scale: 1 });
    const places = items.flatMap((item) =>
      'str' in item && item.str.trim() ? [viewport.convertToViewportPoint(item.transform[4], item.transform[5])] : [],
    );
    // Seen from the upper left: each next line is lower, all of them in the lower right part.
    expect(places.every(([x = 0, y = 0]) => x > viewport.width / 2 && y > viewport.height / 2)).toBe(true);
    expect(places.at(-1)?.[1]).toBeGreaterThan(places[0]?.[1] ?? Number.POSITIVE_INFINITY);
  });

  test('keeps away from words, takes the other corners, and says when there is no room', () => {
    const [page, size] = [
      { width: 600, height: 800 },
      { width: 200, height: 100 },
    ];
    const low = { x: 0, y: 600, width: 600, height: 200 };
    expect(placeFor(page, size, [low], 'free')).toMatchObject({ overlaps: false });
    expect(placeFor(page, size, [low], 'free').y).toBeLessThan(500);
    expect(placeFor(page, size, [low], 'bottom-left').overlaps).toBe(true);
    expect(placeFor(page, size, [{ x: 0, y: 0, width: 600, height: 800 }], 'free').overlaps).toBe(true);
  });

  test('is refused by a file that is no PDF, is damaged, or has a password', async () => {
    const seal = await stamp();
    const file = await makePdf(makePaper(printSample('act')));
    expect(await stampPdf(Buffer.from('PK\u0003\u0004 not a paper'), seal, 'free')).toEqual({ problem: 'NOT_PDF' });
    expect(await stampPdf(file.subarray(0, 600), seal, 'free')).toEqual({ problem: 'PDF_DAMAGED' });
    const locked = await PDFDocument.create();
    locked.addPage();
    await locked.encrypt({ userPassword: 'тайна', ownerPassword: 'владелец' });
    expect(await stampPdf(await locked.save(), seal, 'free')).toEqual({ problem: 'PDF_ENCRYPTED' });
    const tiny = await PDFDocument.create();
    tiny.addPage([100, 100]);
    expect(await stampPdf(await tiny.save(), seal, 'free')).toEqual({ problem: 'PDF_SMALL_PAGE' });
  });

  test('a broken table of objects is mended or told, never a crash', async () => {
    const file = Buffer.from(await makePdf(makePaper(printSample('act')))).toString('latin1');
    const broken = Buffer.from(file.replace(/startxref\s+\d+/, 'startxref\n99999999'), 'latin1');
    const done = await stampPdf(broken, await stamp(), 'free');
    if ('problem' in done) expect(done.problem).toBe('PDF_DAMAGED');
    else expect((await textOf(done.bytes))[0]).toContain('Дата: 23.11.2026');
  });
});

test('a stamp is one page however much stands in it', async () => {
  const settings = {
    ...shippedSettings,
    heading: 'Получено по почте '.repeat(8),
    note: 'Канцелярия, к. 104 '.repeat(10),
  };
  const organization = { ...ours, name: 'Федеральное государственное унитарное предприятие «Северный морской путь»' };
  const pages = await textOf(await makePdf(makePaper(printSample('stamp', { settings, organization }))));
  expect(pages).toHaveLength(1);
  expect(pages[0]).toContain('Подпись');
});
