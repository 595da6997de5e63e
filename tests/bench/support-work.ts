import type { Writable } from '#electron/core/store/handle.ts';
import { readRow } from '#electron/core/store/rows/read.ts';
import { insertRow, writeRow } from '#electron/core/store/rows/write.ts';
import { newTask } from '#shared/commands/approval/submit.ts';
import { contentOf, hashSpec } from '#shared/domain/approval/content-hash.ts';
import type { RouteStep } from '#shared/domain/approval/route.ts';
import type { EntityName, RowOf } from '#shared/domain/registry.ts';
import { someDocuments } from './support-station.ts';

const minute = 60_000;
let made = 0;
const newId = (): string => {
  made += 1;
  return `0199aaaa-0000-8000-8000-${made.toString(16).padStart(12, '0')}`;
};

interface Asked {
  documentId: string;
  employeeId: string;
  kind: RouteStep['kind'];
  state: RowOf<'approval_task'>['state'];
  now: number;
}

/** A round in which somebody is asked, as the centre would have sent it. */
function askFor(db: Writable, { documentId, employeeId, kind, state, now }: Asked): void {
  const document = readRow(db, 'document', documentId) as RowOf<'document'>;
  const content = contentOf(document, []);
  const id = newId();
  const step: RouteStep = {
    key: 'law',
    name: 'Юридический отдел',
    kind,
    mode: 'all',
    quorum: null,
    members: [{ type: 'employee', employeeId }],
    conditions: [],
    deadlineMinutes: 480,
    escalateTo: null,
  };
  const running = state === 'active';
  const [purpose, startedAt] = [
    kind === 'acknowledge' ? 'acknowledgement' : 'approval',
    now - (made % 900) * minute,
  ] as const;
  put(db, 'approval', {
    id,
    documentId,
    purpose,
    routeId: null,
    routeName: 'Договоры',
    routeVersion: 1,
    steps: [step, { ...step, key: 'boss', name: 'Директор' }],
    round: 1,
    authorId: document.authorId,
    note: 'Прошу согласовать',
    state: running ? 'running' : 'approved',
    hash: content.hash,
    versionNumber: 1,
    currentStep: running ? 0 : 2,
    startedAt,
    finishedAt: running ? null : now,
  });
  if (purpose === 'approval')
    writeRow(db, 'document', { ...document, approvalId: id, state: running ? 'approve' : 'sign' }, 7, 7);
  put(db, 'document_version', {
    id: newId(),
    documentId,
    number: 1,
    hash: content.hash,
    hashSpec,
    content: content.content,
    files: [],
    note: null,
    authorId: document.authorId,
    occurredAt: startedAt,
    receivedAt: startedAt,
  });
  const place = { approvalId: id, documentId, step: 0, position: 0, kind, employeeId };
  const dueAt = startedAt + 600 * minute;
  put(db, 'approval_task', { ...newTask, ...place, id: newId(), state, activeSince: startedAt, dueAt });
}

export interface Wanted {
  me: string;
  others: readonly string[];
  /** How many items wait for the person. */
  items: number;
  now: number;
}

/** What waits for one person, among the work of everybody else: rounds that are over, open ones, days, discussions. */
export function fillWork(db: Writable, { me, others, items, now }: Wanted): void {
  const [tasks, readings, dates] = [Math.round(items * 0.8), Math.round(items * 0.08), Math.round(items * 0.06)];
  const mentions = items - tasks - readings - dates;
  const noise = items * 20;
  const ids = someDocuments(db, items + noise);
  const colleague = (n: number): string => others[n % others.length] as string;
  db.transaction(() => {
    for (const [n, documentId] of ids.entries()) {
      const own = n < items;
      const employeeId = own ? me : colleague(n);
      const ask = { documentId, employeeId, now } as const;
      if (n < tasks || n >= items + noise / 2) {
        askFor(db, { ...ask, kind: 'approve', state: own || n % 4 === 0 ? 'active' : 'done' });
      } else if (n < tasks + readings) askFor(db, { ...ask, kind: 'acknowledge', state: 'active' });
      else if (n < tasks + readings + dates || n % 4 === 0) putKeyDate(db, documentId, employeeId, now, n);
      else putComment(db, documentId, own ? me : n % 4 === 1 ? colleague(n) : null, colleague(n + 1), now - n * minute);
    }
  }).immediate();
  if (mentions <= 0) throw new Error('too few items');
}

function putKeyDate(db: Writable, documentId: string, responsibleId: string, now: number, n: number): void {
  // Nobody is reminded of a contract that is over.
  writeRow(db, 'document', { ...(readRow(db, 'document', documentId) as RowOf<'document'>), state: 'perform' }, 7, 7);
  put(db, 'key_date', {
    id: newId(),
    documentId,
    kind: 'notice',
    title: '',
    date: new Date(now + (n % 40) * 86_400_000 - 5 * 86_400_000).toISOString().slice(0, 10),
    remindDays: [60, 30],
    responsibleId,
    createdAt: now,
    doneAt: null,
    doneById: null,
    archivedAt: null,
  });
}

function putComment(db: Writable, objectId: string, called: string | null, authorId: string, at: number): void {
  const text = 'Посмотрите, пожалуйста, пункт об ответственности: сроки не сходятся с графиком поставок';
  const mentions = called === null ? [] : [called];
  const about = { objectEntity: 'document', objectId } as const;
  put(db, 'comment', { ...about, id: newId(), authorId, text, occurredAt: at, receivedAt: at, mentions });
}

const put = <E extends EntityName>(db: Writable, entity: E, row: RowOf<E>): void => insertRow(db, entity, row, 7, 7);
