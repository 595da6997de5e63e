import { documentStates } from '#shared/domain/document.ts';
import { entity, type RowOfFields } from '#shared/domain/entity.ts';
import {
  date,
  flag,
  id,
  instant,
  oneOf,
  optionalId,
  optionalInstant,
  optionalInteger,
  optionalText,
  text,
} from '#shared/domain/field.ts';
import { journalScopes } from '#shared/domain/registration/journal.ts';

/** A document entered in a journal. A number is given once: a voided registration keeps it. */
export const registration = entity({
  name: 'registration',
  fields: {
    documentId: id(),
    journalId: id(),
    /** The journal's: who sees the journal sees that the number is taken, whoever sees the document. */
    branchId: optionalId({ part: 'process' }),
    period: text(10, { part: 'process' }),
    /** null while only the workstation knows of it and had no numbers of its own. */
    seq: optionalInteger({ part: 'process', merge: 'latest' }),
    blockId: optionalId({ part: 'process', merge: 'latest' }),
    number: optionalText(120, { part: 'process', merge: 'latest' }),
    /** The day it is registered under; the period follows from it. */
    date: date({ part: 'process' }),
    caseFileId: optionalId({ part: 'process', merge: 'latest' }),
    authorId: id({ part: 'process' }),
    registeredAt: instant({ part: 'process' }),
    receivedAt: optionalInstant({ part: 'process' }),
    deviceName: optionalText(100, { part: 'process' }),
    /** A number shown or printed before, in whose place the centre gave this one: it was another workstation's. */
    insteadOf: optionalText(120, { part: 'process' }),
    /** What the document had before, for a voiding. */
    numberBefore: optionalText(60, { part: 'process' }),
    stateBefore: oneOf(documentStates, { part: 'process' }),
    isProvisional: flag({ part: 'process', merge: 'latest' }),
    voidedAt: optionalInstant({ part: 'process', merge: 'latest' }),
    voidedById: optionalId({ part: 'process', merge: 'latest' }),
    voidReason: optionalText(2_000, { part: 'process', merge: 'latest' }),
  },
  keys: {
    document: (row) => row.documentId,
    number: (row) => (row.seq === null ? null : `${row.journalId}/${row.period}/${row.seq}`),
    block: (row) => row.blockId,
  },
  indexes: [['documentId'], ['seq'], ['blockId'], ['authorId', 'journalId'], ['journalId', 'period', 'seq']],
  parent: (row) => ({ entity: 'document', id: row.documentId }),
  extraScopes: (row) => journalScopes(row.branchId),
});

export type RegistrationRow = RowOfFields<(typeof registration)['fields']>;
