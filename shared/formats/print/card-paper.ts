import { documentCode } from './document-code.ts';
import { linesTable } from './lines-table.ts';
import type { Paper, PaperBlock } from './paper.ts';
import {
  codesOf,
  day,
  headingOf,
  kindOf,
  money,
  numberAndDate,
  section,
  sheet,
  shows,
  signatureBlock,
} from './paper-parts.ts';
import { paperWords, stateWords } from './paper-words.ts';
import type { PrintData, PrintDocument } from './print-data.ts';

type Pairs = readonly (readonly [string, string])[];
const filled = (pairs: readonly (readonly [string, string | null])[]): Pairs =>
  pairs.flatMap(([label, value]) => (value ? [[label, value] as const] : []));

/** «Регистрационная карточка»: what the register knows of each document, with room for what is written by hand. A page for each. */
export function cardPaper(data: PrintData): Paper {
  const [first] = data.documents;
  const blocks = data.documents.flatMap((document, place): PaperBlock[] => [
    ...(place > 0 ? [{ type: 'page' } as const] : []),
    ...card(data, document),
  ]);
  const title =
    first && data.documents.length === 1 ? `${headingOf(data)} ${numberAndDate(data, first)}` : headingOf(data);
  return sheet(data, title, blocks);
}

function card(data: PrintData, document: PrintDocument): PaperBlock[] {
  const w = paperWords[data.language];
  const head: PaperBlock[] = [
    { type: 'text', text: data.organization.name, small: true },
    { type: 'heading', level: 1, text: headingOf(data) },
    { type: 'text', text: `${kindOf(data, document)} ${numberAndDate(data, document)}`, bold: true },
  ];
  const code = documentCode(document.id);
  return [
    ...(shows(data, 'code')
      ? ([
          {
            type: 'columns',
            columns: [head, [{ type: 'code', code: 'qr', text: code, width: 22, height: 22, align: 'right' }]],
            widths: ['*', 26],
          },
        ] as const)
      : head),
    { type: 'pairs', rows: facts(data, document) },
    ...(shows(data, 'registration') ? registration(data, document) : []),
    ...(shows(data, 'party') ? correspondent(data, document) : []),
    ...(shows(data, 'own') && document.own.length > 0
      ? section(w.ownFields, [{ type: 'pairs', rows: document.own.map(({ label, value }) => [label, value] as const) }])
      : []),
    ...(shows(data, 'lines') && document.lines.length > 0 ? section(w.lines, linesTable(data, document)) : []),
    ...(shows(data, 'files') && document.files.length > 0
      ? section(w.files, [{ type: 'text', text: document.files.map((name, n) => `${n + 1}. ${name}`).join('\n') }])
      : []),
    ...(shows(data, 'resolution')
      ? [
          ...section(w.resolution, [{ type: 'ruled', count: 3 }]),
          ...section(w.execution, [{ type: 'ruled', count: 2 }]),
        ]
      : []),
    ...signatureBlock(data, []),
  ];
}

function facts(data: PrintData, document: PrintDocument): Pairs {
  const w = paperWords[data.language];
  const { vatAmount, currency } = document;
  const vat = vatAmount ? `, ${w.including} ${money(vatAmount, currency)}` : '';
  return filled([
    [w.subject, document.subject],
    [w.state, stateWords[data.language][document.state]],
    [w.dueDate, document.dueDate && day(document.dueDate)],
    [w.amount, document.amount === null ? null : money(document.amount, currency) + vat],
    [w.branch, document.branch],
    [w.responsible, document.responsible],
    [w.author, document.author],
    [w.note, document.note],
  ]);
}

function registration(data: PrintData, document: PrintDocument): PaperBlock[] {
  const w = paperWords[data.language];
  const entry = document.registration;
  if (!entry) return [];
  const rows = filled([
    [w.regNumber, entry.number],
    [w.regDate, day(entry.date)],
    [w.journal, entry.journal],
    [w.caseFile, entry.caseFile],
    [w.registrar, entry.registrar],
  ]);
  return section(w.registration, [{ type: 'pairs', rows }]);
}

function correspondent(data: PrintData, document: PrintDocument): PaperBlock[] {
  const w = paperWords[data.language];
  const party = document.counterparty;
  if (!party) return [];
  const rows = filled([
    [w.counterparty, party.name],
    [w.inn, codesOf(data, party).replace(`${w.inn} `, '')],
    [w.address, party.address],
    [w.theirNumber, document.counterpartyNumber],
  ]);
  return section(w.correspondent, [{ type: 'pairs', rows }]);
}
