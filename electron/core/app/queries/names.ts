import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';

/** Tables whose records other records point at, and what a record of each is called. */
const named = {
  counterparty: 'name',
  employee: 'fullName',
  branch: 'name',
  department: 'name',
  approval_route: 'name',
  journal: 'name',
  case_file: `"index" || ' ' || title`,
  queue: 'name',
  sla_policy: 'name',
  service: 'name',
  ticket: 'title',
  document: 'subject',
  attachment: 'name',
  document_kind: 'label',
  key_date: 'title',
  obligation: 'title',
  protocol_item: `clause || ' ' || title`,
  document_link: '(SELECT subject FROM document WHERE document.id = document_link.otherId)',
  /** Of a task one says who is asked. */
  approval_task: '(SELECT fullName FROM employee WHERE employee.id = approval_task.employeeId)',
} as const;
type Named = keyof typeof named;

/** Fields that hold the id of another record, or a list of ids. */
const pointers: Readonly<Record<string, readonly Named[]>> = {
  counterpartyId: ['counterparty'],
  possibleDuplicateOf: ['counterparty'],
  mergedIntoId: ['counterparty'],
  mergedFromId: ['counterparty'],
  distinctFromId: ['counterparty'],
  responsibleId: ['employee'],
  authorId: ['employee'],
  employeeId: ['employee'],
  employee: ['employee'],
  employees: ['employee'],
  participants: ['employee'],
  readers: ['employee'],
  kindId: ['document_kind'],
  ofId: ['attachment'],
  actorId: ['employee'],
  substituteId: ['employee'],
  headId: ['employee'],
  fromId: ['employee'],
  escalatedToId: ['employee'],
  doneById: ['employee'],
  createdById: ['employee'],
  branchId: ['branch'],
  branchAccess: ['branch'],
  departmentId: ['department'],
  journalId: ['journal'],
  caseFileId: ['case_file'],
  routeId: ['approval_route'],
  queueId: ['queue'],
  queueIds: ['queue'],
  lentQueueIds: ['queue'],
  serviceId: ['service'],
  serviceIds: ['service'],
  slaPolicyId: ['sla_policy'],
  leadId: ['employee'],
  requesterId: ['employee'],
  assigneeId: ['employee'],
  insteadOfId: ['employee'],
  watchers: ['employee'],
  ticketId: ['ticket'],
  taskId: ['approval_task'],
  // A contract's main contract, or the department above a department.
  parentId: ['document', 'department'],
  documentId: ['document'],
  otherId: ['document', 'counterparty'],
  intoId: ['counterparty', 'ticket'],
  /** What a merge takes in; of other orders it is the record they are about. */
  id: ['counterparty'],
  doneDocumentId: ['document'],
  attachmentId: ['attachment'],
  basedOnId: ['attachment'],
  oursAttachmentId: ['attachment'],
  theirsAttachmentId: ['attachment'],
  key_date: ['key_date'],
  obligation: ['obligation'],
  protocol_item: ['protocol_item'],
  document_link: ['document_link'],
};

/** Names of records by id; those that are not on this workstation are absent. */
export function namesOf(db: Readable, entity: Named, ids: Iterable<string | null | undefined>): Map<string, string> {
  const wanted = [...new Set(ids)].filter((id) => typeof id === 'string');
  if (wanted.length === 0) return new Map();
  const sql = `SELECT id, ${named[entity]} FROM ${entity} WHERE id IN (SELECT value FROM json_each(?))`;
  const rows = prepared(db, sql).raw().all(JSON.stringify(wanted)) as [string, string | null][];
  return new Map(rows.flatMap(([id, name]) => (name?.trim() ? [[id, name.trim()] as const] : [])));
}

export const nameOf = (db: Readable, entity: Named, id: string | null): string | null =>
  id === null ? null : (namesOf(db, entity, [id]).get(id) ?? null);

/** Names of everything that the values of pointing fields refer to, by id. */
export function namesBehind(
  db: Readable,
  values: Iterable<{ field: string; value: unknown }>,
): ReadonlyMap<string, string> {
  const wanted = new Map<Named, Set<string>>();
  for (const { field, value } of values) {
    const entities = Object.hasOwn(pointers, field) ? (pointers[field] ?? []) : [];
    for (const entity of entities) {
      const ids = wanted.get(entity) ?? new Set<string>();
      wanted.set(entity, ids);
      for (const id of Array.isArray(value) ? value : [value]) if (typeof id === 'string') ids.add(id);
    }
  }
  return new Map([...wanted].flatMap(([entity, ids]) => [...namesOf(db, entity, ids)]));
}

/** What a value is called: the name of the record it points at, the names of several; undefined when it is no such value. */
export function nameBehind(names: ReadonlyMap<string, string>, value: unknown): string | undefined {
  if (!Array.isArray(value)) return names.get(value as string);
  const found = value.flatMap((one) => names.get(one as string) ?? []);
  return found.length > 0 && found.length === value.length ? found.join(', ') : undefined;
}
