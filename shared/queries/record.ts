import { z } from 'zod';
import { query } from '#shared/queries/query.ts';
import type { Receipt } from '#shared/queries/receipt.ts';

const object = z.object({
  entity: z.enum([
    'document',
    'counterparty',
    'bank_account',
    'organization',
    'branch',
    'department',
    'employee',
    'approval_route',
    'field_definition',
    'document_kind',
    'journal',
    'case_file',
    'working_calendar',
    'clause',
    'ticket',
    'service',
    'queue',
    'sla_policy',
    'canned_reply',
    'article',
    'recurring_ticket',
    'vacation_grant',
  ]),
  id: z.string(),
});

export interface HistoryLine {
  id: string;
  action: string;
  actorId: string;
  actorName: string | null;
  deviceName: string | null;
  occurredAt: number;
  receivedAt: number | null;
  changes: { field: string; from: unknown; to: unknown; fromName?: string; toName?: string }[];
}

/** Everything that happened to a record, newest first; its creation is the last line. */
export const recordHistory = query<HistoryLine[]>()({
  name: 'record.history',
  args: object,
  entities: ['history', 'document', 'counterparty'],
});

export interface CommentLine {
  id: string;
  authorId: string;
  authorName: string | null;
  text: string;
  occurredAt: number;
  receivedAt: number | null;
  /** Employees whom the text calls by @login. */
  mentions: { id: string; fullName: string }[];
}

/** The discussion of a record, oldest first. */
export const recordComments = query<CommentLine[]>()({ name: 'record.comments', args: object, entities: ['comment'] });

export interface PathStep {
  n: number;
  command: string;
  enteredAt: number;
  state: 'waiting' | 'sent' | 'accepted' | 'rejected';
  decidedAt: number | null;
  code: string | null;
  details: Record<string, unknown> | null;
  /** It has left, and no answer has come. */
  inDoubt: boolean;
}

/**
 * The way of a record to the centre: what was entered here, and what the centre said. `elsewhereAt`: when its newest change was entered at
 * another workstation, for a record that nothing was entered about here.
 */
export const recordPath = query<{
  receipt: Receipt;
  hasFiles: boolean;
  steps: PathStep[];
  elsewhereAt: number | null;
}>()({
  name: 'record.path',
  args: object,
  entities: ['document', 'counterparty', 'ticket', 'attachment', 'conflict'],
});
