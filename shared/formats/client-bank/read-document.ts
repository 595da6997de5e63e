import { keptKeys, purposeLineKeys } from '#shared/formats/client-bank/keys.ts';
import type { RawBlock } from '#shared/formats/client-bank/raw-block.ts';
import { readParty } from '#shared/formats/client-bank/read-party.ts';
import type { BankDocument, BudgetFields } from '#shared/formats/client-bank/records.ts';
import type { ProblemList } from '#shared/formats/problem.ts';
import { readDate, readKopecks, readTime } from '#shared/formats/values.ts';

/** A value that may be absent: what cannot be read is reported and left out. */
export const readOptional = <Value>(
  raw: RawBlock,
  key: string,
  read: (text: string) => Value | null,
  problems: ProblemList,
): Value | null => {
  const text = raw.get(key);
  if (text === null) return null;
  const value = read(text);
  if (value === null) problems.warn('VALUE_UNREADABLE', raw.lineOf(key), { key, value: text });
  return value;
};

/** Date and sum decide what a document is; without them it is refused, nothing is guessed. */
const readEssentials = (raw: RawBlock, problems: ProblemList): { date: string; sum: number } | null => {
  const number = raw.get('Номер') ?? '';
  const dateText = raw.get('Дата');
  const sumText = raw.get('Сумма');
  const date = dateText === null ? null : readDate(dateText);
  const sum = sumText === null ? null : readKopecks(sumText);
  if (dateText === null) problems.error('DATE_MISSING', raw.line, { number });
  else if (date === null) problems.error('DATE_UNREADABLE', raw.lineOf('Дата'), { number, value: dateText });
  if (sumText === null) problems.error('SUM_MISSING', raw.line, { number });
  else if (sum === null) problems.error('SUM_UNREADABLE', raw.lineOf('Сумма'), { number, value: sumText });
  else if (sum < 0) problems.error('SUM_NEGATIVE', raw.lineOf('Сумма'), { number, value: sumText });
  if (date === null || sum === null || sum < 0) return null;
  if (sum === 0) problems.warn('SUM_ZERO', raw.lineOf('Сумма'), { number });
  return { date, sum };
};

const readBudget = (raw: RawBlock): BudgetFields | null => {
  const budget = {
    status: raw.get('СтатусСоставителя'),
    kbk: raw.get('ПоказательКБК'),
    oktmo: raw.get('ОКАТО'),
    basis: raw.get('ПоказательОснования'),
    period: raw.get('ПоказательПериода'),
    number: raw.get('ПоказательНомера'),
    date: raw.get('ПоказательДаты'),
    type: raw.get('ПоказательТипа'),
  };
  return Object.values(budget).some((value) => value !== null) ? budget : null;
};

const readPurpose = (raw: RawBlock): string | null =>
  raw.get('НазначениеПлатежа') ?? (purposeLineKeys.flatMap((key) => raw.get(key) ?? []).join(' ') || null);

const readOther = (raw: RawBlock): Record<string, string> => {
  const known = keptKeys.flatMap((key) => {
    const value = raw.get(key);
    return value === null ? [] : [[key, value] as const];
  });
  return { ...Object.fromEntries(known), ...raw.other };
};

/** Types one СекцияДокумент; null when the document must be refused (the reason is among the problems). */
export const readDocument = (raw: RawBlock, problems: ProblemList): BankDocument | null => {
  const essentials = readEssentials(raw, problems);
  if (!essentials) return null;
  if (raw.kind === null) problems.warn('DOCUMENT_KIND_MISSING', raw.line, { number: raw.get('Номер') ?? '' });
  if (raw.get('Номер') === null) problems.warn('NUMBER_MISSING', raw.line);
  return {
    line: raw.line,
    kind: raw.kind,
    number: raw.get('Номер'),
    ...essentials,
    payer: readParty('Плательщик', raw, problems),
    recipient: readParty('Получатель', raw, problems),
    writtenOffOn: readOptional(raw, 'ДатаСписано', readDate, problems),
    receivedOn: readOptional(raw, 'ДатаПоступило', readDate, problems),
    purpose: readPurpose(raw),
    paymentKind: raw.get('ВидПлатежа'),
    operationCode: raw.get('ВидОплаты'),
    purposeCode: raw.get('КодНазПлатежа'),
    uin: raw.get('Код'),
    priority: raw.get('Очередность'),
    dueOn: readOptional(raw, 'СрокПлатежа', readDate, problems),
    receiptOn: readOptional(raw, 'КвитанцияДата', readDate, problems),
    receiptAt: readOptional(raw, 'КвитанцияВремя', readTime, problems),
    receiptText: raw.get('КвитанцияСодержание'),
    budget: readBudget(raw),
    other: readOther(raw),
    repeats: null,
  };
};
