import { amountInWords, capital } from '#shared/lib/words/amount.ts';
import { linesTable, totalOf, totalsBlock } from './lines-table.ts';
import type { Paper, PaperBlock } from './paper.ts';
import { day, headingOf, money, numberAndDate, partyLine, sheet, shows } from './paper-parts.ts';
import { paperWords } from './paper-words.ts';
import type { PrintData, PrintDocument, PrintParty } from './print-data.ts';

/** The document a paper is made of, who is paid by it and who pays. */
interface Priced {
  document: PrintDocument;
  seller: PrintParty | null;
  buyer: PrintParty | null;
}

/** What is of one paper alone: how it calls the sides, and what stands around the lines. */
interface OwnParts {
  seller: string;
  buyer: string;
  /** After the sides and the basis. */
  rows?: readonly (readonly [string, string])[];
  above?: readonly PaperBlock[];
  below: readonly PaperBlock[];
}

/** A paper about things with prices: the sides, the basis, the lines, the sums in figures and in words. */
export function pricedPaper(data: PrintData, partsOf: (priced: Priced) => OwnParts): Paper {
  const [document] = data.documents;
  const heading = headingOf(data);
  if (!document) return sheet(data, heading, []);
  const w = paperWords[data.language];
  const { seller, buyer } = sidesOf(data, document);
  const own = partsOf({ document, seller, buyer });
  const title = `${heading} ${numberAndDate(data, document)}`;
  const { amount } = totalOf(document);
  const head: readonly (readonly [string, string])[] = [
    ...(seller ? [[own.seller, partyLine(data, seller)] as const] : []),
    ...(buyer ? [[own.buyer, partyLine(data, buyer)] as const] : []),
    ...(shows(data, 'basis') && document.basis ? [[w.basis, basisOf(data, document.basis)] as const] : []),
    ...(own.rows ?? []),
  ];
  return sheet(
    data,
    title,
    [
      ...(own.above ?? []),
      { type: 'heading', level: 1, text: title },
      { type: 'pairs', rows: head, labelWidth: 30 },
      { type: 'gap', height: 2 },
      ...linesTable(data, document),
      ...totalsBlock(data, document),
      ...(shows(data, 'words') && amount !== null ? inWords(data, document, amount) : []),
      ...own.below,
    ],
    { isSigned: true },
  );
}

/** Who is paid and who pays, by whose invoice it is. */
export function sidesOf(data: PrintData, document: PrintDocument): Pick<Priced, 'seller' | 'buyer'> {
  const { organization, issuer } = data;
  return issuer === 'ours'
    ? { seller: organization, buyer: document.counterparty }
    : { seller: document.counterparty, buyer: organization };
}

function basisOf(data: PrintData, basis: NonNullable<PrintDocument['basis']>): string {
  const w = paperWords[data.language];
  return [w.contractWord, basis.number ? `${w.number} ${basis.number}` : w.unnumbered, w.of, day(basis.date)].join(' ');
}

/** «Всего наименований 3, на сумму …» and the sum in words. Words are Russian: an English paper keeps to figures. */
function inWords(data: PrintData, document: PrintDocument, amount: number): PaperBlock[] {
  const w = paperWords[data.language];
  const counted = `${w.linesTotal} ${document.lines.length}, ${w.forSum} ${money(amount, document.currency)}`;
  return [
    { type: 'text', text: counted },
    ...(data.language === 'ru'
      ? [{ type: 'text', text: capital(amountInWords(amount, document.currency)), bold: true } as const]
      : []),
  ];
}
