import { z } from 'zod';
import type { DocumentKind, DocumentState } from '#shared/domain/document.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { query } from '#shared/queries/query.ts';

/** What a document's kind is called: the company's own names where it has any. */
export interface KindNamed {
  kind: DocumentKind;
  kindLabel?: string | null;
  kindLabelEn?: string | null;
}

export interface RelatedDocument extends KindNamed {
  id: string;
  number: string | null;
  date: string;
  subject: string;
  amount: number | null;
  currency: string;
  state: DocumentState;
}

export interface KeyDateLine {
  /** null: planned, follows from the contract's fields and is written when it is registered. */
  id: string | null;
  kind: RowOf<'key_date'>['kind'];
  title: string;
  date: string;
  remindDays: number[];
  responsibleId: string | null;
  responsibleName: string | null;
  doneAt: number | null;
  /** Days from today in the document's branch; negative is past. */
  daysLeft: number;
  /** A reminder has come up and nobody has dealt with it. */
  due: boolean;
}

export interface ObligationLine {
  row: RowOf<'obligation'>;
  /** planned: later than today; due: today or past and open. */
  standing: 'planned' | 'due' | 'done' | 'cancelled';
  daysLeft: number;
  doneBy: RelatedDocument | null;
}

export interface StageLine {
  stage: 'initiation' | 'approval' | 'signing' | 'registration' | 'performance';
  state: 'done' | 'current' | 'future';
  /** Instants as known: when it began and ended. */
  startedAt: number | null;
  endedAt: number | null;
  /** Planned end, when there is one. */
  plannedOn: string | null;
  /** Decisions in force of those needed, for the approval. */
  agreed: number | null;
  needed: number | null;
}

export type CheckProblem =
  | 'duplicate'
  | 'requisites'
  | 'stopped'
  | 'no_check'
  | 'check_old'
  | 'check_bad'
  | 'over_limit'
  | 'overdue';

export interface PartyStanding {
  counterpartyId: string;
  name: string;
  legalForm: string | null;
  inn: string | null;
  kpp: string | null;
  /** Newest first. */
  checks: (RowOf<'counterparty_check'> & { authorName: string | null })[];
  stopReason: string | null;
  limitAmount: number | null;
  /** Kopecks of contracts in force or on their way, roubles only. */
  committed: number;
  contracts: number;
  overdueObligations: number;
  duplicates: number;
  /** What stands against it; `blocking` ones stop the signing by policy. */
  problems: { problem: CheckProblem; blocking: boolean }[];
}

/** A document linked with another one, as it is seen from there. */
export interface LinkLine extends RelatedDocument {
  linkId: string;
  linkKind: RowOf<'document_link'>['kind'];
  /** The document that keeps the link: the link is changed with its rights. */
  keeperId: string;
}

/** What the contract card shows beside the document itself (`document.card`) and its approval (`approval.view`). */
export const contractCard = query<{
  stages: StageLine[];
  /** The main contract first, then amendments and renewals in their order, each with its depth; the document itself among them. */
  tree: (RelatedDocument & { depth: number; self: boolean })[];
  keyDates: KeyDateLine[];
  obligations: ObligationLine[];
  /** Kopecks: paid, to be paid within 14 days, the rest of the amount. */
  money: { paid: number; soon: number; rest: number; soonUntil: string | null };
  party: PartyStanding | null;
  links: LinkLine[];
  /** Payments of the same counterparty that name this contract, or are linked to it. */
  payments: RelatedDocument[];
  protocol: RowOf<'protocol_item'>[];
  definitions: RowOf<'field_definition'>[];
} | null>()({
  name: 'contract.card',
  args: z.object({ id: z.string() }),
  entities: [
    'document',
    'document_kind',
    'counterparty',
    'counterparty_check',
    'key_date',
    'obligation',
    'document_link',
    'protocol_item',
    'approval',
    'approval_task',
    'decision',
    'organization',
    'field_definition',
    'history',
  ],
});

/** How a counterparty stands, whether there is a contract with it or not; null when it is not on this workstation. */
export const counterpartyStanding = query<PartyStanding | null>()({
  name: 'counterparty.standing',
  args: z.object({ id: z.string() }),
  entities: [
    'counterparty',
    'bank_account',
    'counterparty_check',
    'document',
    'obligation',
    'organization',
    'employee',
  ],
});

export interface AgendaLine {
  /** `key_date/<id>` or `obligation/<id>`. */
  item: string;
  date: string;
  type: 'key_date' | 'obligation';
  kind: string;
  title: string;
  amount: number | null;
  side: 'ours' | 'theirs' | null;
  done: boolean;
  document: RelatedDocument;
  counterpartyName: string | null;
}

/** Key dates and obligations of all contracts between two days, both included, by date. */
export const agenda = query<AgendaLine[]>()({
  name: 'agenda',
  args: z.object({ from: z.string(), to: z.string(), mine: z.boolean() }),
  entities: ['key_date', 'obligation', 'document', 'document_kind', 'counterparty'],
});
