import { nameWithInitials } from '#shared/lib/words/names.ts';
import { basisOf, inWords, sidesOf } from './invoice-paper.ts';
import { linesTable, totalOf, totalsBlock } from './lines-table.ts';
import type { Paper, PaperBlock, Signature } from './paper.ts';
import { headingOf, hintsOf, numberAndDate, partyLine, sheet, shows, signaturesOf } from './paper-parts.ts';
import { paperWords } from './paper-words.ts';
import type { PrintData, PrintParty } from './print-data.ts';

/** «Акт сдачи-приёмки»: what was done, for how much, that there are no claims, both parties' signatures side by side. */
export function actPaper(data: PrintData): Paper {
  const [document] = data.documents;
  const heading = headingOf(data);
  if (!document) return sheet(data, heading, []);
  const w = paperWords[data.language];
  const { seller, buyer } = sidesOf(data, document);
  const title = `${heading} ${numberAndDate(data, document)}`;
  const { amount } = totalOf(document);
  const head: readonly (readonly [string, string])[] = [
    ...(seller ? [[w.executor, partyLine(data, seller)] as const] : []),
    ...(buyer ? [[w.customer, partyLine(data, buyer)] as const] : []),
    ...(shows(data, 'basis') && document.basis ? [[w.basis, basisOf(data, document.basis)] as const] : []),
  ];
  const signed = (word: string, party: PrintParty | null): PaperBlock[] => [
    { type: 'text', text: word, bold: true },
    { type: 'text', text: party?.name ?? '' },
    { type: 'gap', height: 3 },
    { type: 'signatures', lines: [signerOf(party)], hints: hintsOf(data) },
  ];
  const own = signaturesOf(data, []);
  return sheet(
    data,
    title,
    [
      { type: 'heading', level: 1, text: title },
      { type: 'pairs', rows: head, labelWidth: 30 },
      { type: 'gap', height: 2 },
      ...linesTable(data, document),
      ...totalsBlock(data, document),
      ...(shows(data, 'words') && amount !== null ? inWords(data, document, amount) : []),
      ...(shows(data, 'claims')
        ? [{ type: 'gap', height: 3 } as const, { type: 'text', text: w.claims } as const]
        : []),
      { type: 'gap', height: 6 },
      ...(own.length > 0
        ? [{ type: 'signatures', lines: own, hints: hintsOf(data) } as const]
        : [{ type: 'columns', columns: [signed(w.executor, seller), signed(w.customer, buyer)] } as const]),
    ],
    { isSigned: true },
  );
}

const signerOf = (party: PrintParty | null): Signature => ({
  position: party?.signer?.position ?? '',
  name: party?.signer ? nameWithInitials(party.signer.name, 'last') : '',
});
