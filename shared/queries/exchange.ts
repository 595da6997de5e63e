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
  about: { entity: string; id: string; title: string | null; number: string | null; here: boolean } | null;
  /** Names of the records that its arguments point at, by id. */
  names: Record<string, string>;
  /** What a decision was asked for: the same verdict approves, signs or acknowledges. */
  taskKind: RowOf<'approval_task'>['kind'] | null;
  /** Bytes as they travel. */
  size: number;
}

/** Changes entered on this workstation, newest first; `waiting` holds those the centre has not decided on. */
export const outboxList = query<{
  lines: OutboxLine[];
  counts: { waiting: number; accepted: number; rejected: number };
}>()({
  name: 'outbox.list',
  args: z.object({
    states: z.array(z.enum(['waiting', 'accepted', 'rejected'])),
    before: z.number().int().nullable(),
    limit: z.number().int().max(500),
  }),
  entities: ['document', 'counterparty', 'ticket'],
});

export interface ConflictLine {
  conflict: RowOf<'conflict'>;
  objectTitle: string | null;
  objectNumber: string | null;
  authorName: string | null;
  theirsName: string | null;
  /** The document that the record is, or belongs to. */
  documentId: string | null;
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

export const exchangeCounts = query<{ conflicts: number; rejected: number; waiting: number }>()({
  name: 'exchange.counts',
  args: z.object({}),
  entities: ['conflict', 'document', 'counterparty', 'ticket'],
});
