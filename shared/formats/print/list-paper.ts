import { amountInDigits } from '#shared/lib/words/amount.ts';
import type { Column, Paper } from './paper.ts';
import { day, headingOf, kindOf, money, numberOf, sheet, shows, signatureBlock } from './paper-parts.ts';
import { paperWords, stateWords } from './paper-words.ts';
import type { PrintData, PrintDocument } from './print-data.ts';

interface Told {
  column: Column;
  value: (document: PrintDocument, place: number) => string;
}

/** «Реестр документов»: the chosen documents in the order they were chosen, on landscape sheets. */
export function listPaper(data: PrintData): Paper {
  const w = paperWords[data.language];
  const optional = (block: string, told: Told): Told[] => (shows(data, block) ? [told] : []);
  const columns: Told[] = [
    { column: { title: w.line, width: 10, align: 'center' }, value: (_, place) => String(place + 1) },
    ...optional('kind', { column: { title: w.kind, width: 25 }, value: (one) => kindOf(data, one) }),
    { column: { title: w.regNumber, width: 36 }, value: (one) => numberOf(data, one.number) },
    { column: { title: w.date, width: 21 }, value: (one) => day(one.date) },
    ...optional('counterparty', {
      column: { title: w.counterparty, width: 42 },
      value: (one) => one.counterparty?.name ?? '',
    }),
    { column: { title: w.subject, width: '*' }, value: (one) => one.subject },
    ...optional('amount', {
      column: { title: w.amount, width: 31, align: 'right' },
      value: (one) => money(one.amount, one.currency),
    }),
    ...optional('responsible', { column: { title: w.responsible, width: 31 }, value: (one) => one.responsible ?? '' }),
    ...optional('state', {
      column: { title: w.state, width: 31 },
      value: (one) => stateWords[data.language][one.state],
    }),
  ];
  const rows = data.documents.map((document, place) => columns.map(({ value }) => value(document, place)));
  return sheet(
    data,
    headingOf(data),
    [
      { type: 'text', text: data.organization.name, small: true },
      { type: 'heading', level: 1, text: headingOf(data) },
      { type: 'table', columns: columns.map(({ column }) => column), rows },
      ...(shows(data, 'total') ? [{ type: 'totals', rows: totals(data) } as const] : []),
      ...signatureBlock(data, []),
    ],
    { landscape: true },
  );
}

/** How many, and for how much in each currency. */
function totals(data: PrintData): readonly (readonly [string, string])[] {
  const w = paperWords[data.language];
  const sums = new Map<string, number>();
  for (const { amount, currency } of data.documents)
    if (amount !== null) sums.set(currency, (sums.get(currency) ?? 0) + amount);
  const counted = [w.documentsTotal, String(data.documents.length)] as const;
  if (!shows(data, 'amount')) return [counted];
  return [
    counted,
    ...[...sums].map(
      ([currency, sum]) => [w.total, `${amountInDigits(sum)} ${currency === 'RUB' ? '₽' : currency}`] as const,
    ),
  ];
}
