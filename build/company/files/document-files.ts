import { spoken } from '#build/company/calendar.ts';
import type { Draft, FilesOf, MadeFile } from '#build/company/draft.ts';
import { bill } from '#build/company/files/bill.ts';
import { contract } from '#build/company/files/contract.ts';
import { letter, ownPaper } from '#build/company/files/letter.ts';
import { makePdf } from '#build/company/files/pdf.ts';
import { scanPage } from '#build/company/files/scan.ts';
import type { Page, Sheet } from '#build/company/files/sheet.ts';
import { noteOf } from '#build/company/notes.ts';
import { createRandom, type Random } from '#build/company/random.ts';
import type { DocumentKind } from '#shared/domain/document.ts';

/** How many of a hundred documents of a kind have files. */
const shares: Record<DocumentKind, number> = {
  incoming: 78,
  outgoing: 60,
  internal: 30,
  order: 55,
  memo: 20,
  contract: 85,
  amendment: 70,
  invoice: 60,
  act: 55,
  upd: 50,
  vat_invoice: 40,
  payment_in: 0,
  payment_out: 0,
  power_of_attorney: 45,
  template: 0,
  application: 0,
  letter: 60,
  custom: 0,
};

const names: Record<DocumentKind, string> = {
  incoming: 'Письмо',
  outgoing: 'Письмо',
  internal: 'Документ',
  order: 'Приказ',
  memo: 'Служебная записка',
  contract: 'Договор',
  amendment: 'Дополнительное соглашение',
  invoice: 'Счёт',
  act: 'Акт',
  upd: 'УПД',
  vat_invoice: 'Счёт-фактура',
  payment_in: 'Платёж',
  payment_out: 'Платёж',
  power_of_attorney: 'Доверенность',
  template: 'Шаблон',
  application: 'Заявление',
  letter: 'Письмо',
  custom: 'Документ',
};

/** Files of about every second document: its paper as PDF or as a scan, sometimes a covering note in plain text. */
export const documentFiles: FilesOf = (draft) => {
  const { row } = draft;
  const random = createRandom(0, row.id);
  if (random.below(100) >= shares[row.kind]) return [];
  const own = random.between(12, 2_950);
  const sheet = paperOf(draft, random, String(own));
  const called = `${names[row.kind]} ${row.kind === 'outgoing' || row.number === null ? '' : `№ ${own} `}от ${spoken(row.date)}`;
  const scanned =
    row.kind === 'incoming' ? random.chance(0.22) : row.kind === 'power_of_attorney' && random.chance(0.4);
  const files: MadeFile[] = scanned
    ? [{ name: `Скан ${spoken(row.date)}.png`, mime: 'image/png', bytes: scanPage(sheet.pages[0] as Page, random) }]
    : [{ name: `${called}.pdf`, mime: 'application/pdf', bytes: makePdf(sheet.pages, row.subject) }];
  if (random.chance(0.16)) files.push(coveringNote(draft, random));
  return files;
};

function paperOf(draft: Draft, random: Random, sellersNumber: string): Sheet {
  const { kind } = draft.row;
  if (draft.lines.length > 0) return bill(draft, sellersNumber);
  if (kind === 'contract' || kind === 'amendment') return contract(draft, random);
  return kind === 'incoming' || kind === 'outgoing' ? letter(draft, random) : ownPaper(draft, random);
}

function coveringNote({ row, setting }: Draft, random: Random): MadeFile {
  const text = `${row.subject}\n\n${noteOf({ ...setting, random }, row.kind, 40)}\n\n${setting.person}\n${spoken(row.date)}\n`;
  return {
    name: `Сопроводительный текст ${spoken(row.date)}.txt`,
    mime: 'text/plain',
    bytes: new TextEncoder().encode(text),
  };
}
