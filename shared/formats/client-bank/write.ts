import { checkOrder } from '#shared/formats/client-bank/check-order.ts';
import type { BankOrder, BankParty, BudgetFields, OrdersFile } from '#shared/formats/client-bank/records.ts';
import { CLIENT_BANK_SIGNATURE } from '#shared/formats/limits.ts';
import { type FormatProblem, problemList } from '#shared/formats/problem.ts';
import { writeDate, writeKopecks } from '#shared/formats/values.ts';

export type WrittenOrders =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problems: readonly FormatProblem[] };

/** A line break inside a value would begin a key of its own: it becomes a space. */
const oneLine = (value: string): string =>
  Array.from(value, (character) => (character < ' ' || character === '\u007F' ? ' ' : character))
    .join('')
    .trim();

type Pair = readonly [string, string | null];

const party = (prefix: string, value: BankParty): Pair[] => [
  [`${prefix}Счет`, value.account],
  [`${prefix}ИНН`, value.inn],
  [`${prefix}КПП`, value.kpp],
  // Banks of the older kind read Плательщик, the newer ones Плательщик1.
  [prefix, value.name === null ? null : `${value.inn ? `ИНН ${value.inn} ` : ''}${value.name}`],
  [`${prefix}1`, value.name],
  ...value.nameLines.slice(0, 3).map((line, index): Pair => [`${prefix}${index + 2}`, line]),
  [`${prefix}РасчСчет`, value.settlementAccount],
  [`${prefix}Банк1`, value.bankName],
  [`${prefix}Банк2`, value.bankCity],
  [`${prefix}БИК`, value.bik],
  [`${prefix}Корсчет`, value.corrAccount],
];

const budget = (value: BudgetFields | null): Pair[] =>
  value === null
    ? []
    : [
        ['СтатусСоставителя', value.status],
        ['ПоказательКБК', value.kbk],
        ['ОКАТО', value.oktmo],
        ['ПоказательОснования', value.basis],
        ['ПоказательПериода', value.period],
        ['ПоказательНомера', value.number],
        ['ПоказательДаты', value.date],
        ['ПоказательТипа', value.type],
      ];

const date = (value: string | null): string | null => (value === null ? null : writeDate(value));

const documentPairs = (order: BankOrder): Pair[] => [
  ['СекцияДокумент', order.kind ?? ''],
  ['Номер', order.number],
  ['Дата', writeDate(order.date)],
  ['Сумма', writeKopecks(order.sum)],
  ['КвитанцияДата', date(order.receiptOn)],
  ['КвитанцияВремя', order.receiptAt],
  ['КвитанцияСодержание', order.receiptText],
  ...party('Плательщик', order.payer),
  ['ДатаСписано', date(order.writtenOffOn)],
  ...party('Получатель', order.recipient),
  ['ДатаПоступило', date(order.receivedOn)],
  ['ВидПлатежа', order.paymentKind],
  ['ВидОплаты', order.operationCode],
  ['КодНазПлатежа', order.purposeCode],
  ['Код', order.uin],
  ['НазначениеПлатежа', order.purpose],
  ...budget(order.budget),
  ['СрокПлатежа', date(order.dueOn)],
  ['Очередность', order.priority],
  ...Object.entries(order.other),
];

const headerPairs = (file: OrdersFile): Pair[] => [
  ['ВерсияФормата', '1.03'],
  ['Кодировка', 'Windows'],
  ['Отправитель', file.sender],
  ['Получатель', file.receiver],
  ['ДатаСоздания', writeDate(file.createdOn)],
  ['ВремяСоздания', file.createdAt],
  ['ДатаНачала', writeDate(file.periodFrom)],
  ['ДатаКонца', writeDate(file.periodTo)],
  ...file.accounts.map((account): Pair => ['РасчСчет', account]),
  ...[...new Set(file.documents.map((order) => order.kind))].map((kind): Pair => ['Документ', kind]),
];

const lines = (pairs: readonly Pair[]): string[] =>
  pairs.flatMap(([key, value]) => (value === null ? [] : [`${oneLine(key).replaceAll('=', ' ')}=${oneLine(value)}`]));

/**
 * Writes payment orders for the bank, version 1.03, lines ended by CRLF; the caller encodes it as windows-1251.
 * Nothing is written when an order lacks what the format makes mandatory or has a code that fails its check.
 */
export const writeClientBank = (file: OrdersFile): WrittenOrders => {
  const problems = problemList();
  for (const [index, order] of file.documents.entries()) checkOrder(order, index + 1, problems);
  const found = problems.finish();
  if (found.length > 0) return { ok: false, problems: found };
  const text = [
    CLIENT_BANK_SIGNATURE,
    ...lines(headerPairs(file)),
    ...file.documents.flatMap((order) => [...lines(documentPairs(order)), 'КонецДокумента']),
    'КонецФайла',
    '',
  ].join('\r\n');
  return { ok: true, text };
};
