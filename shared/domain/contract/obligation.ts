import { entity } from '#shared/domain/entity.ts';
import {
  date,
  id,
  instant,
  oneOf,
  optionalDate,
  optionalId,
  optionalInstant,
  optionalMoney,
  optionalText,
  text,
} from '#shared/domain/field.ts';

export const obligationSides = ['ours', 'theirs'] as const;
export const obligationStates = ['planned', 'done', 'cancelled'] as const;

/** What a party owes under a contract by a day: a payment when it has an amount, an act otherwise. */
export const obligation = entity({
  name: 'obligation',
  fields: {
    documentId: id(),
    kind: oneOf(['payment', 'delivery', 'report', 'other']),
    side: oneOf(obligationSides),
    title: text(500),
    dueDate: date(),
    /** Kopecks in the contract's currency. */
    amount: optionalMoney(),
    state: oneOf(obligationStates, { part: 'process' }),
    doneOn: optionalDate({ part: 'process' }),
    /** The payment, act or УПД that fulfils it. */
    doneDocumentId: optionalId({ part: 'process', merge: 'latest' }),
    note: optionalText(2_000, { merge: 'latest' }),
    createdAt: instant({ part: 'process' }),
    archivedAt: optionalInstant({ part: 'process', merge: 'latest' }),
  },
  keys: { document: (row) => row.documentId },
  indexes: [['documentId'], ['state', 'dueDate']],
  parent: (row) => ({ entity: 'document', id: row.documentId }),
});
