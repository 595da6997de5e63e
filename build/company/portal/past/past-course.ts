import type { Begun, Told } from '#build/company/portal/past/past-begun.ts';
import { type Actor, delay, PastLog } from '#build/company/portal/past/past-log.ts';
import { type PastRound, roundOf } from '#build/company/portal/past/past-round.ts';
import { pastServices } from '#build/company/portal/past/past-services.ts';
import type { KnownService, PastCompany } from '#build/company/portal/past/past-world.ts';
import type { Random } from '#build/company/random.ts';
import { unopened } from '#shared/commands/service/plan-tasks.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { instantOf, localDate } from '#shared/lib/dates/local-time.ts';
import type { Id } from '#shared/lib/ids.ts';
import { addWorkingDays } from '#shared/lib/working-time/working-days.ts';
import { addWorkingMinutes } from '#shared/lib/working-time/working-minutes.ts';

/** What became of a request that has ended, by its log. */
export interface PastCourse {
  log: PastLog;
  round: PastRound | null;
  tasks: RowOf<'ticket_task'>[];
  outcome: Partial<RowOf<'ticket'>> & Pick<RowOf<'ticket'>, 'state' | 'since'>;
  /** State of its paper. */
  paper: RowOf<'document'>['state'];
  endedAt: number;
}

const centre: Actor = { id: 'centre', device: null };
const replies = ['Принято, займусь сегодня.', 'Смотрю.', 'Взял в работу.', 'Вижу, скоро вернусь с ответом.'];
const solved = [
  'Сделано, проверьте, пожалуйста.',
  'Готово.',
  'Исправлено.',
  'Готово, файл приложен.',
  'Выдано под подпись.',
];
const praise = ['Спасибо!', 'Быстро, спасибо.', 'Всё хорошо.', null, null, null, null];
const blame = ['Долго.', 'Пришлось напоминать.', 'Со второго раза.', null];

