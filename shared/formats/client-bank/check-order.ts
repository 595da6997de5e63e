import type { BankOrder } from '#shared/formats/client-bank/records.ts';
import type { ProblemList } from '#shared/formats/problem.ts';
import { checkAccountKey } from '#shared/lib/requisites/account.ts';
import type { RequisiteCheck } from '#shared/lib/requisites/check.ts';
import { checkInn } from '#shared/lib/requisites/inn.ts';

/** Longest payment purpose a bank takes (ЦБ 762-П, приложение 11). */
const PURPOSE_LIMIT = 210;

const partyFields = ['account', 'inn', 'name', 'bankName', 'bik', 'corrAccount'] as const;
const budgetFields = ['status', 'kbk', 'oktmo', 'basis', 'period', 'number', 'date'] as const;

const requisiteChecks = (order: BankOrder, side: 'payer' | 'recipient'): (readonly [string, RequisiteCheck])[] => {
  const { inn, account, bik, corrAccount } = order[side];
  return [
    ...(inn ? ([[`${side}.inn`, checkInn(inn)]] as const) : []),
    ...(account && bik ? ([[`${side}.account`, checkAccountKey(account, bik)]] as const) : []),
    ...(corrAccount && bik ? ([[`${side}.corrAccount`, checkAccountKey(corrAccount, bik)]] as const) : []),
  ];
};

/** What the format makes mandatory to the bank; `position` is the 1-based place of the order in the file. */
export const checkOrder = (order: BankOrder, position: number, problems: ProblemList): void => {
  const place = { position, number: order.number ?? '' };
  const required: [string, unknown][] = [
    ['number', order.number],
    ['kind', order.kind],
    ['operationCode', order.operationCode],
    ['purpose', order.purpose],
  ];
  for (const side of ['payer', 'recipient'] as const) {
    for (const field of partyFields) required.push([`${side}.${field}`, order[side][field]]);
  }
  if (order.budget) {
    required.push(['payer.kpp', order.payer.kpp], ['recipient.kpp', order.recipient.kpp]);
    for (const field of budgetFields) required.push([`budget.${field}`, order.budget[field]]);
  }
  for (const [field, value] of required) if (!value) problems.error('FIELD_REQUIRED', null, { ...place, field });
  if (order.sum <= 0) problems.error('SUM_NEGATIVE', null, { ...place, value: order.sum });
  const length = order.purpose?.length ?? 0;
  if (length > PURPOSE_LIMIT) problems.error('PURPOSE_TOO_LONG', null, { ...place, length, limit: PURPOSE_LIMIT });
  for (const [field, check] of [...requisiteChecks(order, 'payer'), ...requisiteChecks(order, 'recipient')]) {
    if (!check.ok) problems.error('REQUISITE_WRONG', null, { ...place, requisite: field, reason: check.code });
  }
};
