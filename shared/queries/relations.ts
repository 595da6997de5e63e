import { z } from 'zod';
import { contractKinds, type DocumentKind, documentStates } from '#shared/domain/document.ts';
import type { EntityName, RowOf } from '#shared/domain/registry.ts';
import type { KindNamed, LinkLine, RelatedDocument } from '#shared/queries/contract.ts';
import type { DocumentFilter } from '#shared/queries/document.ts';
import { query } from '#shared/queries/query.ts';

/** Why two documents stand beside each other: a link of a kind, a part of a contract, the fulfilment of an obligation. */
export type EdgeKind = RowOf<'document_link'>['kind'] | 'part' | 'fulfils';

export interface LinkEdge {
  /** The earlier or the main one of the two, then what follows from it. */
  from: string;
  to: string;
  kind: EdgeKind;
}

export interface LinkNode extends RelatedDocument {
  /** Steps from the document that was asked about. */
  steps: number;
  /** Neighbours that are not among the nodes. */
  hidden: number;
}

/** Documents around a document, at most `most` of them, nearest and newest first; null when it is not on this workstation. */
export const documentLinks = query<{ nodes: LinkNode[]; edges: LinkEdge[]; more: boolean } | null>()({
  name: 'document.links',
  args: z.object({
    id: z.string(),
    steps: z.number().int().min(1).max(3),
    most: z.number().int().min(1).max(400),
  }),
  entities: ['document', 'document_kind', 'document_link', 'obligation'],
});

/** Direct links of a document, oldest first, with what it is a part of and what is a part of it. */
export const documentNeighbours = query<{
  links: LinkLine[];
  above: RelatedDocument | null;
  below: RelatedDocument[];
} | null>()({
  name: 'document.neighbours',
  args: z.object({ id: z.string() }),
  entities: ['document', 'document_kind', 'document_link'],
});

export const happeningTypes = [
  'documents',
  'contracts',
  'payments',
  'letters',
  'tickets',
  'checks',
  'files',
  'talk',
] as const;
export type HappeningType = (typeof happeningTypes)[number];

/** One line of everything that has happened with a counterparty or a person. */
export interface Happening {
  id: string;
  type: HappeningType;
  /** `yyyy-mm-dd`; of what has an instant, the day it was where the reader works. */
  date: string;
  /** Where it leads. */
  entity: 'document' | 'ticket' | 'counterparty';
  recordId: string;
  kind: DocumentKind | null;
  kindLabel?: string | null;
  kindLabelEn?: string | null;
  number: string | null;
  /** Subject, file name, first words. */
  title: string;
  amount: number | null;
  currency: string | null;
  /** State of a document or ticket, result of a check. */
  state: string | null;
  /** Who answers for it or wrote it; on the page of a person the counterparty. */
  who: string | null;
}

/** Papers whose money counts: nobody owes anything by a draft, nor by what was refused or declared void. */
export const uncountedStates = ['draft', 'refused', 'void'] as const;
export const countedStates = documentStates.filter((one) => !(uncountedStates as readonly string[]).includes(one));

/** Which papers each figure is made of. */
export const figureKinds = {
  invoices: ['invoice'],
  closings: ['act', 'upd'],
  paidIn: ['payment_in'],
  paidOut: ['payment_out'],
} as const satisfies Record<string, readonly DocumentKind[]>;
export type Figure = keyof typeof figureKinds;

/** The documents that these figures are made of, as the register is asked for them. */
export const papersOf = (figures: readonly Figure[]): DocumentFilter => ({
  kinds: figures.flatMap((one): DocumentKind[] => [...figureKinds[one]]),
  states: countedStates,
  where: { join: 'all', of: [{ field: 'currency', op: 'is', value: 'RUB' }] },
});

/** What ends a contract; one in another state is under way. */
export const endedStates = ['done', 'void', 'refused'] as const;
/** Contracts under way, as their register is asked for them. */
export const contractsUnderWay: DocumentFilter = {
  kinds: [contractKinds[0]],
  states: documentStates.filter((one) => !(endedStates as readonly string[]).includes(one)),
};

/** Kopecks of roubles: what papers and payments come to, as far as they count. */
export interface Balance {
  invoices: number;
  /** Acts and УПД. */
  closings: number;
  paidIn: number;
  paidOut: number;
  /** Who pays for what the papers close, as far as payments or the schedule tell. */
  payer: 'we' | 'they' | null;
  /** Closed and not yet paid; negative: paid ahead. */
  debt: number;
}

