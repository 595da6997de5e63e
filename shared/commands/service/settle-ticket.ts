import type { Context } from '#shared/commands/command.ts';
import type { Reading } from '#shared/commands/reading.ts';
import { happen, nowOf } from '#shared/commands/service/log.ts';
import { measure } from '#shared/commands/service/measure.ts';
import { pinnedNow, repinned, spansOf } from '#shared/commands/service/pinned-time.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { type Clock, foldClocks, type Phase, type TicketClocks, type TimeSpan } from '#shared/domain/service/clocks.ts';
import { inLaneOrder } from '#shared/domain/service/lane-order.ts';
import { isOpen, type TicketState } from '#shared/domain/service/ticket.ts';
import { sameValue } from '#shared/lib/canonical.ts';
import { instantOf, localDate } from '#shared/lib/dates/local-time.ts';
import { addWorkingDays } from '#shared/lib/working-time/working-days.ts';
import { addWorkingMinutes } from '#shared/lib/working-time/working-minutes.ts';

/** Works the clocks of a ticket out anew from its log, and writes what has changed. */
export function* settleTicket(tx: Transaction, context: Context, id: string): Reading<void> {
  yield* keepTime(tx, context, yield* tx.existing('ticket', id));
  const row = yield* tx.existing('ticket', id);
  const standing = yield* standingOf(tx, row, nowOf(context));
  const patch = { ...measured(row, standing.clocks), checkAt: yield* nextCheck(tx, row, standing) };
  const changed = Object.entries(patch).filter(
    ([name, value]) => !sameValue((row as Record<string, unknown>)[name], value),
  );
  if (changed.length > 0) tx.patch('ticket', row, Object.fromEntries(changed) as Partial<RowOf<'ticket'>>);
  const { approval, queue, work, waiting } = standing.clocks.minutes;
  if (row.state === 'resolved' && row.resolvedAt === nowOf(context))
    yield* measure(tx, context, row.serviceId, approval + queue + work + waiting);
}

/** Where a ticket is, as the phases of its log name it. */
const phases: Partial<Record<TicketState, Phase>> = {
  approval: 'approval',
  open: 'queue',
  working: 'work',
  waiting: 'waiting',
};

/** The clocks of a ticket at an instant, with what they were worked out from. Its row says where it is: deeds were taken in that order. */
export function* standingOf(tx: Transaction, row: RowOf<'ticket'>, now: number): Reading<Standing> {
  const events = yield* tx.list('ticket_event', 'ticket', row.id, 5_000);
  const spans = yield* spansOf(tx, row.sla?.times ?? []);
  const terms = { responseMinutes: row.sla?.response ?? null, resolutionMinutes: row.sla?.resolution ?? null };
  const clocks = foldClocks(inLaneOrder(events), terms, spans, now, phases[row.state] ?? 'ended');
  return { events, clocks, spans, now };
}

/** What the lists show without looking into the log. */
function measured(row: RowOf<'ticket'>, { response, resolution, minutes, stages }: TicketClocks) {
  const responseDueAt = due(response);
  const resolutionDueAt = due(resolution);
  const running = [responseDueAt, resolutionDueAt].filter((one) => one !== null);
  return {
    responseDueAt,
    respondedAt: response.stoppedAt,
    responseSpent: response.startedAt === null ? null : response.spent,
    responseLived: response.startedAt === null ? null : response.lived,
    responseLate: response.late,
    resolutionDueAt,
    resolutionSpent: resolution.startedAt === null ? null : resolution.spent,
    resolutionLived: resolution.startedAt === null ? null : resolution.lived,
    resolutionLate: resolution.late,
    breaksAt: isOpen(row.state) && running.length > 0 ? Math.min(...running) : null,
    approvalMinutes: minutes.approval,
    queueMinutes: minutes.queue,
    workMinutes: minutes.work,
    waitingMinutes: minutes.waiting,
    stageMinutes: stages,
  };
}

const due = (clock: Clock): number | null => (clock.state === 'running' ? clock.dueAt : null);

export interface Standing {
  events: readonly RowOf<'ticket_event'>[];
  clocks: TicketClocks;
  spans: readonly TimeSpan[];
  now: number;
}

/** When the centre looks again by itself: the next step of the escalation, or the silent close of what was resolved. */
function* nextCheck(
  tx: Transaction,
  row: RowOf<'ticket'>,
  { events, clocks, spans, now }: Standing,
): Reading<number | null> {
  const time = spans.at(-1)?.time;
  if (!time) return null;
  if (row.state === 'resolved' && row.resolvedAt !== null) {
    const version = yield* tx.byKey('service_version', 'version', `${row.serviceId}/${row.serviceVersion}`);
    const day = addWorkingDays(time, localDate(time.offsets, row.resolvedAt), version?.definition.closeAfterDays ?? 3);
    return instantOf(time.offsets, day, 18 * 60);
  }
  if (!isOpen(row.state)) return null;
  const taken = new Set(events.filter((one) => one.kind === 'escalated').map((one) => one.data['step']));
  const instants = (row.sla?.steps ?? []).flatMap((step, index) => {
    const clock = clocks[step.of];
    if (taken.has(index) || clock.state !== 'running' || clock.target === null || clock.dueAt === null) return [];
    return [stepAt(clock, clock.target, step.at, time, now)];
  });
  return instants.length > 0 ? Math.min(...instants) : null;
}

/** The instant at which a running clock has used so many percent of its target. */
function stepAt(clock: Clock, target: number, percent: number, time: TimeSpan['time'], now: number): number {
  const left = Math.ceil((target * percent) / 100) - clock.spent;
  return left <= 0 ? now : addWorkingMinutes(time, now, left);
}

/** A calendar or a schedule that has changed since counts from now on, and the log says so: nothing that has passed is counted anew. */
function* keepTime(tx: Transaction, context: Context, row: RowOf<'ticket'>): Reading<void> {
  if (!row.sla || !isOpen(row.state)) return;
  const policy = row.sla.policyId ? yield* tx.get('sla_policy', row.sla.policyId) : null;
  const calendar = policy && typeof policy !== 'string' ? policy.calendar : 'requester';
  const found = row.queueId ? yield* tx.get('queue', row.queueId) : null;
  const queue = found && typeof found !== 'string' ? found : null;
  const at = nowOf(context);
  const pinned = yield* pinnedNow(tx, calendar, { branchId: row.branchId, queue, madeAt: row.occurredAt }, at);
  const next = repinned(row.sla.times, pinned, at);
  if (!next) return;
  tx.patch('ticket', row, { sla: { ...row.sla, times: next.times } });
  if (next.isNews) happen(tx, context, row.id, 'clock_changed', { before: row.resolutionDueAt, cause: 'calendar' });
}
