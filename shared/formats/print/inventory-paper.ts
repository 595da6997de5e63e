import { capital } from '#shared/lib/words/amount.ts';
import { numberInWords } from '#shared/lib/words/numbers.ts';
import type { Column, Paper } from './paper.ts';
import { day, headingOf, numberOf, sheet, shows, signatureBlock } from './paper-parts.ts';
import { paperWords } from './paper-words.ts';
import type { PrintData, PrintFiled } from './print-data.ts';

const blank = '________';

/**
 * «Внутренняя опись документов дела»: columns and the closing entry of the archive's rules (приказ Росархива от 31.07.2023 № 77). Sheets of
 * the paper case are counted by hand: their column stays empty.
 */
export function inventoryPaper(data: PrintData): Paper {
  const w = paperWords[data.language];
  const { caseFile } = data;
  const entries = data.contents?.entries ?? data.documents.map(entryOf);
  const left = data.contents?.left ?? 0;
  const remarks = shows(data, 'remarks');
  const columns: Column[] = [
    { title: w.line, width: 12, align: 'center' },
    { title: w.index, width: 34 },
    { title: w.documentDate, width: 24 },
    { title: w.documentTitle, width: '*' },
    { title: w.sheets, width: 22 },
    ...(remarks ? [{ title: w.remarks, width: 26 } as const] : []),
  ];
  const rows = entries.map(({ number, date, subject }, n) => [
    String(n + 1),
    numberOf(data, number),
    day(date),
    subject ?? w.unseen,
    '',
    ...(remarks ? [''] : []),
  ]);
  const inWords = data.language === 'ru' ? ` (${capital(numberInWords(entries.length))})` : '';
  const called = caseFile ? `${caseFile.index} «${caseFile.title}», ${caseFile.year}` : '';
  return sheet(data, [headingOf(data), called].filter(Boolean).join(' '), [
    { type: 'text', text: data.organization.name, small: true },
    { type: 'heading', level: 1, text: headingOf(data), align: 'center' },
    ...(caseFile ? [{ type: 'text', text: `${w.caseFile} ${called}`, align: 'center' } as const] : []),
    { type: 'gap', height: 2 },
    { type: 'table', columns, rows },
    // An entry at the end that says less than lies in the case would be false.
    ...(left > 0 ? [{ type: 'text', text: `${w.inventoryLeft}: ${left}` } as const] : []),
    ...(shows(data, 'total')
      ? [
          { type: 'gap', height: 3 } as const,
          { type: 'text', text: `${w.inventoryTotal}: ${entries.length}${inWords}` } as const,
          { type: 'text', text: `${w.inventorySheets}: ${blank}` } as const,
        ]
      : []),
    ...signatureBlock(data, [{ position: w.compiler, name: '' }]),
  ]);
}

const entryOf = ({ registration, number, date, subject }: PrintData['documents'][number]): PrintFiled => ({
  number: registration?.number ?? number,
  date: registration?.date ?? date,
  subject,
});
