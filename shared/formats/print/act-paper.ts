import { nameWithInitials } from '#shared/lib/words/names.ts';
import type { Paper, PaperBlock, Signature } from './paper.ts';
import { hintsOf, shows, signaturesOf } from './paper-parts.ts';
import { paperWords } from './paper-words.ts';
import { pricedPaper } from './priced-paper.ts';
import type { PrintData, PrintParty } from './print-data.ts';

/** «Акт сдачи-приёмки»: what was done, for how much, that there are no claims, both parties' signatures side by side. */
export function actPaper(data: PrintData): Paper {
  const w = paperWords[data.language];
  const signed = (word: string, party: PrintParty | null): PaperBlock[] => [
    { type: 'text', text: word, bold: true },
    { type: 'text', text: party?.name ?? '' },
    { type: 'gap', height: 3 },
    { type: 'signatures', lines: [signerOf(party)], hints: hintsOf(data) },
  ];
  const own = signaturesOf(data, []);
  return pricedPaper(data, ({ seller, buyer }) => ({
    seller: w.executor,
    buyer: w.customer,
    below: [
      ...(shows(data, 'claims')
        ? [{ type: 'gap', height: 3 } as const, { type: 'text', text: w.claims } as const]
        : []),
      { type: 'gap', height: 6 },
      ...(own.length > 0
        ? [{ type: 'signatures', lines: own, hints: hintsOf(data) } as const]
        : [{ type: 'columns', columns: [signed(w.executor, seller), signed(w.customer, buyer)] } as const]),
    ],
  }));
}

const signerOf = (party: PrintParty | null): Signature => ({
  position: party?.signer?.position ?? '',
  name: party?.signer ? nameWithInitials(party.signer.name, 'last') : '',
});
