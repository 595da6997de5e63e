import { type Emitted, emit } from '#build/company/emitted.ts';
import type { Begun, Told } from '#build/company/portal/past/past-begun.ts';
import { coursePast, type PastCourse } from '#build/company/portal/past/past-course.ts';
import type { PastWish } from '#build/company/portal/past/past-plan.ts';
import { billOfPast, paperOfPast, ticketOfPast } from '#build/company/portal/past/past-rows.ts';
import { type PastWorld, pastValues } from '#build/company/portal/past/past-values.ts';
import type { PastCompany } from '#build/company/portal/past/past-world.ts';
import { createRandom } from '#build/company/random.ts';
import { formValues } from '#shared/domain/form/form-values.ts';
import { ticketTitle } from '#shared/domain/service/ticket-title.ts';
import { commandId, type Id } from '#shared/lib/ids.ts';

export interface PastOptions {
  seed: number;
  now: number;
  device: (employeeId: Id) => string | null;
  bill: PastWorld['bill'];
  /** Leaves out messages, and approvers who were not needed: many requests are made for measuring. */
  bulk: boolean;
}

/**
 * Requests that have ended, with their papers, rounds, logs and lines, as the product's own commands would have left them.
 * `numberOf`: what number the centre gave to the n-th of them.
 */
export function* pastRequests(
  company: PastCompany,
  wishes: readonly PastWish[],
  numberOf: (index: number) => string,
  options: PastOptions,
): Iterable<Emitted> {
  const random = createRandom(options.seed, 'past requests');
  const told: Told = {
    random,
    company,
    newId: (at) => commandId(at, random.bytes(10)),
    actor: (id) => ({ id, device: options.device(id) }),
    bulk: options.bulk,
  };
  for (const [index, wish] of wishes.entries()) yield* pastRequest(told, wish, numberOf(index), options);
}

function* pastRequest(told: Told, wish: PastWish, number: string, options: PastOptions): Iterable<Emitted> {
  const { random, company, newId } = told;
  const { service, requester, at, heard, date } = wish;
  const { definition } = service;
  const world: PastWorld = {
    random,
    date,
    requester: requester.id,
    colleague: random.pick(company.people).id,
    party: random.pick(company.parties).id,
    place: `${company.branch(requester.branchId).city}, каб. ${random.between(101, 418)}`,
    bill: options.bill,
  };
  const values = formValues(definition.form, pastValues[service.key]?.(world) ?? {});
  const title = ticketTitle(definition.titlePattern, definition.form, values, service.row.name);
  const id = newId(at);
  const device = options.device(requester.id);
  const request = { id, number, title, values, requester, service, at, heard, device, date };
  const paper = paperOfPast(request);
  const { pin, span } = company.timeOf(service, requester.branchId, heard);
  const files = 'bill' in values ? [billOfPast(request, newId(at), options.bill)] : [];
  const begun = { id, service, requester, at, heard, paper, files, span };
  const course = endedBy(told, begun, options.now);
  yield emit('ticket', ticketOfPast(request, course, { pin, span }));
  const { log, round, tasks } = course;
  yield emit('document', { ...paper, state: course.paper, approvalId: round?.round.id ?? null });
  for (const file of files) yield emit('attachment', file);
  for (const task of tasks) yield emit('ticket_task', task);
  for (const event of log.events) yield emit('ticket_event', event);
  if (round) {
    yield emit('document_version', round.version);
    yield emit('approval', round.round);
    for (const task of round.tasks) yield emit('approval_task', task);
    for (const decision of round.decisions) yield emit('decision', decision);
  }
  if (!options.bulk) for (const comment of log.comments) yield emit('comment', comment);
}

/** Courses that would not have ended yet are lived faster. */
function endedBy(told: Told, begun: Begun, now: number): PastCourse {
  for (let haste = 1; haste > 0.001; haste *= 0.6) {
    const course = coursePast(told, begun, { haste, now });
    if (course.endedAt <= now - 5_000) return course;
  }
  throw new Error(`a request of ${new Date(begun.at).toISOString()} cannot have ended`);
}
