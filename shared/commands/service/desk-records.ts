import { z } from 'zod';
import { adminCommands } from '#shared/commands/company/admin-commands.ts';
import type { Reading } from '#shared/commands/reading.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import { Refusal } from '#shared/domain/error.ts';
import { article, cannedReply } from '#shared/domain/service/desk-words.ts';
import { nextOccurrence } from '#shared/domain/service/next-occurrence.ts';
import { queue } from '#shared/domain/service/queue.ts';
import { recurringTicket } from '#shared/domain/service/recurring-ticket.ts';
import { slaPolicy } from '#shared/domain/service/sla-policy.ts';
import { vacationGrant } from '#shared/domain/service/vacation.ts';
import { addDays } from '#shared/lib/dates/dates.ts';
import { localDate } from '#shared/lib/dates/local-time.ts';

const administrators = ['administrator'] as const;
/** Those who work at desks keep their replies, articles and recurring requests themselves. */
const desks = ['administrator', 'hr', 'it', 'accountant', 'manager', 'clerk', 'lawyer'] as const;
const filled = z.string().trim().min(1);

const queueForm = z.object({
  name: queue.fields.name.schema.pipe(filled),
  members: queue.fields.members.schema,
  leadId: queue.fields.leadId.schema,
  branchId: queue.fields.branchId.schema,
  schedule: queue.fields.schedule.schema,
  holidays: queue.fields.holidays.schema,
});

/** A desk and its members: they see its tickets from now on, and those who are not members any more do not. */
export const queueCommands = adminCommands(queueForm, {
  entity: 'queue',
  roles: administrators,
  made: (context) => ({ createdAt: context.occurredAt, archivedAt: null }),
  *check(tx, values, row) {
    if (values.members && values.members.length === 0)
      throw new Refusal('QUEUE_EMPTY', { queue: values.name ?? row?.name ?? '' });
    if (values.leadId) yield* tx.existing('employee', values.leadId);
    if (values.branchId) yield* tx.existing('branch', values.branchId);
  },
  *after(tx, row, before) {
    yield* letMembersIn(tx, row.id, row.members, before?.members ?? []);
  },
});

type Members = { employeeId: string }[];

function* letMembersIn(tx: Transaction, id: string, members: Members, before: Members): Reading<void> {
  const now = new Set(members.map((one) => one.employeeId));
  const changed = new Set([...now, ...before.map((one) => one.employeeId)]);
  for (const employeeId of changed) {
    const employee = yield* tx.existing('employee', employeeId);
    const others = (employee.queueIds ?? []).filter((one) => one !== id);
    const queueIds = now.has(employeeId) ? [...others, id] : others;
    if (queueIds.length !== (employee.queueIds ?? []).length) tx.patch('employee', employee, { queueIds });
  }
}

const policyForm = z.object({
  name: slaPolicy.fields.name.schema.pipe(filled),
  calendar: slaPolicy.fields.calendar.schema,
  targets: slaPolicy.fields.targets.schema,
  steps: slaPolicy.fields.steps.schema,
});

/** What desks promise. Tickets that have been made keep what they were promised. */
export const policyCommands = adminCommands(policyForm, {
  entity: 'sla_policy',
  roles: administrators,
  made: (context) => ({ version: 1, createdAt: context.occurredAt, archivedAt: null }),
  touched: (row) => ({ version: row.version + 1 }),
});

const replyForm = z.object({
  title: cannedReply.fields.title.schema.pipe(filled),
  text: cannedReply.fields.text.schema.pipe(filled),
  queueId: cannedReply.fields.queueId.schema,
  asks: cannedReply.fields.asks.schema,
  options: cannedReply.fields.options.schema,
  position: cannedReply.fields.position.schema,
});

export const replyCommands = adminCommands(replyForm, {
  entity: 'canned_reply',
  roles: desks,
  made: () => ({ archivedAt: null }),
});

const articleForm = z.object({
  title: article.fields.title.schema.pipe(filled),
  text: article.fields.text.schema.pipe(filled),
  keywords: article.fields.keywords.schema,
  serviceIds: article.fields.serviceIds.schema,
});

export const articleCommands = adminCommands(articleForm, {
  entity: 'article',
  roles: desks,
  made: (context) => ({
    authorId: context.userId,
    createdAt: context.occurredAt,
    updatedAt: context.occurredAt,
    archivedAt: null,
  }),
  touched: (_row, context) => ({ updatedAt: context.occurredAt }),
});

const recurringForm = z.object({
  title: recurringTicket.fields.title.schema.pipe(filled),
  serviceId: recurringTicket.fields.serviceId.schema,
  values: recurringTicket.fields.values.schema,
  requesterId: recurringTicket.fields.requesterId.schema,
  every: recurringTicket.fields.every.schema,
  day: recurringTicket.fields.day.schema.pipe(z.number().min(1).max(31)),
  workingDay: recurringTicket.fields.workingDay.schema,
  until: recurringTicket.fields.until.schema,
});

/** Requests that come by themselves. The first one is on the next day that fits. */
export const recurringCommands = adminCommands(recurringForm, {
  entity: 'recurring_ticket',
  roles: desks,
  made: (context, values) => ({
    nextOn: nextOccurrence(values.every, values.day, dayOf(context.occurredAt)),
    authorId: context.userId,
    createdAt: context.occurredAt,
    archivedAt: null,
  }),
  touched: (row, context) => ({ nextOn: nextOccurrence(row.every, row.day, dayOf(context.occurredAt)) }),
  *check(tx, values) {
    if (values.serviceId) yield* tx.existing('service', values.serviceId);
    if (values.requesterId) yield* tx.existing('employee', values.requesterId);
  },
});

/** The day it is in UTC: at worst the first request is a day early for the east. */
const dayOf = (instant: number): string => localDate([], instant);

const grantForm = z.object({
  employeeId: vacationGrant.fields.employeeId.schema,
  from: vacationGrant.fields.from.schema,
  days: vacationGrant.fields.days.schema.pipe(z.number().min(-366).max(366)),
  note: vacationGrant.fields.note.schema,
});

/** Days of vacation that somebody has earned: entered by HR for each working year. */
export const grantCommands = adminCommands(grantForm, {
  entity: 'vacation_grant',
  roles: ['administrator', 'hr'],
  made: (context) => ({ createdById: context.userId, createdAt: context.occurredAt, archivedAt: null }),
  *check(tx, values) {
    if (values.employeeId) yield* tx.existing('employee', values.employeeId);
    if (values.from && values.from > addDays('2100-01-01', 0)) throw new Refusal('BAD_PERIOD', {});
  },
});
