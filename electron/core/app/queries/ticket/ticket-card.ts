import { actingHere } from '#electron/core/app/queries/approval/acting-here.ts';
import { nameOf } from '#electron/core/app/queries/names.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { storedOf } from '#electron/core/app/queries/rows-of.ts';
import { deskOf, linksOf, othersOf, tasksOf, vacationOf } from '#electron/core/app/queries/ticket/card-parts.ts';
import { clocksOf } from '#electron/core/app/queries/ticket/clock-view.ts';
import { holderOf } from '#electron/core/app/queries/ticket/holder.ts';
import { namesIn } from '#electron/core/app/queries/ticket/names-in.ts';
import { minutesBetween } from '#electron/core/app/queries/ticket/pinned-times.ts';
import { type Telling, tellingOf } from '#electron/core/app/queries/ticket/queue-rows.ts';
import { rightsOf } from '#electron/core/app/queries/ticket/rights.ts';
import { lastRounds } from '#electron/core/app/queries/ticket/rounds.ts';
import { segmentsOf } from '#electron/core/app/queries/ticket/segments.ts';
import { talkOf } from '#electron/core/app/queries/ticket/talk.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { valueTexts } from '#shared/domain/form/value-texts.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { TimeSpan } from '#shared/domain/service/clocks.ts';
import type { ServiceDefinition } from '#shared/domain/service/definition.ts';
import { minuteLength } from '#shared/lib/dates/local-time.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

type Card = NonNullable<QueryResult<'ticket.card'>>;

const agreedSql = `SELECT 1 FROM approval WHERE documentId = ? AND state = 'approved' LIMIT 1`;

/** Everything about one ticket; null when it is not on this workstation. */
export function ticketCard(
  db: Readable,
  { id }: QueryArgs<'ticket.card'>,
  deps: QueryDeps,
): QueryResult<'ticket.card'> {
  const ticket = storedOf(db, 'ticket', id)?.row;
  if (!ticket) return null;
  const telling = tellingOf(db, deps);
  const { staff, portal, terms, now } = telling;
  const definition = portal.definition(ticket.serviceId, ticket.serviceVersion);
  const acting = actingHere(db, deps, staff);
  const me = storedOf(db, 'employee', deps.userId)?.row ?? null;
  const promised = terms.of(id, JSON.stringify(ticket.sla));
  const clocks = clocksOf(ticket, promised, terms.times, now);
  const round = lastRounds(db, [id]).get(id) ?? null;
  const desk = deskOf(telling, ticket.queueId, acting);
  const vacation = vacationOf(telling, id);
  const values = definition ? valueTexts(definition.form, ticket.values) : [];
  const agreed = prepared(db, agreedSql).get(id) !== undefined;
  const queueName = portal.queues.get(ticket.queueId ?? '')?.name ?? null;
  const ofDesk = new Set([...desk.map((one) => one.id), ...(ticket.assigneeId ? [ticket.assigneeId] : [])]);
  return {
    ticket,
    service: serviceOf(telling, ticket),
    definition: definition ?? unknownDefinition,
    values,
    names: namesIn(db, ticket.values),
    requester: requesterOf(telling, ticket.requesterId, ticket.branchId),
    queueName,
    segments: segmentsOf(ticket, definition, round),
    holder: holderOf(ticket, { staff, portal, today: acting.today, round, resolution: clocks.resolution }),
    ...clocks,
    twoTimes: twoTimesOf(ticket, promised.spans),
    talk: talkOf(db, ticket, staff, ofDesk),
    tasks: tasksOf(telling, id, acting, new Set(me?.queueIds ?? [])),
    links: linksOf(telling, id),
    others: othersOf(telling, ticket),
    vacation,
    desk,
    watchers: ticket.watchers.map((one) => ({ id: one, fullName: staff.nameOf(one) ?? '' })),
    may: rightsOf(telling, ticket, { me, acting, round, agreed, vacation }),
  };
}

/** For a version that has not come to this workstation yet. */
const unknownDefinition: ServiceDefinition = {
  form: { sections: [] },
  titlePattern: '',
  routeId: null,
  queueId: null,
  assignment: { type: 'queue', employeeId: null, sameBranch: false, skill: null },
  slaPolicyId: null,
  priority: 'normal',
  stages: ['–'],
  audience: { branchIds: null, departmentIds: null, roles: null },
  tasks: [],
  effect: 'none',
  printTemplateId: null,
  closeAfterDays: 3,
};

const serviceOf = ({ portal }: Telling, { serviceId }: RowOf<'ticket'>): Card['service'] =>
  portal.services.get(serviceId) ?? { id: serviceId, name: '', icon: 'question', category: 'office' };

function requesterOf({ db, portal }: Telling, id: string, branchId: string): Card['requester'] {
  const person = storedOf(db, 'employee', id)?.row;
  const branch = portal.branches.get(person?.branchId ?? branchId);
  return {
    id,
    fullName: person?.fullName ?? '',
    position: person?.position ?? '',
    branchCity: branch?.city ?? '',
    departmentName: nameOf(db, 'department', person?.departmentId ?? null),
    zone: branch?.zone ?? '',
  };
}

/** So far apart the two times of a ticket are told. */
const apart = 5 * minuteLength;

/** When it happened and when the centre learned of it; `linkMinutes` is the working time between the two. */
function twoTimesOf(ticket: RowOf<'ticket'>, spans: readonly TimeSpan[]): Card['twoTimes'] {
  const { occurredAt, receivedAt, respondedAt } = ticket;
  if (receivedAt === null || receivedAt - occurredAt <= apart) return null;
  const linkMinutes = minutesBetween(spans, occurredAt, receivedAt);
  return { occurredAt, receivedAt, respondedAt, linkMinutes, spent: ticket.responseSpent };
}
