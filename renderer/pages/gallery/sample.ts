import type { ReceiptKey } from '#renderer/components/receipt.tsx';
import type { StatusKey } from '#renderer/components/status-glyph.tsx';
import type { DocumentKind } from '#shared/domain/document.ts';

export interface SampleRow {
  id: string;
  kind: DocumentKind;
  number: string | null;
  date: string;
  counterparty: string;
  subject: string;
  amount: number | null;
  state: StatusKey;
  person: { id: string; name: string };
  receipt: ReceiptKey;
}

const people = [
  { id: 'a1', name: 'Анна Крылова' },
  { id: 'p7', name: 'Павел Юдин' },
  { id: 'j3', name: 'Жанна Щукина' },
  { id: 'm4', name: 'Марина Тен' },
];
const words: [DocumentKind, string, string, string, number | null, StatusKey][] = [
  [
    'incoming',
    'ВХ-НСК',
    '«Сибирские технологии», ООО',
    'О поставке серверного оборудования по договору',
    null,
    'perform',
  ],
  ['upd', 'УПД-НСК', '«Сибирские технологии», ООО', 'Серверы RS-2240, 4 шт., и монтаж стойки', 312_000_000, 'approve'],
  ['invoice', 'СЧ-НСК', '«Канцторг-Сервис», ООО', 'Бумага, картриджи, папки-регистраторы', 8_451_240, 'sign'],
  [
    'outgoing',
    'ИСХ-НСК',
    '«Желдорлогистика», АО',
    'Претензия о просрочке доставки по накладной',
    41_230_000,
    'approve',
  ],
  ['order', 'ПР-НСК', '', 'О предоставлении ежегодного отпуска', null, 'reg'],
  ['incoming', 'ВХ-НСК', 'Инспекция ФНС № 13', 'Требование о представлении документов', null, 'late'],
  ['act', 'АКТ-НСК', '«Чистый дом», ООО', 'Уборка помещений склада за апрель', 9_600_000, 'done'],
  ['memo', 'СЛ-НСК', '', 'О списании картриджей и ремонте принтера', 1_824_000, 'refused'],
  ['payment_in', '', '«Желдорлогистика», АО', 'Возврат по акту сверки', -4_821_050, 'wait'],
];
const receipts: ReceiptKey[] = ['full', 'full', 'ok', 'out', 'send', 'conf', 'rej', 'local'];

/** The list begun anew each time it ends. */
function turn<T>(list: readonly T[], index: number): T {
  const found = list[index % list.length];
  if (found === undefined) throw new Error('an empty list has no turn');
  return found;
}

/** Row number `index` of an endless invented register. */
export function sampleRow(index: number): SampleRow {
  const [kind, journal, counterparty, subject, amount, state] = turn(words, index);
  return {
    id: `row-${index}`,
    kind,
    number: journal ? `${journal}/2026-${String(418 - (index % 400)).padStart(5, '0')}` : null,
    date: `2026-05-${String(13 - (Math.floor(index / 5) % 12)).padStart(2, '0')}`,
    counterparty,
    subject,
    amount,
    state,
    person: turn(people, index),
    receipt: turn(receipts, index),
  };
}
