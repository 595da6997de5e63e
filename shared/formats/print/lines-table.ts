import { amountInDigits } from '#shared/lib/words/amount.ts';
import type { PaperBlock } from './paper.ts';
import { money } from './paper-parts.ts';
import { paperWords } from './paper-words.ts';
import type { PrintData, PrintDocument } from './print-data.ts';

/** A decimal text as it is read: comma, thousands apart. */
const figures = (text: string | null): string => {
  const [whole = '', part] = (text ?? '').split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, '\u00a0'), ...(part === undefined ? [] : [part])].join(',');
};
const sums = (kopecks: number | null): string => (kopecks === null ? '' : amountInDigits(kopecks));

/** Lines of an invoice or act as a table. */
export function linesTable({ language }: PrintData, document: PrintDocument): PaperBlock[] {
  const w = paperWords[language];
  const columns = [
    { title: w.line, width: 9, align: 'center' },
    { title: w.goods, width: '*' },
    { title: w.quantity, width: 18, align: 'right' },
    { title: w.unit, width: 14 },
    { title: w.price, width: 27, align: 'right' },
    { title: w.sum, width: 30, align: 'right' },
  ] as const;
  const rows = document.lines.map((line, n) => [
    String(n + 1),
    line.name,
    figures(line.quantity),
    line.unit ?? '',
    figures(line.price),
    sums(line.sum),
  ]);
  return [{ type: 'table', columns, rows }];
}

/** What the lines come to, kopecks; the document's own amount counts before the sum of its lines. */
export function totalOf(document: PrintDocument): { amount: number | null; vat: number | null } {
  const add = (values: readonly (number | null)[]): number | null =>
    values.some((value) => value !== null) ? values.reduce((sum: number, value) => sum + (value ?? 0), 0) : null;
  return {
    amount: document.amount ?? add(document.lines.map((line) => line.sum)),
    vat: document.vatAmount ?? add(document.lines.map((line) => line.vatSum)),
  };
}

/** Under the table: the total, the tax in it, what is to be paid. */
export function totalsBlock(data: PrintData, document: PrintDocument): PaperBlock[] {
  const w = paperWords[data.language];
  const { amount, vat } = totalOf(document);
  if (amount === null) return [];
  const { currency } = document;
  return [
    {
      type: 'totals',
      rows: [
        [w.total, money(amount, currency)],
        vat ? [w.vatIncluded, money(vat, currency)] : [w.withoutVat, '–'],
        [w.toPay, money(amount, currency)],
      ],
    },
  ];
}
