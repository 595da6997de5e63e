import { documentCode } from './document-code.ts';
import { type Paper, type PaperBlock, pageSizes } from './paper.ts';
import { day, kindOf, numberOf, shows } from './paper-parts.ts';
import { paperWords } from './paper-words.ts';
import type { PrintData, PrintDocument } from './print-data.ts';

/** Labels of 58 by 40 mm, one page each: bars whose module is a quarter of a millimetre, two dots of a printer with 203 dots an inch. */
export function labelPaper(data: PrintData): Paper {
  const [first] = data.documents;
  const blocks = data.documents.flatMap((document, place): PaperBlock[] => [
    ...(place > 0 ? [{ type: 'page' } as const] : []),
    ...label(data, document),
  ]);
  return {
    language: data.language,
    title: first ? `${kindOf(data, first)} ${numberOf(data, first.number)}` : '',
    page: pageSizes.label,
    margins: { top: 2, right: 3, bottom: 1, left: 3 },
    fontSize: 7.5,
    blocks,
    foot: null,
    pageOf: null,
  };
}

/** So much of a subject fits beside the code. */
const SUBJECT = 70;

function label(data: PrintData, document: PrintDocument): PaperBlock[] {
  const w = paperWords[data.language];
  const code = documentCode(document.id);
  const subject =
    document.subject.length > SUBJECT ? `${document.subject.slice(0, SUBJECT - 1).trimEnd()}…` : document.subject;
  const words: PaperBlock[] = [
    ...(shows(data, 'company') ? [{ type: 'text', text: data.organization.name, small: true } as const] : []),
    { type: 'text', text: numberOf(data, document.number), bold: true },
    { type: 'text', text: `${kindOf(data, document)} ${w.of} ${day(document.date)}`, small: true },
    ...(shows(data, 'subject') ? [{ type: 'text', text: subject, small: true } as const] : []),
  ];
  const qr: PaperBlock = { type: 'code', code: 'qr', text: code, width: 15, height: 15, align: 'right' };
  return [
    shows(data, 'qr')
      ? { type: 'columns', columns: [words, [qr]], widths: ['*', 17] }
      : { type: 'columns', columns: [words] },
    ...(shows(data, 'bars')
      ? [
          {
            type: 'placed',
            ...{ x: 3, y: 26, width: 52 },
            blocks: [
              { type: 'code', code: 'code128', text: code, width: 46, height: 8.5, align: 'center' },
              { type: 'text', text: code.replace(/(.{4})(?=.)/g, '$1 '), small: true, align: 'center' },
            ],
          } as const,
        ]
      : []),
  ];
}
