import type { Writable } from '#electron/core/store/handle.ts';
import { readRow } from '#electron/core/store/rows/read.ts';
import { insertRow, writeRow } from '#electron/core/store/rows/write.ts';
import type { RouteStep } from '#shared/domain/approval/route.ts';
import type { EntityName, RowOf } from '#shared/domain/registry.ts';
import type { ServiceDefinition } from '#shared/domain/service/definition.ts';
import type { TicketSla } from '#shared/domain/service/ticket.ts';
import type { TicketEventKind } from '#shared/domain/service/ticket-event.ts';
import { seededRandom } from './support-search-corpus.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const hex = (n: number): string => n.toString(16).padStart(12, '0');
const idOf = (kind: number, n: number): string => `0199bbbb-000${kind}-8000-8000-${hex(n)}`;
const put = <E extends EntityName>(db: Writable, entity: E, row: RowOf<E>): void => insertRow(db, entity, row, 7, 7);

const serviceNames = [
  'Отпуск',
  'Справка о доходах',
  'Закупка',
  'Оплата счёта',
  'Доступ к системе',
  'Оборудование',
  'Копия документа',
  'Вопрос в ИТ',
];
const queueNames = ['Кадры', 'ИТ', 'Бухгалтерия', 'Закупки'];
const stages = [['Подготовка', 'Подпись'], ['В работе']];
const words = ['монитор', 'справку', 'доступ', 'отпуск', 'бумагу', 'пропуск', 'ноутбук', 'счёт', 'договор', 'перевод'];

export interface Portal {
  /** A member of the first two desks, with requests of their own. */
  me: string;
  tickets: number;
  open: number;
  events: number;
}

/** A portal of a year: `count` tickets with their log, papers, rounds of approval and lines of checklists, one in twelve open. */
export function fillPortal(db: Writable, people: readonly RowOf<'employee'>[], count: number, now: number): Portal {
  const random = seededRandom(7);
  const [me] = people;
  if (!me) throw new Error('nobody works here');
  const made = { me: me.id, tickets: count, open: 0, events: 0 };
  db.transaction(() => {
    const queues = setUp(db, people, now);
    const branches = db.prepare('SELECT id FROM branch ORDER BY position').pluck().all() as string[];
    const slas = branches.map((id) => slaOf(readRow(db, 'branch', id) as RowOf<'branch'>, calendars(db)));
    for (let n = 0; n < count; n += 1) {
      const requester = people[Math.floor(random() * people.length)] as RowOf<'employee'>;
      const sla = slas[branches.indexOf(requester.branchId)] ?? (slas[0] as TicketSla);
      const open = random() < 1 / 12;
      const desk = queues[n % queues.length] as RowOf<'queue'>;
      const worker = desk.members[Math.floor(random() * desk.members.length)]?.employeeId ?? me.id;
      const row = ticketOf(n, { requester, sla, open, desk, worker, now, random });
      put(db, 'ticket', row);
      made.open += open ? 1 : 0;
      made.events += putLog(db, row, worker, random);
      if (n % 3 === 0) putRound(db, row, people[(n * 7) % people.length] as RowOf<'employee'>);
      if (n % 40 === 0) putTask(db, row, desk.id, open);
    }
  }).immediate();
  return made;
}

function setUp(db: Writable, people: readonly RowOf<'employee'>[], now: number): RowOf<'queue'>[] {
  const queues = queueNames.map((name, n): RowOf<'queue'> => {
    const members = [people[0], ...people.slice(1 + n * 8, 9 + n * 8)].slice(n < 2 ? 0 : 1);
    return {
      id: idOf(1, n),
      name,
      members: members.flatMap((one) => (one ? [{ employeeId: one.id, skills: [], limit: 20 }] : [])),
      leadId: null,
      branchId: null,
      schedule: null,
      holidays: 'standard',
      createdAt: now,
      archivedAt: null,
    };
  });
  for (const queue of queues) put(db, 'queue', queue);
  const [me] = people;
  if (me) writeRow(db, 'employee', { ...me, queueIds: [idOf(1, 0), idOf(1, 1)] }, 8, 8);
  for (const [n, name] of serviceNames.entries()) {
    const card = {
      name,
      description: '',
      category: 'people',
      icon: 'question',
      position: n,
      publishedVersion: 1,
    } as const;
    const times = { publishedAt: now, createdAt: now, archivedAt: null, authorId: idOf(9, 0) };
    put(db, 'service', { ...card, ...times, id: idOf(2, n), keywords: [], draft: null });
    const version = { serviceId: idOf(2, n), version: 1, authorId: idOf(9, 0), publishedAt: now, note: '' };
    put(db, 'service_version', { ...version, id: idOf(3, n), definition: definitionOf(n) });
  }
  return queues;
}

