import { z } from 'zod';
import { entity, userScope } from '#shared/domain/entity.ts';
import { date, id, instant, json, oneOf, optionalId, optionalInstant, text } from '#shared/domain/field.ts';

export const keyDateKinds = ['effective', 'notice', 'expiry', 'renewal', 'custom'] as const;

/** A day of a contract that must not be missed. */
export const keyDate = entity({
  name: 'key_date',
  fields: {
    documentId: id(),
    kind: oneOf(keyDateKinds),
    /** Empty for kinds that the windows name by themselves. */
    title: text(300),
    date: date(),
    /** Calendar days ahead on which to remind; a reminder never falls on a day off. */
    remindDays: json(z.array(z.number().int().min(0).max(730)).max(10), { merge: 'merge' }),
    responsibleId: optionalId({ merge: 'latest', part: 'process' }),
    createdAt: instant({ part: 'process' }),
    doneAt: optionalInstant({ part: 'process', merge: 'latest' }),
    doneById: optionalId({ part: 'process', merge: 'latest' }),
    archivedAt: optionalInstant({ part: 'process', merge: 'latest' }),
  },
  keys: { document: (row) => row.documentId },
  indexes: [['documentId'], ['date'], ['responsibleId', 'date']],
  parent: (row) => ({ entity: 'document', id: row.documentId }),
  extraScopes: (row) => (row.responsibleId ? [userScope(row.responsibleId)] : []),
});
