import type { ConflictLine, OutboxLine } from '#shared/queries/exchange.ts';

/** Pages of what the company keeps, by the kind of record that a command speaks of. */
const kept: Readonly<Record<string, string>> = {
  substitution: '/substitutions',
  employee: '/admin/employees',
  department: '/admin/departments',
  branch: '/admin/branches',
  approval_route: '/admin/routes',
  field_definition: '/admin/fields',
  document_kind: '/admin/kinds',
  journal: '/documents',
  case_file: '/documents',
  registration: '/documents',
  number: '/documents',
  clause: '/admin/clauses',
  working_calendar: '/admin/calendars',
  organization: '/admin/policies',
  service: '/admin/services',
  queue: '/admin/queues',
  sla_policy: '/admin/slas',
  canned_reply: '/admin/replies',
  article: '/tickets/articles',
  recurring_ticket: '/admin/recurring',
  vacation_grant: '/admin/grants',
  vacation: '/tickets/vacations',
  favourite: '/tickets',
  work: '/work',
  conflict: '/exchange/conflicts',
};

/** Parts of a document's card, by the kind of record that a command speaks of. */
const tabs: Readonly<Record<string, string>> = {
  approval: 'approval',
  decision: 'approval',
  acknowledgement: 'approval',
  obligation: 'obligations',
  document_link: 'links',
  protocol_item: 'files',
  attachment: 'files',
  comment: 'discussion',
};

/** Where a refusal is put right, when that is another part of the card than the change itself speaks of. */
const remedies: Readonly<Record<string, string>> = {
  STALE_VERSION: 'approval',
  NOT_YOUR_TURN: 'approval',
  NOT_RUNNING: 'approval',
  ALREADY_RUNNING: 'approval',
  ALREADY_DECIDED: 'approval',
  TOO_LATE: 'approval',
  NOT_APPROVED: 'approval',
  IN_APPROVAL: 'approval',
  NO_ROUTE: 'approval',
  NO_APPROVER: 'approval',
  // A signed contract is changed by an amendment, which is made among its links.
  APPROVED_LOCKED: 'links',
  // The card itself shows the counterparty, its checks and the stage.
  CHECK_REQUIRED: '',
  STOP_LISTED: '',
  WRONG_STAGE: '',
};

/** The page where what a change speaks of is seen and, when it was refused, put right; null when there is none here. */
export function addressOf({ command, about, code, state, conflictId }: OutboxLine): string | null {
  if (conflictId !== null) return `/exchange/conflicts?of=${conflictId}`;
  const [entity = ''] = command.split('.');
  const own = kept[entity];
  if (own) return own;
  // A refused request is asked for again from its draft; whatever speaks of a ticket leads to its card.
  if (entity === 'ticket' || entity === 'ticket_task') return about?.here ? `/tickets/${about.id}` : '/tickets/mine';
  if (!about?.here) return null;
  if (about.entity === 'ticket') return `/tickets/${about.id}`;
  if (about.entity === 'counterparty') return `/counterparties/${about.id}`;
  if (about.entity !== 'document') return kept[about.entity] ?? null;
  const tab = (state === 'rejected' && code ? remedies[code] : undefined) ?? tabs[entity] ?? '';
  return `/documents/${about.id}${tab && `?tab=${tab}`}`;
}

/** The page of the record that a conflict is about, or of the document it belongs to; null when it has none. */
export function conflictAddress(line: Pick<ConflictLine, 'conflict' | 'documentId' | 'counterpartyId'>): string | null {
  const { documentId, counterpartyId } = line;
  const { objectEntity: entity } = line.conflict;
  if (counterpartyId !== null) return `/counterparties/${counterpartyId}`;
  if (documentId === null) return kept[entity] ?? null;
  const tab = tabs[entity];
  return `/documents/${documentId}${tab ? `?tab=${tab}` : ''}`;
}