/** Lets a request live to its end: as long as such requests usually take, some much longer; `haste` shortens everything. */
export function coursePast(told: Told, begun: Begun, { haste, now }: { haste: number; now: number }): PastCourse {
  const { random, company, actor } = told;
  const { service, requester, heard, span } = begun;
  const { definition } = service;
  const usual = pastServices[service.key] ?? { begin: 60, work: 240, shares: [1] };
  const log = new PastLog(begun.id, told.newId);
  const asker = actor(requester.id);
  const after = (at: number, median: number): number =>
    addWorkingMinutes(span.time, at, around(random, median * haste)) + 7_000;
  const simple = definition.tasks.length === 0;
  const result = { log, round: null as PastRound | null, tasks: [] as RowOf<'ticket_task'>[] };

  const round = roundOf(told, begun, (at) => after(at, 100), simple);
  log.add('created', asker, begun.at, { approval: round !== null, serviceVersion: 1 }, heard);
  let at = heard;
  let mover = asker;
  let known = heard;
  if (round) {
    result.round = round;
    at = round.endedAt;
    mover = actor(round.endedBy);
    if (round.refusal !== null) {
      known = log.add('rejected', mover, at, { text: round.refusal, byId: mover.id });
      return { ...result, ...over('rejected', known, { solution: round.refusal }), paper: 'refused' };
    }
    known = log.add('approved', mover, at);
  }
  const worker = actor(chooseWorker(random, company, service, requester));
  const waits = definition.assignment.type === 'queue';
  const assigneeId = waits ? null : worker.id;
  const queued = { queueId: service.queue.id, assigneeId, insteadOfId: null, reason: waits ? 'queue' : 'rule' };
  // The same command that made or agreed to it brings it to its desk.
  log.add('queued', mover, round ? at : begun.at, queued, known);
  let assignedAt = known;
  at = after(known, usual.begin);
  if (waits) {
    assignedAt = log.add('taken', worker, at, { assigneeId: worker.id });
    at = after(at, 9);
  }
  const held = { assigneeId: worker.id, assignedAt };
  if (simple && random.chance(0.025)) {
    known = log.add('cancelled', asker, at, { text: 'Уже не нужно.' });
    return { ...result, ...over('cancelled', known, { ...held, solution: 'Уже не нужно.' }), paper: 'void' };
  }
  if (simple && random.chance(0.025)) {
    const text = 'Это делает другая служба, заведите, пожалуйста, заявку туда.';
    known = log.add('declined', worker, at, { text });
    return { ...result, ...over('declined', known, { ...held, solution: text }), paper: 'refused' };
  }
  if (random.chance(0.7)) {
    log.say('replied', worker, at, random.pick(replies));
    at = after(at, 4);
  }
  const work = around(random, usual.work * haste);
  for (const [stage, share] of usual.shares.entries()) {
    if (stage > 0) log.add('stage_moved', worker, at, { stage, from: stage - 1 });
    if (stage === 0 && random.chance(0.17)) at = asked(at);
    if (stage === 0) at = tasksDone(at, work * share);
    at = addWorkingMinutes(span.time, at + 60_000, Math.max(1, Math.round(work * share))) + 4_000;
  }
  let loggedMinutes = 0;
  if (service.key.startsWith('it_') || service.key === 'equipment') {
    loggedMinutes = random.chance(0.5) ? random.between(1, 18) * 5 : 0;
    if (loggedMinutes > 0) log.add('time_logged', worker, at, { minutes: loggedMinutes, note: null });
    at += 60_000;
  }
  let solution = random.pick(solved);
  let resolvedAt = resolve();
  let reopened = 0;
  if (random.chance(0.045)) {
    reopened = 1;
    at = after(resolvedAt, 160);
    log.add('reopened', asker, at, { text: 'Не помогло, посмотрите ещё раз.' });
    at = after(at, usual.work / 2);
    solution = 'Переделали, теперь всё на месте.';
    resolvedAt = resolve();
  }
  const done = { ...held, solution, resolvedAt, reopened, loggedMinutes, stage: usual.shares.length - 1 };
  const silent = instantOf(
    span.time.offsets,
    addWorkingDays(span.time, localDate(span.time.offsets, resolvedAt), definition.closeAfterDays),
    18 * 60,
  );
  at = after(resolvedAt, 200);
  if ((random.chance(0.35) && silent < now - 60_000) || at >= silent) {
    known = log.add('confirmed', centre, silent, { silent: true });
    return { ...result, ...over('closed', known, done), paper: 'done' };
  }
  known = log.add('confirmed', asker, at);
  const late = work > usual.work * 2.2 || reopened > 0;
  const rating = random.chance(0.7) ? random.weighted(late ? lateRatings : ratings) : null;
  const ratingComment = rating === null ? null : random.pick(rating > 3 ? praise : blame);
  if (rating !== null) log.add('rated', asker, at, { rating, comment: ratingComment }, known);
  return { ...result, ...over('closed', known, { ...done, rating, ratingComment }), paper: 'done' };

  function resolve(): number {
    log.say('replied', worker, at, solution);
    return log.add('resolved', worker, at);
  }

  function asked(from: number): number {
    log.say('asked', worker, from, 'Уточните, пожалуйста, к какому сроку и для кого.');
    const answered = after(from + delay, 210);
    log.say('answered', asker, answered, 'К концу недели, для меня.');
    return answered + 60_000;
  }

  /** Lines of the checklist in their order, each by somebody of its desk. */
  function tasksDone(from: number, minutes: number): number {
    const opened = known;
    const doneAt = new Map<string, number>();
    let moment = from;
    for (const [
      position,
      { key, title, queueId, employeeId, after: earlier, minutes: allowed },
    ] of definition.tasks.entries()) {
      const openedAt = Math.max(opened, ...earlier.map((one) => doneAt.get(one) ?? opened));
      moment = addWorkingMinutes(
        span.time,
        moment + 60_000,
        Math.max(3, Math.round(minutes / definition.tasks.length)),
      );
      const id = told.newId(opened);
      const doer = actor(company.memberOf(queueId) ?? worker.id);
      const settled = log.add('task_done', doer, moment, { taskId: id, title, note: null });
      doneAt.set(key, settled);
      const dueAt = allowed === null ? null : addWorkingMinutes(span.time, openedAt, allowed);
      const plan = { ticketId: begun.id, position, key, title, queueId, employeeId, after: earlier, minutes: allowed };
      const end = { state: 'done' as const, openedAt, dueAt, doneById: doer.id, doneAt: settled };
      result.tasks.push({ ...unopened, ...plan, ...end, id });
    }
    return moment + 60_000;
  }
}

const ratings = [
  [5, 62],
  [4, 27],
  [3, 8],
  [2, 2],
  [1, 1],
] as const;
const lateRatings = [
  [5, 18],
  [4, 30],
  [3, 30],
  [2, 14],
  [1, 8],
] as const;

const over = (state: RowOf<'ticket'>['state'], at: number, more: Partial<RowOf<'ticket'>>) => ({
  outcome: { ...more, state, since: at, closedAt: at },
  endedAt: at,
});

/** Minutes about a median, a few of them many times as long. */
const around = (random: Random, median: number): number => {
  const bell = random.next() + random.next() + random.next() + random.next() - 2;
  return Math.max(2, Math.round(median * Math.exp(bell * 1.35)));
};

function chooseWorker(
  random: Random,
  company: PastCompany,
  { definition, queue }: KnownService,
  requester: RowOf<'employee'>,
): Id {
  const { skill, sameBranch } = definition.assignment;
  const able = queue.members.filter((one) => skill === null || one.skills.includes(skill));
  const near = sameBranch ? able.filter((one) => company.person(one.employeeId).branchId === requester.branchId) : [];
  return random.pick(near.length > 0 ? near : able).employeeId;
}