const definitionOf = (n: number): ServiceDefinition => ({
  form: { sections: [] },
  titlePattern: '',
  routeId: null,
  queueId: idOf(1, n % queueNames.length),
  assignment: { type: 'queue', employeeId: null, sameBranch: false, skill: null },
  slaPolicyId: null,
  priority: 'normal',
  stages: stages[n % stages.length] as string[],
  audience: { branchIds: null, departmentIds: null, roles: null },
  tasks: [],
  effect: 'none',
  printTemplateId: null,
  closeAfterDays: 3,
});

const calendars = (db: Writable): string[] =>
  db.prepare('SELECT id FROM working_calendar ORDER BY year').pluck().all() as string[];

const slaOf = (branch: RowOf<'branch'>, ids: string[]): TicketSla => ({
  policyId: idOf(4, 0),
  policyVersion: 1,
  response: 240,
  resolution: 960,
  times: [
    {
      from: null,
      offsets: branch.offsets,
      schedule: {
        days: [1, 2, 3, 4, 5],
        intervals: [
          [540, 780],
          [840, 1080],
        ],
      },
      calendars: ids,
    },
  ],
  steps: [{ of: 'resolution', at: 80, tell: 'lead', raisePriority: false }],
});

interface Given {
  requester: RowOf<'employee'>;
  sla: TicketSla;
  open: boolean;
  desk: RowOf<'queue'>;
  worker: string;
  now: number;
  random(): number;
}

function ticketOf(n: number, { requester, sla, open, desk, worker, now, random }: Given): RowOf<'ticket'> {
  const minutes = (most: number): number => Math.floor(random() ** 2 * most);
  const occurredAt = Math.floor(now - (open ? random() * 4 * day : 5 * day + random() * 360 * day));
  const [approvalMinutes, queueMinutes, workMinutes, waitingMinutes] = [
    n % 3 === 0 ? minutes(900) : 0,
    minutes(400),
    minutes(900),
    minutes(300),
  ];
  const took = (approvalMinutes + queueMinutes + workMinutes + waitingMinutes) * 4 * minute;
  const taken = random() < 0.8;
  const state = open
    ? n % 9 === 0
      ? 'approval'
      : n % 7 === 0
        ? 'waiting'
        : taken
          ? 'working'
          : 'open'
    : n % 20 === 0
      ? 'cancelled'
      : 'closed';
  const running = state === 'working' || state === 'open';
  const resolvedAt = state === 'closed' ? Math.min(now, occurredAt + took) : null;
  const dueAt = running ? Math.floor(occurredAt + random() * 5 * day) : null;
  const spent = queueMinutes + workMinutes;
  return {
    id: idOf(5, n),
    number: `З-${String(n).padStart(5, '0')}`,
    serviceId: idOf(2, n % serviceNames.length),
    serviceVersion: 1,
    title: `Прошу ${words[n % words.length]} и ${words[(n * 3) % words.length]} для кабинета ${n % 400}`,
    values: { why: 'Для работы отдела', sum: n * 100 },
    requesterId: requester.id,
    authorId: requester.id,
    branchId: requester.branchId,
    queueId: desk.id,
    assigneeId: state === 'open' || state === 'approval' ? null : worker,
    insteadOfId: null,
    state,
    priority: 'normal',
    stage: 0,
    watchers: [],
    participants: [],
    deskIds: [],
    question:
      state === 'waiting' ? { text: 'Какой?', options: [], askedById: worker, at: occurredAt, resubmit: false } : null,
    unread: false,
    solution: open ? null : 'Сделано',
    rating: open || n % 4 > 0 ? null : 1 + (n % 5),
    ratingComment: null,
    reopened: n % 50 === 0 ? 1 : 0,
    mergedIntoId: null,
    splitFromId: null,
    recurringId: null,
    loggedMinutes: n % 5 === 0 ? 15 : 0,
    sla,
    responseDueAt: running && !taken ? dueAt : null,
    respondedAt: taken ? occurredAt + 30 * minute : null,
    responseSpent: queueMinutes,
    responseLived: queueMinutes,
    responseLate: queueMinutes > 240 ? 'own' : n % 60 === 0 ? 'link' : null,
    resolutionDueAt: dueAt,
    resolutionSpent: spent,
    resolutionLived: spent,
    resolutionLate: spent > 960 ? 'own' : null,
    breaksAt: dueAt,
    checkAt: dueAt,
    escalated: 0,
    approvalMinutes,
    queueMinutes,
    workMinutes,
    waitingMinutes,
    stageMinutes: { 0: { queue: queueMinutes, work: workMinutes, waiting: waitingMinutes } },
    since: occurredAt,
    assignedAt: null,
    occurredAt,
    receivedAt: occurredAt + (n % 30 === 0 ? 3 * 60 * minute : 900),
    deviceName: 'bench',
    resolvedAt,
    closedAt: state === 'cancelled' ? occurredAt + took : resolvedAt,
  };
}