export interface ContractBalance extends Balance {
  contract: RelatedDocument;
  expiresOn: string | null;
  /** Papers of it that the figures count, at most 500. */
  documents: string[];
}

export interface OpenTask {
  id: string;
  documentId: string;
  kind: RowOf<'approval_task'>['kind'];
  title: string;
  number: string | null;
  who: string | null;
  dueAt: number | null;
}

export interface Expiring {
  /** contract: its last day; date: a key date; obligation: a day of its schedule; check: the end of a check. */
  type: 'contract' | 'date' | 'obligation' | 'check';
  id: string;
  date: string;
  daysLeft: number;
  documentId: string | null;
  title: string;
  /** Kind of the key date or of the obligation. */
  kind: string | null;
  amount: number | null;
}

export interface Involved {
  id: string;
  name: string;
  position: string;
  documents: number;
}

const page = { type: z.enum(happeningTypes).nullable(), limit: z.number().int().min(1).max(1_000) };
const everything: EntityName[] = [
  'document',
  'document_kind',
  'counterparty',
  'document_link',
  'obligation',
  'key_date',
  'attachment',
  'comment',
  'ticket',
  'approval_task',
  'counterparty_check',
  'employee',
  'branch',
];

/** Everything about a counterparty with all it has taken in; null when it is not on this workstation. */
export const counterpartyRelations = query<{
  happenings: Happening[];
  more: boolean;
  balance: Balance;
  contracts: ContractBalance[];
  /** Contracts under way; `contracts` shows at most 100 of them. */
  contractCount: number;
  tasks: OpenTask[];
  taskCount: number;
  expiring: Expiring[];
  people: Involved[];
} | null>()({
  name: 'counterparty.relations',
  args: z.object({ id: z.string(), ...page }),
  entities: everything,
});

export type DuplicateReason = 'inn' | 'name' | 'account' | 'phone' | 'email';

export interface DuplicateSide {
  id: string;
  name: string;
  legalForm: string | null;
  inn: string | null;
  kpp: string | null;
  documents: number;
  createdAt: number;
}

export interface DuplicatePair {
  /** The older record first. */
  sides: [DuplicateSide, DuplicateSide];
  reasons: DuplicateReason[];
}

/** Pairs of living counterparties that look like one, the surest first; pairs that a person has told apart are left out. */
export const counterpartyDuplicates = query<{ total: number; pairs: DuplicatePair[] }>()({
  name: 'counterparty.duplicates',
  args: z.object({ id: z.string().nullable(), limit: z.number().int().min(0).max(500) }),
  entities: ['counterparty', 'bank_account', 'document', 'history'],
});

export interface MergeSide {
  counterparty: RowOf<'counterparty'>;
  accounts: { account: string; bankName: string | null }[];
  documents: number;
  contracts: number;
  tickets: number;
  checks: number;
  comments: number;
}

/** Two records beside each other before they are merged, each with what belongs to it; null for one that is not here. */
export const counterpartyPair = query<{ sides: [MergeSide | null, MergeSide | null] }>()({
  name: 'counterparty.pair',
  args: z.object({ ids: z.tuple([z.string(), z.string()]) }),
  entities: ['counterparty', 'bank_account', 'document', 'counterparty_check', 'comment'],
});

export interface PersonVacation {
  id: string;
  from: string;
  to: string;
  state: RowOf<'vacation'>['state'];
  type: RowOf<'vacation'>['type'];
}

/** Everything about an employee that the reader may see; null when they are not on this workstation. */
export const personCard = query<{
  person: Pick<RowOf<'employee'>, 'id' | 'fullName' | 'position' | 'email' | 'phone' | 'state' | 'roles' | 'branchId'>;
  branchName: string | null;
  departmentName: string | null;
  head: { id: string; name: string } | null;
  /** Living documents that the person answers for, by kind, most first. */
  kinds: (KindNamed & { kindId: string | null; count: number })[];
  contracts: (RelatedDocument & { counterpartyName: string | null; expiresOn: string | null })[];
  contractCount: number;
  tasks: OpenTask[];
  taskCount: number;
  tickets: { asked: number; assigned: number };
  /** Who decides for them today, and for whom they do. */
  substitutes: { id: string; name: string; until: string; role: 'substitute' | 'absent' }[];
  vacations: PersonVacation[];
  happenings: Happening[];
  more: boolean;
} | null>()({
  name: 'person.card',
  args: z.object({ id: z.string(), ...page }),
  entities: [...everything, 'department', 'substitution', 'vacation'],
});
