import { z } from 'zod';
import { branchScope, entity, type RowOfFields, userScope } from '#shared/domain/entity.ts';
import {
  date,
  id,
  instant,
  json,
  oneOf,
  optionalDate,
  optionalId,
  optionalInstant,
  optionalMoney,
  optionalText,
  text,
} from '#shared/domain/field.ts';

export const documentKinds = [
  'incoming',
  'outgoing',
  'internal',
  'order',
  'memo',
  'contract',
  'amendment',
  'invoice',
  'act',
  'upd',
  'vat_invoice',
  'payment_in',
  'payment_out',
  'power_of_attorney',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

export const documentStates = [
  'draft',
  'check',
  'approve',
  'sign',
  'reg',
  'perform',
  'done',
  'wait',
  'late',
  'refused',
  'void',
] as const;
export type DocumentState = (typeof documentStates)[number];

export const document = entity({
  name: 'document',
  fields: {
    kind: oneOf(documentKinds),
    /** Typed by a person until journals exist; null is «без номера». */
    number: optionalText(60, { sorted: true }),
    date: date(),
    subject: text(1_000, { sorted: true }),
    counterpartyId: optionalId(),
    amount: optionalMoney(),
    vatAmount: optionalMoney(),
    currency: text(3),
    state: oneOf(documentStates, { part: 'process' }),
    responsibleId: optionalId({ merge: 'latest', part: 'process' }),
    branchId: id({ part: 'process' }),
    dueDate: optionalDate(),
    note: optionalText(20_000, { merge: 'latest' }),
    labels: json(z.array(z.string().max(60)).max(50), { merge: 'merge' }),
    /** Set by an import: the same paper imported twice has the same key. */
    sourceKey: optionalText(200, { part: 'process' }),
    sourceFormat: optionalText(60, { part: 'process' }),
    authorId: id({ part: 'process' }),
    createdAt: instant({ part: 'process' }),
    /** When the centre learned of it; null until then. */
    receivedAt: optionalInstant({ part: 'process' }),
    deviceName: optionalText(100, { part: 'process' }),
    archivedAt: optionalInstant({ part: 'process', merge: 'latest' }),
  },
  keys: {
    sourceKey: (row) => row.sourceKey,
    counterparty: (row) => row.counterpartyId,
  },
  indexes: [
    ['date'],
    ['number_key'],
    ['subject_key'],
    ['amount'],
    ['counterpartyId', 'date'],
    ['state', 'date'],
    ['branchId', 'date'],
    ['responsibleId', 'date'],
    ['sourceKey'],
  ],
  scopes: (row) => [
    branchScope(row.branchId),
    userScope(row.authorId),
    ...(row.responsibleId ? [userScope(row.responsibleId)] : []),
  ],
});

export type DocumentRow = RowOfFields<(typeof document)['fields']>;
