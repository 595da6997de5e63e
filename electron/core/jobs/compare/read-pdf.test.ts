import { expect, test } from 'vitest';
import { makePdf } from '#build/company/files/pdf.ts';
import { type Page, pageHeight, Sheet } from '#build/company/files/sheet.ts';
import { readPdf } from '#electron/core/jobs/compare/read-pdf.ts';
import { compareBlocks } from '#shared/formats/redline/compare.ts';

const term = (days: number): string =>
  `Покупатель оплачивает товар в течение ${days} рабочих дней с даты подписания универсального передаточного документа обеими сторонами.`;

/** A contract of several pages, with a running head and numbers of pages. */
function contract(days: number, first: string | null): Uint8Array {
  const sheet = new Sheet();
  if (first !== null) sheet.text(first);
  for (let clause = 1; clause <= 60; clause += 1) {
    sheet.text(
      `${Math.ceil(clause / 10)}.${((clause - 1) % 10) + 1}. ${clause === 33 ? term(days) : `Стороны хранят запись ${clause * 7} о поставках, приёмке и расчётах за весь срок действия договора и пять лет после него.`}`,
    );
  }
  const pages = sheet.pages.map((marks, at): Page => {
    const foot = {
      type: 'text',
      x: 280,
      y: pageHeight - 30,
      size: 9,
      weight: 'regular',
      text: `Страница ${at + 1}`,
      color: 0,
    } as const;
    const head = { ...foot, x: 62, y: 30, text: 'Договор поставки, редакция от 12.05.2026' };
    return [head, ...marks, foot];
  });
  return makePdf(pages, 'Договор');
}

test('clauses are put together from lines and pages; running heads are no text', async () => {
  const blocks = await readPdf(contract(15, null));
  expect(blocks.map(({ number }) => number)).toEqual(
    Array.from({ length: 60 }, (_each, at) => `${Math.floor(at / 10) + 1}.${(at % 10) + 1}`),
  );
  expect(blocks[32]?.text).toBe(term(15));
});

test('of two versions broken into other pages only what was written differs', async () => {
  const [left, right] = [
    await readPdf(contract(15, null)),
    await readPdf(contract(7, 'Стороны договорились о нижеследующем.')),
  ];
  const changes = compareBlocks(left, right).blocks.filter((row) => row.kind !== 'same');
  expect(changes.map((row) => [row.kind, row.right?.number])).toEqual([
    ['inserted', ''],
    ['changed', '4.3'],
  ]);
});

test('a page without text says so', async () => {
  const pages: Page[] = [[{ type: 'line', x1: 1, y1: 1, x2: 90, y2: 90, width: 1, color: 0 }]];
  await expect(readPdf(makePdf(pages, 'Скан'))).rejects.toMatchObject({ details: { problem: 'PDF_WITHOUT_TEXT' } });
});
