import { z } from 'zod';
import type { DocumentKind } from '#shared/domain/document.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { query } from '#shared/queries/query.ts';

export const workTabs = [
  'all',
  'approvals',
  'tickets',
  'acknowledgements',
  'dates',
  'mentions',
  'conflicts',
  'snoozed',
] as const;
export type WorkTab = (typeof workTabs)[number];

export interface WorkItem {
  /** `approval_task/<id>`, `decision/<id>` (one that fell away), `key_date/<id>`, `comment/<id>`, `conflict/<id>`, `ticket/<id>`, `ticket_task/<id>`, `document/<id>`, `originals/<id>`: the key for snoozing. */
  item: string;
  /** due: a document to be carried out; originals: papers to be got back; ticket: at my desk; question, rework, confirm: of my own request; ticket_task: a line of a checklist. */
  type:
    | 'approve'
    | 'sign'
    | 'acknowledge'
    | 'key_date'
    | 'due'
    | 'originals'
    | 'mention'
    | 'conflict'
    | 'ticket'
    | 'question'
    | 'rework'
    | 'confirm'
    | 'ticket_task';
  /** For everything about a ticket: where to go, and who asks. */
  ticketId?: string;
  ticketTaskId?: string;
  /** For tasks: an earlier decision of the same person fell away because the content changed. */
  outdated: boolean;
  group: 'overdue' | 'today' | 'later';
  title: string;
  documentId: string | null;
  /** For a conflict or mention on something else: where to go. */
  object: { entity: string; id: string };
  documentKind: DocumentKind | null;
  number: string | null;
  counterpartyName: string | null;
  amount: number | null;
  currency: string | null;
  dueAt: number | null;
  /** For whatever is due on a day. */
  dueDate: string | null;
  keyDateKind?: RowOf<'key_date'>['kind'];
  minutesLeft: number | null;
  /** Share of the working time left, 0…1. */
  left: number | null;
  /** Who asks: the round's author, the comment's author. */
  fromId: string | null;
  fromName: string | null;
  /** «за кого»: the absent colleague whose task it is. */
  insteadOfId: string | null;
  insteadOfName: string | null;
  /** Asked because the colleague named above is late, not because they are absent; with how many more of them are late there. */
  escalated?: { others: number };
  text: string | null;
  snoozedUntil: number | null;
  /** What a decision made from the list is bound to; null for what is not decided. */
  decide: { taskId: string; approvalId: string; hash: string; hashSpec: number; versionNumber: number } | null;
}

/** «Мои дела»: everything that waits for the person here, overdue first, then by due time. */
export const workList = query<{
  items: WorkItem[];
  counts: Record<WorkTab, number>;
  /** Colleagues the person stands in for today. */
  substituting: { employeeId: string; fullName: string; to: string }[];
  /** Who stands in for the person today. */
  substitutedBy: { employeeId: string; fullName: string; to: string }[];
  /** The next thing that comes up by itself: a snoozed item or a reminder. */
  next: { title: string; at: number } | null;
}>()({
  name: 'work.list',
  args: z.object({
    tab: z.enum(workTabs),
    /** Only what is the person's own, or only what they do for one colleague; null: both. */
    insteadOf: z.string().nullable(),
    text: z.string().max(200).nullable(),
  }),
  entities: [
    'approval_task',
    'approval',
    'decision',
    'document',
    'history',
    'key_date',
    'comment',
    'conflict',
    'snooze',
    'substitution',
    'ticket',
    'ticket_task',
  ],
});

/** How much waits, for the rail; bounded like every count. */
export const workCounts = query<{ total: number; overdue: number; contracts: number }>()({
  name: 'work.counts',
  args: z.object({}),
  entities: [
    'approval_task',
    'approval',
    'decision',
    'document',
    'history',
    'key_date',
    'comment',
    'conflict',
    'snooze',
    'substitution',
    'ticket',
    'ticket_task',
  ],
});
