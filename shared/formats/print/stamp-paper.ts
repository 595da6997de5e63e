import { documentCode } from './document-code.ts';
import type { Paper, PaperBlock } from './paper.ts';
import { day, headingOf, kindOf, shows } from './paper-parts.ts';
import { paperWords } from './paper-words.ts';
import type { PrintData } from './print-data.ts';

/** Of a stamp, millimetres: near the usual rubber one (about 70 by 35). */
const WIDTH = 72;
const LINE = 4.4;

/** The stamp of registration as a small page of its own: it is laid over the first page of a file. */
export function stampPaper(data: PrintData): Paper {
  const [document] = data.documents;
  const w = paperWords[data.language];
  const entry = document?.registration;
  const number = entry?.number ?? document?.number ?? '________';
  const date = entry?.date ?? document?.date;
  const own = headingOf(data);
  const lines: PaperBlock[] = [
    ...(shows(data, 'company') ? [{ type: 'text', text: data.organization.name, bold: true } as const] : []),
    ...(own ? [{ type: 'text', text: own } as const] : []),
    ...(document ? [{ type: 'text', text: kindOf(data, document) } as const] : []),
    // A line of its own, where a long number is not torn.
    { type: 'text', text: `${w.number}\u00a0${number.replaceAll('-', '\u2011')}`, bold: true },
    ...(shows(data, 'date') ? [{ type: 'text', text: `${w.date}: ${date ? day(date) : '________'}` } as const] : []),
    ...(shows(data, 'sheets') ? [{ type: 'text', text: `${w.sheetsCount} ____ + ____ ${w.appendices}` } as const] : []),
    ...(shows(data, 'signature') ? [{ type: 'text', text: `${w.signature} ______________` } as const] : []),
    ...(data.settings.note?.trim() ? [{ type: 'text', text: data.settings.note.trim(), small: true } as const] : []),
  ];
  const code = document && shows(data, 'code') ? documentCode(document.id) : null;
  // A name of a company may take two lines, so may a number.
  const room = lines.reduce((sum, line) => sum + LINE * rowsOf(line, code ? WIDTH - 24 : WIDTH - 6), 0);
  return {
    language: data.language,
    title: `${document ? kindOf(data, document) : ''} ${number}`.trim(),
    page: { width: WIDTH, height: Math.max(code ? 22 : 12, room + 5) },
    margins: { top: 2, right: 3, bottom: 1, left: 3 },
    fontSize: 8.5,
    framed: true,
    blocks: code
      ? [
          {
            type: 'columns',
            columns: [lines, [{ type: 'code', code: 'qr', text: code, width: 15, height: 15, align: 'right' }]],
            widths: ['*', 17],
          },
        ]
      : lines,
    foot: null,
    pageOf: null,
  };
}

/** Rows a text takes at about 1.6 mm a letter. */
const rowsOf = (block: PaperBlock, width: number): number =>
  block.type === 'text'
    ? block.text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.6) / width)), 0)
    : 1;
