import type { DocumentCard } from '#shared/queries/document.ts';

/** What the card lacks of the values a template asks for; `party` are requisites kept with the counterparty. */
export type MissingValue =
  | 'number'
  | 'amount'
  | 'vatAmount'
  | 'effectiveFrom'
  | 'expiresOn'
  | 'noticeDays'
  | 'counterpartyNumber'
  | 'counterpartyId'
  | 'responsibleId'
  | 'parentId'
  | 'party'
  | 'obligations'
  | 'lines';

/** Names of tags as templates may write them, the longer first where one begins with another. */
const names: readonly (readonly [RegExp, (card: Facts) => MissingValue | null])[] = [
  [
    /^(номер контрагента|counterparty number)/,
    ({ document }) => empty(document.counterpartyNumber, 'counterpartyNumber'),
  ],
  [/^(номер|number)/, ({ document }) => empty(document.number, 'number')],
  [/^(сумма|цена|amount)/, ({ document }) => empty(document.amount, 'amount')],
  [/^(ставка ндс|ндс|vat)/, ({ document }) => empty(document.vatAmount, 'vatAmount')],
  [/^(начало|действует с|effective from)/, ({ document }) => empty(document.effectiveFrom, 'effectiveFrom')],
  [/^(окончание|действует до|expires on)/, ({ document }) => empty(document.expiresOn, 'expiresOn')],
  [/^(дней уведомления|notice days)/, ({ document }) => empty(document.noticeDays, 'noticeDays')],
  [/^(основной договор|parent)/, ({ document }) => empty(document.parentId, 'parentId')],
  [/^(ответственный|responsible)/, ({ document }) => empty(document.responsibleId, 'responsibleId')],
  [/^(контрагент|counterparty)/, ({ counterparty }) => (counterparty ? null : 'counterpartyId')],
  [/^#(строки|товары|услуги|lines)/, ({ lines }) => (lines.length > 0 ? null : 'lines')],
  [
    /^#(обязательства|платежи|график платежей|obligations|payments)/,
    (card) => (card.obligations > 0 ? null : 'obligations'),
  ],
];
const requisites: readonly (readonly [RegExp, 'inn' | 'kpp' | 'ogrn' | 'address'])[] = [
  [/\.(инн|inn)/, 'inn'],
  [/\.(кпп|kpp)/, 'kpp'],
  [/\.(огрн|ogrn)/, 'ogrn'],
  [/\.(адрес|address)/, 'address'],
];

export type Facts = Pick<DocumentCard, 'document' | 'counterparty' | 'lines'> & { obligations: number };

const empty = (value: unknown, field: MissingValue): MissingValue | null =>
  value === null || value === undefined || value === '' ? field : null;

/** The values a template asks for and the card has not got, each once, in the order they are met. Conditions ask for nothing. */
export function missingValues(tags: readonly string[], facts: Facts): MissingValue[] {
  const found = new Set<MissingValue>();
  for (const tag of tags) {
    const name = tag.toLowerCase().replaceAll('ё', 'е').trim();
    // «#если НДС» is there for cards without one.
    if (/^#(если|нет|if|unless)\s/.test(name)) continue;
    const missing = names.find(([pattern]) => pattern.test(name))?.[1](facts) ?? null;
    if (missing) found.add(missing);
    const { counterparty } = facts;
    const requisite = /^(контрагент|counterparty)\./.test(name) && requisites.find(([pattern]) => pattern.test(name));
    // A person has no КПП.
    const needless = counterparty?.kind !== 'legal' && requisite && requisite[1] === 'kpp';
    if (counterparty && requisite && !needless && !counterparty[requisite[1]]) found.add('party');
  }
  // The rate of a tax is worked out of the sum: one hint is enough.
  if (found.has('amount')) found.delete('vatAmount');
  return [...found];
}

/** Whether a template has a place for clauses of the library. */
export const takesClauses = (tags: readonly string[]): boolean =>
  tags.some((tag) => /^#\s*(пункты|clauses)/i.test(tag.trim()));
