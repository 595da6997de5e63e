import { amountInDigits } from '#shared/lib/words/amount.ts';
import { dateInWords } from '#shared/lib/words/dates.ts';
import { type Paper, type PaperBlock, pageSizes, type Signature } from './paper.ts';
import { kindWords, paperWords, shippedHeadings } from './paper-words.ts';
import type { PrintData, PrintDocument, PrintParty } from './print-data.ts';

export const day = (date: string): string => dateInWords(date, 'numeric');
/** The number as a person reads it; a paper without one says so. */
export const numberOf = ({ language }: PrintData, number: string | null): string =>
  number ?? paperWords[language].unnumbered;

export const money = (kopecks: number | null, currency: string): string =>
  kopecks === null ? '' : `${amountInDigits(kopecks)}\u00a0${currency === 'RUB' ? '₽' : currency}`;

export const shows = ({ settings }: PrintData, block: string): boolean => !settings.off.includes(block);

export const kindOf = ({ language }: PrintData, document: PrintDocument): string =>
  document.kindLabel ?? kindWords[language][document.kind];

/** The company's heading, or the one as shipped. */
export const headingOf = (data: PrintData): string =>
  data.settings.heading?.trim() || shippedHeadings[data.language][data.form];

/** «№ ВХ-12 от 23.11.2026». */
export function numberAndDate(data: PrintData, document: PrintDocument): string {
  const w = paperWords[data.language];
  const number = document.number ? `${w.number} ${document.number}` : w.unnumbered;
  return `${number} ${w.of} ${day(document.date)}`;
}

/** ИНН and КПП in one line; what is missing is left out. */
export function codesOf(data: PrintData, party: PrintParty): string {
  const w = paperWords[data.language];
  return [party.inn && `${w.inn} ${party.inn}`, party.kpp && `${w.kpp} ${party.kpp}`].filter(Boolean).join(', ');
}

/** Name, codes and address in one line, as invoices have them. */
export const partyLine = (data: PrintData, party: PrintParty): string =>
  [party.name, codesOf(data, party), together(party.address ?? ''), party.phone].filter(Boolean).join(', ');

/** «ул. Ленина, д. 1» with what belongs together kept on one line. */
export const together = (address: string): string =>
  address.replace(/(?<=^|[\s,])(г|ул|пр|пер|наб|ш|д|стр|корп|кв|оф|пом)\. /giu, '$1.\u00a0');

/** The signatures that the company set; else those given. */
export const signaturesOf = (data: PrintData, shipped: readonly Signature[]): readonly Signature[] =>
  data.settings.signatures ?? shipped;

/** What stands under the lines of a signature. */
export const hintsOf = ({ language }: PrintData): { signature: string; name: string } => ({
  signature: paperWords[language].signatureHint,
  name: paperWords[language].nameHint,
});

export function signatureBlock(data: PrintData, shipped: readonly Signature[]): PaperBlock[] {
  const lines = signaturesOf(data, shipped);
  if (lines.length === 0) return [];
  return [
    { type: 'gap', height: 5 },
    { type: 'signatures', lines, hints: hintsOf(data) },
  ];
}

/** A block with its title, where there is something in it. */
export const section = (title: string, blocks: readonly PaperBlock[]): PaperBlock[] =>
  blocks.length === 0 ? [] : [{ type: 'heading', level: 2, text: title }, ...blocks];

/** What all papers of sheets have in common: size, margins for binding on the left, who printed it. */
export function sheet(
  data: PrintData,
  title: string,
  blocks: readonly PaperBlock[],
  look: { landscape?: boolean; isSigned?: boolean } = {},
): Paper {
  const w = paperWords[data.language];
  const { width, height } = pageSizes[data.settings.size ?? 'A4'];
  const small = width < 200;
  const printed = [w.printed, [data.printedAt, data.printedBy].filter(Boolean).join(', ')].join(': ');
  return {
    language: data.language,
    title,
    page: look.landscape ? { width: height, height: width } : { width, height },
    // ГОСТ Р 7.0.97-2016, 3.3: at least 20 mm on the left, above and below, 10 mm on the right.
    margins: small ? { top: 12, right: 8, bottom: 14, left: 15 } : { top: 20, right: 10, bottom: 20, left: 20 },
    fontSize: small ? 8.5 : 10,
    blocks,
    // What goes to another company says nothing of who printed it here.
    foot: [data.settings.note?.trim(), look.isSigned ? '' : printed].filter(Boolean).join('\n') || null,
    pageOf: w.pageOf,
  };
}
