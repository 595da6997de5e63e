import { cleanValue } from '#electron/core/jobs/drafting/clean-value.ts';
import { packPaper, paragraph, sideBySide, table } from '#electron/core/jobs/drafting/paper.ts';
import { dateInWords } from '#shared/lib/words/dates.ts';
import { nameWithInitials } from '#shared/lib/words/names.ts';
import { declinePosition } from '#shared/lib/words/positions.ts';

export interface ProtocolParty {
  /** «АО «Северный путь»». */
  name: string;
  /** What the contract calls it: «Поставщик»; empty when it is not known. */
  role: string;
  signerPosition: string;
  /** «Ярцев Михаил Юрьевич» or «М. Ю. Ярцев»; empty leaves a line. */
  signerName: string;
}

export interface ProtocolPaper {
  language: 'ru' | 'en';
  contractNumber: string | null;
  contractDate: string | null;
  contractSubject: string;
  city: string;
  ours: ProtocolParty;
  theirs: ProtocolParty;
  items: readonly {
    clause: string;
    title: string;
    ours: string | null;
    theirs: string | null;
    agreed: string | null;
  }[];
}

const words = {
  ru: {
    title: 'ПРОТОКОЛ РАЗНОГЛАСИЙ',
    to: 'к договору',
    number: '№',
    from: 'от',
    undated: '«___» __________ 20__ г.',
    clause: '№ пункта',
    wording: 'Редакция',
    agreed: 'Согласованная редакция',
    none: 'Пункт отсутствует',
    page: 'Страница',
    seal: 'М. П.',
    total: 'Остальные условия договора остаются без изменений. Протокол является неотъемлемой частью договора.',
  },
  en: {
    title: 'PROTOCOL OF DISAGREEMENTS',
    to: 'to contract',
    number: 'No.',
    from: 'of',
    undated: '«___» __________ 20__',
    clause: 'Clause',
    wording: 'Wording of',
    agreed: 'Agreed wording',
    none: 'No such clause',
    page: 'Page',
    seal: 'Seal',
    total: 'All other terms of the contract remain as they are. The protocol is an integral part of the contract.',
  },
} as const;

/** The disagreement protocol as a DOCX: both wordings and the agreed one of each clause, signatures of both parties. */
export function protocolDocx(paper: ProtocolPaper): Promise<Uint8Array> {
  const w = words[paper.language];
  const number = cleanValue(paper.contractNumber ?? '') || '________';
  const date = paper.contractDate
    ? dateInWords(paper.contractDate, paper.language === 'ru' ? 'long' : 'numeric')
    : w.undated;
  const contract = `${w.to} ${w.number} ${number} ${w.from} ${date}`;
  // «Редакция Поставщика»; the name of a company is not declined.
  const role = (party: ProtocolParty) =>
    paper.language === 'ru' ? declinePosition(party.role, 'genitive') : party.role;
  const called = (party: ProtocolParty) => cleanValue(role(party) || party.name);
  const wording = (text: string | null) => (text === null || text.trim() === '' ? w.none : cleanValue(text));
  const clauseOf = ({ clause, title }: ProtocolPaper['items'][number]) =>
    [cleanValue(clause), cleanValue(title)].filter((part) => part !== '').join('\n');
  return packPaper({
    title: `${w.title} ${contract}`,
    header: `${w.title} ${contract}`,
    footer: w.page,
    children: [
      paragraph(w.title, { bold: true, align: 'center', size: 28 }),
      paragraph(contract, { align: 'center' }),
      paragraph(cleanValue(paper.contractSubject), { align: 'center', size: 20 }),
      ...(paper.city ? [paragraph(cleanValue(paper.city), { before: 160 })] : []),
      paragraph('', { before: 60 }),
      table(
        [16, 28, 28, 28],
        [
          [w.clause, `${w.wording} ${called(paper.ours)}`, `${w.wording} ${called(paper.theirs)}`, w.agreed],
          ...paper.items.map((item) => [
            clauseOf(item),
            wording(item.ours),
            wording(item.theirs),
            // Not agreed yet: the parties write it in by hand.
            cleanValue(item.agreed ?? ''),
          ]),
        ],
      ),
      paragraph(w.total, { align: 'both', before: 200 }),
      paragraph('', { before: 120 }),
      sideBySide(signature(paper.ours, w.seal), signature(paper.theirs, w.seal)),
    ],
  });
}

const signature = (party: ProtocolParty, seal: string): string =>
  [
    party.role ? `${cleanValue(party.role)}:\n${cleanValue(party.name)}` : cleanValue(party.name),
    cleanValue(party.signerPosition),
    `______________ / ${nameWithInitials(cleanValue(party.signerName)) || '______________'} /`,
    seal,
  ]
    .filter((block) => block !== '')
    .join('\n\n');