let logged = 0;

/** What the log of a ticket holds, and its paper. Returns how many entries there are. */
function putLog(db: Writable, row: RowOf<'ticket'>, worker: string, random: () => number): number {
  const kinds: TicketEventKind[] = [
    'created',
    'queued',
    'taken',
    'replied',
    ...(row.resolvedAt ? (['resolved', 'confirmed'] as const) : []),
  ];
  for (const [n, kind] of kinds.entries()) {
    const occurredAt = row.occurredAt + n * 40 * minute;
    const times = {
      occurredAt,
      receivedAt: occurredAt + Math.floor(random() * 2_000) + (row.receivedAt ?? 0) - row.occurredAt,
    };
    const actorId = n % 2 === 0 ? row.requesterId : worker;
    put(db, 'ticket_event', {
      ...times,
      id: idOf(6, logged),
      ticketId: row.id,
      kind,
      actorId,
      deviceName: 'bench',
      data: { assigneeId: worker },
    });
    logged += 1;
  }
  put(db, 'document', {
    id: row.id,
    kind: 'application',
    number: row.number,
    date: '2026-11-20',
    subject: row.title,
    counterpartyId: null,
    amount: null,
    vatAmount: null,
    currency: 'RUB',
    state: row.state === 'approval' ? 'approve' : 'perform',
    responsibleId: null,
    branchId: row.branchId,
    dueDate: null,
    note: null,
    labels: [],
    sourceKey: null,
    sourceFormat: null,
    authorId: row.requesterId,
    createdAt: row.occurredAt,
    receivedAt: row.receivedAt,
    deviceName: 'bench',
    archivedAt: null,
  });
  return kinds.length;
}

const step: RouteStep = {
  key: 'head',
  name: 'Руководитель',
  kind: 'approve',
  mode: 'all',
  quorum: null,
  members: [{ type: 'head' }],
  conditions: [],
  deadlineMinutes: 480,
  escalateTo: null,
};

function putRound(db: Writable, row: RowOf<'ticket'>, head: RowOf<'employee'>): void {
  const running = row.state === 'approval';
  const at = row.occurredAt;
  const about = { approvalId: row.id, documentId: row.id, employeeId: head.id };
  put(db, 'approval', {
    id: row.id,
    documentId: row.id,
    purpose: 'approval',
    routeId: null,
    routeName: 'Отпуск',
    routeVersion: 1,
    steps: [step],
    round: 1,
    authorId: row.requesterId,
    note: null,
    state: running ? 'running' : 'approved',
    hash: 'a'.repeat(64),
    versionNumber: 1,
    currentStep: running ? 0 : 1,
    startedAt: at,
    finishedAt: running ? null : at + row.approvalMinutes * minute,
  });
  put(db, 'approval_task', {
    ...about,
    id: row.id,
    step: 0,
    position: 0,
    kind: 'approve',
    origin: 'planned',
    fromId: null,
    comment: '',
    state: running ? 'active' : 'done',
    activeSince: at,
    dueAt: at + 2 * day,
    escalatedToId: null,
  });
  if (running) return;
  put(db, 'decision', {
    ...about,
    id: row.id,
    taskId: row.id,
    actorId: head.id,
    verdict: 'approve',
    comment: null,
    attachmentId: null,
    hash: 'a'.repeat(64),
    hashSpec: 1,
    versionNumber: 1,
    toStep: null,
    state: 'standing',
    occurredAt: at + row.approvalMinutes * minute,
    receivedAt: at + row.approvalMinutes * minute,
  });
}

const putTask = (db: Writable, row: RowOf<'ticket'>, queueId: string, open: boolean): void =>
  put(db, 'ticket_task', {
    id: row.id,
    ticketId: row.id,
    key: 'check',
    position: 0,
    title: 'Проверить',
    queueId,
    employeeId: null,
    after: [],
    minutes: 240,
    state: open ? 'open' : 'done',
    openedAt: row.occurredAt,
    dueAt: row.occurredAt + day,
    doneById: null,
    doneAt: null,
    note: null,
  });
