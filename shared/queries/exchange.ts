import { z } from 'zod';
import type { RowOf } from '#shared/domain/registry.ts';
import { query } from '#shared/queries/query.ts';

export interface OutboxLine {
  n: number;
  id: string;
  command: string;
  args: unknown;
  enteredAt: number;
  /** sent: on the wire at this moment. */
  state: 'waiting' | 'sent' | 'accepted' | 'rejected';
  seq: number | null;
  decidedAt: number | null;
  code: string | null;
  details: Record<string, unknown> | null;
  /** The record it is about, and how that record calls itself. */
  about: {
    entity: string;
    id: string;
    title: string | null;
    number: string | null;
    here: boolean;
    /** It came about and is not open to the reader any more. */
    closed?: true;
  } | null;
  /** Names of the records that its arguments point at, by id. */
  names: Record<string, string>;
  /** What a decision was asked for: the same verdict approves, signs or acknowledges. */
  taskKind: RowOf<'approval_task'>['kind'] | null;
  /** Bytes as they travel. */
  size: number;
  /** Its effect does not run here now, and why; it travels all the same. */
  suspended: { code: string; details: Record<string, unknown> } | null;
  /** It has left, and no answer has come: the centre may have taken it or not. */
  inDoubt: boolean;
  /** The conflict that came of it and waits for a decision. */
  conflictId: string | null;
  /** Put aside by its author, taken back, or entered again as the command of that number. */
  aside: { as: 'dismissed' | 'withdrawn' | 'replaced'; by: number | null } | null;
  /** What its author had seen was taken out of it: the record is not open to them any more. */
  formerHidden?: true;
}

export const outboxStates = ['waiting', 'accepted', 'rejected', 'aside'] as const;

/** What of the list is wanted. A line fits `text` by its own words, by its record's, or when its command is one of `commands`. */
export const outboxFilter = z.object({
  /** Kinds of the records the commands are about. */
  entities: z.array(z.string()).max(50).optional(),
  /** Instants of entering, from inclusive, to exclusive. */
  from: z.number().int().optional(),
  to: z.number().int().optional(),
  /** Decided by the centre at this instant or later. */
  decidedFrom: z.number().int().optional(),
  text: z.string().max(200).optional(),
  commands: z.array(z.string()).max(500).optional(),
  suspended: z.boolean().optional(),
});
export type OutboxFilter = z.infer<typeof outboxFilter>;

/** Changes entered on this workstation, newest first unless asked otherwise; `waiting` holds those the centre has not decided on. */
export const outboxList = query<{
  lines: OutboxLine[];
  /** How many fit in all. */
  found: number;
  counts: { waiting: number; accepted: number; rejected: number; aside: number; suspended: number };
  /** Bytes that wait, files included, and kinds of records there are changes about; null when not asked for. */
  totals: { waitingBytes: number; entities: string[] } | null;
}>()({
  name: 'outbox.list',
  args: z.object({
    states: z.array(z.enum(outboxStates)),
    before: z.number().int().nullable(),
    limit: z.number().int().max(500),
    oldestFirst: z.boolean().optional(),
    /** Lines left out at the beginning. */
    skip: z.number().int().min(0).optional(),
    filter: outboxFilter.optional(),
    totals: z.boolean().optional(),
  }),
  entities: ['document', 'counterparty', 'ticket'],
});

export interface ConflictLine {
  conflict: RowOf<'conflict'>;
  objectTitle: string | null;
  objectNumber: string | null;
  authorName: string | null;
  theirsName: string | null;
  /** Who decided it, when it is decided. */
  resolvedName: string | null;
  /** The document that the record is, or belongs to. */
  documentId: string | null;
  /** The counterparty that the record is, or belongs to. */
  counterpartyId: string | null;
  /** It is a contract or an amendment: its fields have names of their own. */
  contract: boolean;
  /** Names of the records that disputed fields point at, by id. */
  names: Record<string, string>;
}

export const conflictList = query<ConflictLine[]>()({
  name: 'conflict.list',
  args: z.object({ state: z.enum(['open', 'resolved']), limit: z.number().int().max(500) }),
  entities: ['conflict', 'document', 'counterparty', 'ticket'],
});

export interface ConflictFacts {
  /** The record as it stands now, without marks of the program itself; null when it is not here. */
  standing: Record<string, unknown> | null;
  /** What the same command wrote without anybody being asked. */
  entered: { field: string; from: unknown; to: unknown }[];
  /** What others wrote into the record between what its author saw and what they wanted, newest first. */
  meanwhile: {
    field: string;
    from: unknown;
    to: unknown;
    actorName: string | null;
    deviceName: string | null;
    at: number;
  }[];
  /** Who wrote the value that stands, and where, per disputed field. */
  theirs: Record<
    string,
    { actorName: string | null; deviceName: string | null; occurredAt: number; at: number | null }
  >;
  /** When the centre learned of the author's change; null: not yet. */
  receivedAt: number | null;
  /** Names of the records that all these values point at, by id. */
  names: Record<string, string>;
}

/** What stands around a conflict: both versions whole, what came together by itself, who wrote what and when by both clocks. */
export const conflictFacts = query<ConflictFacts | null>()({
  name: 'conflict.facts',
  args: z.object({ id: z.string() }),
  entities: ['conflict', 'document', 'counterparty', 'history'],
});

export const exchangeCounts = query<{ conflicts: number; rejected: number; waiting: number }>()({
  name: 'exchange.counts',
  args: z.object({}),
  entities: ['conflict', 'document', 'counterparty', 'ticket'],
});
