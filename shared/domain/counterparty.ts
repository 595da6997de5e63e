import { entity, organizationScope } from '#shared/domain/entity.ts';
import {
  id,
  instant,
  later,
  oneOf,
  optionalId,
  optionalInstant,
  optionalMoney,
  optionalText,
  text,
} from '#shared/domain/field.ts';

export const counterpartyKinds = ['legal', 'entrepreneur', 'person', 'foreign'] as const;

/** The key under which the same company is recognised: ИНН+КПП; two records may share it (accepted as a possible duplicate). */
export const counterpartyKey = (inn: string | null, kpp: string | null): string | null =>
  inn ? `${inn}/${inn.length === 10 ? (kpp ?? '') : ''}` : null;

export const counterparty = entity({
  name: 'counterparty',
  fields: {
    kind: oneOf(counterpartyKinds),
    /** Without the legal form, for lists: «Сибирские технологии». */
    name: text(300, { sorted: true }),
    legalForm: optionalText(30),
    fullName: optionalText(500),
    inn: optionalText(12),
    kpp: optionalText(9),
    ogrn: optionalText(15),
    address: optionalText(500),
    phone: optionalText(100, { merge: 'latest' }),
    email: optionalText(200, { merge: 'latest' }),
    note: optionalText(10_000, { merge: 'latest' }),
    possibleDuplicateOf: optionalId({ part: 'process', merge: 'latest' }),
    authorId: id({ part: 'process' }),
    createdAt: instant({ part: 'process' }),
    archivedAt: optionalInstant({ part: 'process', merge: 'latest' }),
    /** Kopecks that contracts in force may amount to together; null: no limit. */
    limitAmount: later(optionalMoney()),
    /** Why nothing may be signed with it; null: not on the stop list. */
    stopReason: later(optionalText(1_000)),
    /** The record that took this one in as its duplicate; what pointed here belongs to it. */
    mergedIntoId: later(optionalId({ part: 'process', merge: 'latest' })),
  },
  keys: {
    innKpp: (row) => counterpartyKey(row.inn, row.kpp),
    inn: (row) => row.inn,
  },
  indexes: [['inn'], ['name_key']],
  scopes: () => [organizationScope],
});
