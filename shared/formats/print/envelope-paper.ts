import { type Paper, type PaperBlock, pageSizes } from './paper.ts';
import { day, shows, together } from './paper-parts.ts';
import { paperWords } from './paper-words.ts';
import type { PrintData, PrintDocument, PrintParty } from './print-data.ts';

/** Six digits at the head or the end of an address, apart from the rest, as the post reads them. */
export function splitPostcode(address: string): { postcode: string | null; rest: string } {
  const found = /(?:^|[\s,])(\d{6})(?=[\s,]|$)/.exec(address);
  if (!found) return { postcode: null, rest: address.trim() };
  const rest = address
    .replace(found[1] ?? '', '')
    .replace(/^[\s,]+|[\s,]+$/g, '')
    .replace(/,\s*,/g, ',');
  return { postcode: found[1] ?? null, rest };
}

/**
 * Envelopes, one page each: the sender above on the left, the recipient below on the right (ГОСТ Р 51506-99, правила оказания услуг почтовой
 * связи). A window is not reckoned with.
 */
export function envelopePaper(data: PrintData): Paper {
  const w = paperWords[data.language];
  const size = pageSizes[data.settings.size ?? 'DL'];
  const blocks = data.documents.flatMap((document, place): PaperBlock[] => [
    ...(place > 0 ? [{ type: 'page' } as const] : []),
    ...envelope(data, document, size),
  ]);
  const [first] = data.documents;
  return {
    language: data.language,
    title: [w.to, first?.counterparty?.name].filter(Boolean).join(': '),
    page: size,
    margins: { top: 8, right: 8, bottom: 8, left: 8 },
    fontSize: 11,
    blocks,
    foot: null,
    pageOf: null,
  };
}

function envelope(data: PrintData, document: PrintDocument, size: { width: number; height: number }): PaperBlock[] {
  const w = paperWords[data.language];
  const half = size.width * 0.46;
  const number =
    shows(data, 'number') && document.number ? `${w.outgoing} ${document.number} ${w.of} ${day(document.date)}` : '';
  const sender: PaperBlock[] = shows(data, 'sender') ? address(w.from, w.whence, data.organization) : [];
  const more = [number, data.settings.note?.trim() ?? ''].filter((text) => text !== '');
  return [
    {
      type: 'placed',
      ...{ x: 12, y: 12, width: half },
      blocks: [...sender, ...more.map((text) => ({ type: 'text', text, small: true }) as const)],
    },
    {
      type: 'placed',
      ...{ x: size.width - half - 15, y: size.height * 0.52, width: half },
      blocks: document.counterparty ? address(w.to, w.where, document.counterparty) : [],
    },
  ];
}

function address(who: string, where: string, party: PrintParty): PaperBlock[] {
  const { postcode, rest } = splitPostcode(party.address ?? '');
  return [
    { type: 'text', text: `${who}: ${party.name}` },
    ...(rest ? [{ type: 'text', text: `${where}: ${together(rest)}` } as const] : []),
    ...(postcode ? [{ type: 'text', text: postcode, large: true, bold: true } as const] : []),
  ];
}
