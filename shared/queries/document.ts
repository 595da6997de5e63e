import { z } from 'zod';
import type { AttachmentPurpose } from '#shared/domain/attachment.ts';
import { contractTypes, type DocumentRow, documentKinds, documentStates } from '#shared/domain/document.ts';
import type { Form } from '#shared/domain/form/form.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { conditionTree } from '#shared/queries/condition.ts';
import { query } from '#shared/queries/query.ts';
import type { Receipt } from '#shared/queries/receipt.ts';

/** The name of one of the company's own fields, as it stands in `document.custom`. */
const customKey = z.string().regex(/^[a-z][a-z0-9_]{0,58}$/);
const bound = z.union([z.string().max(500), z.number()]);

/** What is asked of one of the company's own fields; numbers and kopecks themselves, dates `yyyy-mm-dd`, flags true or false. */
export const customTest = z.discriminatedUnion('op', [
  /** One of these; of a field of several choices: any of them is chosen. */
  z.object({ key: customKey, op: z.literal('in'), value: z.array(z.union([bound, z.boolean()])).max(200) }),
  z.object({ key: customKey, op: z.literal('contains'), value: z.string().max(500) }),
  z.object({ key: customKey, op: z.literal('at_least'), value: bound }),
  z.object({ key: customKey, op: z.literal('at_most'), value: bound }),
  z.object({ key: customKey, op: z.literal('filled') }),
  z.object({ key: customKey, op: z.literal('empty') }),
]);
export type CustomTest = z.infer<typeof customTest>;

export const documentFilter = z.object({
  /** Words, as in the search; the list then holds only what they find. */
  text: z.string().max(500).optional(),
  kinds: z.array(z.enum(documentKinds)).optional(),
  states: z.array(z.enum(documentStates)).optional(),
  branchIds: z.array(z.string()).optional(),
  responsibleIds: z.array(z.string()).optional(),
  counterpartyId: z.string().optional(),
  dateFrom: z.string().optional(),
  dateTo: z.string().optional(),
  /** Kopecks. */
  amountFrom: z.number().int().optional(),
  amountTo: z.number().int().optional(),
  label: z.string().optional(),
  /** Only documents without a number. */
  unnumbered: z.boolean().optional(),
  /** Archived documents instead of the living ones. */
  archived: z.boolean().optional(),
  parentId: z.string().optional(),
  contractTypes: z.array(z.enum(contractTypes)).optional(),
  /** In force on no day after this one. */
  expiresBefore: z.string().optional(),
  /** Only these: the cases behind a figure of a report. */
  ids: z.array(z.string()).max(500).optional(),
  /** Kinds of the company's own. */
  kindIds: z.array(z.string()).optional(),
  /** All of these hold. */
  custom: z.array(customTest).max(20).optional(),
  /** Conditions of the filter builder; they hold besides all others. */
  where: conditionTree.optional(),
});
export type DocumentFilter = z.infer<typeof documentFilter>;

export const documentColumns = [
  'number',
  'date',
  'kind',
  'counterparty',
  'subject',
  'amount',
  'state',
  'responsible',
  'createdAt',
  'expiresOn',
  'branch',
  'author',
  'vatAmount',
  'currency',
  'dueDate',
  'doneOn',
  'signedOn',
  'effectiveFrom',
  'originals',
  'originalsDueOn',
  'receivedAt',
  'registeredAt',
  'deviceName',
] as const;
export type DocumentColumn = (typeof documentColumns)[number];

/** A column of the company's own: `custom:` and the name of the field. */
export type CustomColumn = `custom:${string}`;
const customColumn = z.templateLiteral(['custom:', customKey]);
export const isCustomColumn = (column: string): column is CustomColumn => customColumn.safeParse(column).success;

export const documentSort = z.object({
  column: z.union([z.enum(documentColumns), customColumn]),
  direction: z.enum(['asc', 'desc']),
});
export type DocumentSort = z.infer<typeof documentSort>;

export interface DocumentListRow {
  id: string;
  kind: DocumentRow['kind'];
  number: string | null;
  date: string;
  subject: string;
  counterpartyId: string | null;
  counterpartyName: string | null;
  counterpartyForm: string | null;
  amount: number | null;
  currency: string;
  state: DocumentRow['state'];
  responsibleId: string | null;
  responsibleName: string | null;
  branchId: string;
  dueDate: string | null;
  expiresOn: string | null;
  contractType: DocumentRow['contractType'];
  attachments: number;
  authorName: string | null;
  vatAmount: number | null;
  doneOn: string | null;
  signedOn: string | null;
  effectiveFrom: string | null;
  originals: DocumentRow['originals'];
  originalsDueOn: string | null;
  createdAt: number;
  receivedAt: number | null;
  registeredAt: number | null;
  deviceName: string | null;
  counterpartyNumber: string | null;
  labels: readonly string[];
  /** The company's own kind and what it is called; null: a built-in one. */
  kindId: string | null;
  kindLabel: string | null;
  kindLabelEn: string | null;
  isConfidential: boolean;
  /** Values of the company's own fields. */
  custom: Readonly<Record<string, unknown>> | null;
  /** What the people and counterparties among them are called, by id. */
  names: Readonly<Record<string, string>>;
  receipt: Receipt;
}

