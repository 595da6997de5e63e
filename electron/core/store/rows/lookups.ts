import type { EntityName } from '#shared/domain/registry.ts';

interface Lookup {
  column: string;
  /**
   * What the column may hold for a key: null for nothing, undefined for anything. Rows found by it are checked against the
   * whole key afterwards.
   */
  values: (key: string) => string[] | null | undefined;
}

const same = (column: string): Lookup => ({ column, values: (key) => [key] });
/** A file may bring an ИНН or an account with a slash inside, so every slash may be the one between the parts. */
const beforeSlash = (column: string): Lookup => ({
  column,
  values: (key) => [...key.matchAll(/\//g)].map((slash) => key.slice(0, slash.index)),
});

/** How the declared keys of entities are found among the columns of a workstation's tables. */
const lookups: Partial<Record<EntityName, Record<string, Lookup>>> = {
  organization: { all: { column: 'id', values: () => undefined } },
  department: { branch: same('branchId') },
  employee: { login: same('login'), state: same('state') },
  working_calendar: { year: same('year') },
  field_definition: { living: { column: 'archivedAt', values: () => null } },
  journal: { index: { column: 'index', values: (key) => [key.slice(key.indexOf('/') + 1)] } },
  number_block: { free: beforeSlash('journalId') },
  case_file: { index: { column: 'index', values: (key) => [key.split('/').slice(2).join('/')] } },
  registration: {
    document: same('documentId'),
    number: { column: 'seq', values: (key) => [key.slice(key.lastIndexOf('/') + 1)] },
    block: same('blockId'),
  },
  document_kind: { key: same('key') },
  print_form: { form: same('form') },
  document_kind_version: { kind: same('kindId'), number: beforeSlash('kindId') },
  substitution: {
    employee: same('employeeId'),
    substitute: same('substituteId'),
    pending: { column: 'begunAt', values: () => null },
    lent: { column: 'endedAt', values: () => null },
  },
  counterparty_check: { counterparty: same('counterpartyId') },
  counterparty: { innKpp: beforeSlash('inn'), inn: same('inn') },
  bank_account: {
    account: beforeSlash('account'),
    owner: { column: 'counterpartyId', values: (key) => (key === 'own' ? null : [key]) },
  },
  document: {
    sourceKey: same('sourceKey'),
    counterparty: same('counterpartyId'),
    parent: same('parentId'),
    ticket: same('id'),
  },
  document_line: { document: same('documentId') },
  attachment: { document: same('documentId'), sha256: same('sha256') },
  document_version: { document: same('documentId') },
  document_link: { document: same('documentId'), other: same('otherId') },
  key_date: { document: same('documentId') },
  obligation: { document: same('documentId') },
  protocol_item: { document: same('documentId') },
  approval: { document: same('documentId') },
  approval_task: {
    approval: same('approvalId'),
    document: same('documentId'),
    employee: same('employeeId'),
    asked: same('employeeId'),
  },
  decision: { approval: same('approvalId'), task: same('taskId'), document: same('documentId') },
  comment: { object: same('objectId') },
  history: { object: same('objectId') },
  conflict: { object: same('objectId') },
  snooze: { owner: same('ownerId'), item: { column: 'item', values: (key) => [key.slice(key.indexOf('/') + 1)] } },
  calendar_version: { year: same('year') },
  service_measure: { service: same('serviceId') },
  service_version: { service: same('serviceId'), version: beforeSlash('serviceId') },
  favourite: { owner: same('ownerId'), one: beforeSlash('ownerId') },
  vacation: { employee: same('employeeId'), ticket: same('ticketId') },
  vacation_grant: { employee: same('employeeId') },
  counter: { name: same('name') },
  ticket: {
    service: same('serviceId'),
    requester: same('requesterId'),
    assigned: same('assigneeId'),
    openQueue: same('queueId'),
  },
  recurring_ticket: { living: { column: 'archivedAt', values: () => null } },
  ticket_event: { ticket: same('ticketId') },
  ticket_note: { ticket: same('ticketId') },
  ticket_task: { ticket: same('ticketId'), asked: same('employeeId') },
  ticket_link: { ticket: same('ticketId'), other: same('otherId') },
  saved_view: { owner: beforeSlash('ownerId') },
};

/** Throws when a key has no column: a mistake of the program, never of a person. */
export function lookupOf(entity: EntityName, index: string): Lookup {
  const found = lookups[entity]?.[index];
  if (!found) throw new Error(`no lookup for ${entity}.${index}`);
  return found;
}
