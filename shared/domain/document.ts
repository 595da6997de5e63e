import { z } from 'zod';
import { branchScope, entity, organizationScope, type RowOfFields, userScope } from '#shared/domain/entity.ts';
import {
  date,
  flag,
  id,
  instant,
  json,
  later,
  oneOf,
  optionalDate,
  optionalId,
  optionalInstant,
  optionalInteger,
  optionalMoney,
  optionalOneOf,
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
  'letter',
  /** One of the company's own, told by `kindId`. */
  'custom',
  'template',
  /** The paper of a ticket: it shares its id and is seen by whoever sees the ticket. */
  'application',
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

/** Kinds that are concluded with a counterparty and live through the stages of a contract. */
export const contractKinds = ['contract', 'amendment'] as const satisfies readonly DocumentKind[];
export const isContract = (kind: DocumentKind): boolean => kind === 'contract' || kind === 'amendment';

export const contractTypes = ['supply', 'services', 'lease', 'work', 'loan', 'license', 'nda', 'other'] as const;
/** sent: with the counterparty; returned: here, signed by both. */
export const originalStates = ['none', 'sent', 'returned', 'lost'] as const;
export const renewals = ['none', 'automatic', 'by_agreement'] as const;

export const document = entity({
  name: 'document',
  fields: {
    kind: oneOf(documentKinds),
    /** Typed by a person until journals exist; null is «без номера». */
    number: optionalText(60, { sorted: true, part: 'process' }),
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
    note: optionalText(20_000, { merge: 'latest', part: 'process' }),
    labels: json(z.array(z.string().max(60)).max(50), { merge: 'merge', part: 'process' }),
    /** Set by an import: the same paper imported twice has the same key. */
    sourceKey: optionalText(200, { part: 'process' }),
    sourceFormat: optionalText(60, { part: 'process' }),
    authorId: id({ part: 'process' }),
    createdAt: instant({ part: 'process' }),
    /** When the centre learned of it; null until then. */
    receivedAt: optionalInstant({ part: 'process' }),
    deviceName: optionalText(100, { part: 'process' }),
    archivedAt: optionalInstant({ part: 'process', merge: 'latest' }),
    /** The contract that this amendment or renewal belongs to. */
    parentId: later(optionalId()),
    contractType: later(optionalOneOf(contractTypes)),
    /** The number the counterparty gave to the same paper. */
    counterpartyNumber: later(optionalText(60)),
    effectiveFrom: later(optionalDate()),
    /** The last day in force; null: without end. */
    expiresOn: later(optionalDate()),
    renewal: later(optionalOneOf(renewals)),
    /** Calendar days before the end by which a termination has to be announced. */
    noticeDays: later(optionalInteger()),
    /** Values of custom fields by the key of their definition. */
    custom: later(json(z.record(z.string(), z.unknown()).nullable())),
    /** Employees who take part beyond the branch: approvers, their substitutes, readers. */
    participants: later(json(z.array(z.string()).nullable(), { part: 'process', merge: 'merge' })),
    /** The approval round in force. */
    approvalId: later(optionalId({ part: 'process', merge: 'latest' })),
    signedOn: later(optionalDate({ part: 'process' })),
    registeredAt: later(optionalInstant({ part: 'process' })),
    /** Where the signed paper originals are. */
    originals: later(optionalOneOf(originalStates, { part: 'process', merge: 'latest' })),
    /** The company's own kind; null: a built-in one. */
    kindId: later(optionalId({ part: 'process', merge: 'latest' })),
    /** The version of the kind under which `custom` was filled in. */
    kindVersionId: later(optionalId({ part: 'process', merge: 'latest' })),
    /** Kept from the branch: seen by its author, whoever answers for it, participants and `readers`. */
    isConfidential: later(flag({ part: 'process', merge: 'latest' })),
    /** Employees who were let in by name. */
    readers: later(json(z.array(z.string()).max(200).nullable(), { part: 'process', merge: 'merge' })),
    /** When the paper originals that were sent have to be back. */
    originalsDueOn: later(optionalDate({ part: 'process', merge: 'latest' })),
    /** Shelf, binder or person that keeps the paper. */
    originalsPlace: later(optionalText(200, { part: 'process', merge: 'latest' })),
    /** The day on which it was carried out; against `dueDate` it tells the discipline. */
    doneOn: later(optionalDate({ part: 'process', merge: 'latest' })),
    /** Keys of the kinds that a template is offered for, built-in and own ones; null: contracts, as before. */
    templateKinds: later(json(z.array(z.string().max(60)).max(60).nullable(), { part: 'process', merge: 'merge' })),
  },
  keys: {
    sourceKey: (row) => row.sourceKey,
    counterparty: (row) => row.counterpartyId,
    parent: (row) => row.parentId ?? null,
    /** So that it goes wherever its ticket goes. */
    ticket: (row) => (row.kind === 'application' ? row.id : null),
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
    ['parentId'],
    ['expiresOn'],
  ],
  parent: (row) => (row.kind === 'application' ? { entity: 'ticket', id: row.id } : undefined),
  // A template is for everybody who drafts.
  scopes: (row) =>
    row.kind === 'template'
      ? [organizationScope]
      : [
          ...(row.isConfidential ? [] : [branchScope(row.branchId)]),
          userScope(row.authorId),
          ...(row.responsibleId ? [userScope(row.responsibleId)] : []),
          ...(row.participants ?? []).map(userScope),
          ...(row.readers ?? []).map(userScope),
        ],
});

export type DocumentRow = RowOfFields<(typeof document)['fields']>;