/** A window of a register. The order is computed once per filter, sort and state of the rows; any window is then cheap. */
export const documentList = query<{
  total: number;
  /** Kopecks over the whole filter, roubles only. */
  sum: number;
  rows: DocumentListRow[];
}>()({
  name: 'document.list',
  args: z.object({
    filter: documentFilter,
    sort: documentSort,
    start: z.number().int().min(0),
    end: z.number().int().min(0),
  }),
  entities: ['document', 'counterparty', 'employee', 'branch', 'document_kind', 'attachment', 'conflict'],
});

/** What a register can be put into groups by: the month of the date, or a field. */
export const groupColumns = ['kind', 'state', 'branch', 'responsible', 'counterparty', 'month'] as const;
export const documentGroup = z.object({
  by: z.union([z.enum(groupColumns), customColumn]),
  /** Keys of the groups that are folded, or unfolded where `all` are folded. */
  folded: z.object({ all: z.boolean(), but: z.array(z.string().max(500)).max(2_000) }),
});
export type DocumentGroup = z.infer<typeof documentGroup>;
export type GroupColumn = DocumentGroup['by'];

/** Sums of one currency, in its hundredths. */
export interface CurrencySum {
  currency: string;
  amount: number;
  vat: number;
}

/** The line above the documents of a group. */
export interface GroupBand {
  /** Unlike the id of any document. */
  id: string;
  /** What its documents have in common; empty: they have no such value. */
  group: string;
  /** What the person, the counterparty or the company's own kind is called; null for anything else. */
  name: string | null;
  isFolded: boolean;
  count: number;
  sums: CurrencySum[];
}
export const isBand = (row: DocumentListRow | GroupBand): row is GroupBand => 'group' in row;

/** A window of a register in groups: bands among the documents, those of folded groups left out. */
export const documentGrouped = query<{
  /** Lines, bands included. */
  total: number;
  documents: number;
  groups: number;
  sum: number;
  rows: (DocumentListRow | GroupBand)[];
}>()({
  name: 'document.grouped',
  args: z.object({
    filter: documentFilter,
    sort: documentSort,
    group: documentGroup,
    start: z.number().int().min(0),
    end: z.number().int().min(0),
  }),
  entities: ['document', 'counterparty', 'employee', 'branch', 'document_kind', 'attachment', 'conflict'],
});

/** Sums over a filter, or over some of its documents. */
export const documentTotals = query<{ count: number; sums: CurrencySum[] }>()({
  name: 'document.totals',
  args: z.object({ filter: documentFilter, ids: z.array(z.string()).max(5_000).optional() }),
  entities: ['document'],
});

/** Where a document stands in a view, so that a list can go to it; -1 when it is not in it. */
export const documentPosition = query<{ index: number }>()({
  name: 'document.position',
  args: z.object({ filter: documentFilter, sort: documentSort, id: z.string() }),
  entities: ['document'],
});

/** All ids of a view, for «select all». */
export const documentIds = query<{ ids: string[] }>()({
  name: 'document.ids',
  /** `by`: in the order of a register in groups. */
  args: z.object({ filter: documentFilter, sort: documentSort, by: documentGroup.shape.by.optional() }),
  entities: ['document'],
});

export interface AttachmentInfo {
  id: string;
  name: string;
  size: number;
  mime: string;
  sha256: string;
  authorName: string | null;
  createdAt: number;
  verifiedAt: number | null;
  archivedAt: number | null;
  /** here: the bytes are on this workstation; way: being transferred; centre: only there. */
  place: 'here' | 'way' | 'centre';
  /** The centre has refused the bytes that were sent from this workstation: they are no paper. */
  refused?: true;
  /** The id of the first version of the same file. */
  group: string;
  version: number;
  note: string | null;
  purpose: AttachmentPurpose;
  /** The file that a signature or a power of attorney is of. */
  ofId: string | null;
  /** A newer version of it is there. */
  superseded: boolean;
  /** The version its author had was not the one before this: somebody else made one meanwhile. */
  parallel: boolean;
}

export interface DocumentCard {
  document: DocumentRow;
  counterparty: RowOf<'counterparty'> | null;
  responsibleName: string | null;
  authorName: string | null;
  attachments: AttachmentInfo[];
  lines: RowOf<'document_line'>[];
  conflicts: { id: string; fields: string[] }[];
  /** The company's own kind with the form it was filled in under; null: a built-in one, or not on this workstation. */
  ownKind: (Pick<RowOf<'document_kind'>, 'label' | 'labelEn' | 'editRoles'> & { version: number; form: Form }) | null;
  /** What the people and counterparties that own fields point at are called, by id. */
  names: Record<string, string>;
  receipt: Receipt;
}

export const documentCard = query<DocumentCard | null>()({
  name: 'document.card',
  args: z.object({ id: z.string() }),
  entities: [
    'document',
    'counterparty',
    'attachment',
    'document_line',
    'conflict',
    'employee',
    'document_kind',
    'document_kind_version',
  ],
});
