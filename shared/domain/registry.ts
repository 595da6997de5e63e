import { approval } from '#shared/domain/approval/approval.ts';
import { approvalTask } from '#shared/domain/approval/approval-task.ts';
import { decision } from '#shared/domain/approval/decision.ts';
import { approvalRoute } from '#shared/domain/approval/route.ts';
import { attachment } from '#shared/domain/attachment.ts';
import { bankAccount } from '#shared/domain/bank-account.ts';
import { branch } from '#shared/domain/branch.ts';
import type { AnyRow } from '#shared/domain/change.ts';
import { comment } from '#shared/domain/comment.ts';
import { calendarVersion } from '#shared/domain/company/calendar-version.ts';
import { clause } from '#shared/domain/company/clause.ts';
import { counterpartyCheck } from '#shared/domain/company/counterparty-check.ts';
import { department } from '#shared/domain/company/department.ts';
import { fieldDefinition } from '#shared/domain/company/field-definition.ts';
import { importMapping } from '#shared/domain/company/import-mapping.ts';
import { printForm } from '#shared/domain/company/print-form.ts';
import { snooze } from '#shared/domain/company/snooze.ts';
import { substitution } from '#shared/domain/company/substitution.ts';
import { workingCalendar } from '#shared/domain/company/working-calendar.ts';
import { conflict } from '#shared/domain/conflict.ts';
import { documentLink } from '#shared/domain/contract/document-link.ts';
import { documentVersion } from '#shared/domain/contract/document-version.ts';
import { keyDate } from '#shared/domain/contract/key-date.ts';
import { obligation } from '#shared/domain/contract/obligation.ts';
import { protocolItem } from '#shared/domain/contract/protocol-item.ts';
import { counterparty } from '#shared/domain/counterparty.ts';
import { document } from '#shared/domain/document.ts';
import { documentLine } from '#shared/domain/document-line.ts';
import { employee } from '#shared/domain/employee.ts';
import type { Entity, Reference, RowOfFields } from '#shared/domain/entity.ts';
import { history } from '#shared/domain/history.ts';
import { documentKind, documentKindVersion } from '#shared/domain/kind/document-kind.ts';
import { organization } from '#shared/domain/organization.ts';
import { caseFile, journal, numberBlock, numberGap } from '#shared/domain/registration/journal.ts';
import { registration } from '#shared/domain/registration/registration.ts';
import { savedView } from '#shared/domain/saved-view.ts';
import { counter } from '#shared/domain/service/counter.ts';
import { article, cannedReply, favourite } from '#shared/domain/service/desk-words.ts';
import { queue } from '#shared/domain/service/queue.ts';
import { recurringTicket } from '#shared/domain/service/recurring-ticket.ts';
import { service, serviceVersion } from '#shared/domain/service/service.ts';
import { serviceMeasure } from '#shared/domain/service/service-measure.ts';
import { slaPolicy } from '#shared/domain/service/sla-policy.ts';
import { ticket } from '#shared/domain/service/ticket.ts';
import { ticketEvent } from '#shared/domain/service/ticket-event.ts';
import { ticketLink } from '#shared/domain/service/ticket-link.ts';
import { ticketNote } from '#shared/domain/service/ticket-note.ts';
import { ticketTask } from '#shared/domain/service/ticket-task.ts';
import { vacation, vacationGrant } from '#shared/domain/service/vacation.ts';

/** Every entity by its name. The order is the order of a download: what others point at comes first. */
export const entities = {
  organization,
  branch,
  department,
  employee,
  working_calendar: workingCalendar,
  field_definition: fieldDefinition,
  document_kind: documentKind,
  document_kind_version: documentKindVersion,
  journal,
  number_block: numberBlock,
  number_gap: numberGap,
  case_file: caseFile,
  approval_route: approvalRoute,
  substitution,
  clause,
  calendar_version: calendarVersion,
  sla_policy: slaPolicy,
  queue,
  service,
  service_version: serviceVersion,
  service_measure: serviceMeasure,
  canned_reply: cannedReply,
  article,
  favourite,
  vacation_grant: vacationGrant,
  vacation,
  counter,
  counterparty,
  bank_account: bankAccount,
  counterparty_check: counterpartyCheck,
  recurring_ticket: recurringTicket,
  ticket,
  ticket_event: ticketEvent,
  ticket_note: ticketNote,
  ticket_task: ticketTask,
  ticket_link: ticketLink,
  document,
  document_line: documentLine,
  registration,
  attachment,
  document_version: documentVersion,
  document_link: documentLink,
  key_date: keyDate,
  obligation,
  protocol_item: protocolItem,
  approval,
  approval_task: approvalTask,
  decision,
  comment,
  history,
  conflict,
  import_mapping: importMapping,
  print_form: printForm,
  saved_view: savedView,
  snooze,
} as const;

export type EntityName = keyof typeof entities;
export type RowOf<E extends EntityName> = (typeof entities)[E] extends Entity<infer F> ? RowOfFields<F> : never;

export const entityNames = Object.keys(entities) as EntityName[];

/** The entity in its general form, for code that works on any of them. */
export const entityOf = (name: string): Entity | undefined =>
  Object.hasOwn(entities, name) ? (entities[name as EntityName] as unknown as Entity) : undefined;

/** Scopes that a row has by itself, and the row it follows, if any. */
export function ownScopes(name: EntityName, row: AnyRow): { scopes: string[]; parent?: Reference } {
  const definition = entityOf(name) as Entity;
  const typed = row as RowOfFields<Record<string, never>>;
  const parent = definition.parent?.(typed);
  if (parent) return { scopes: definition.extraScopes?.(typed) ?? [], parent };
  return { scopes: definition.scopes?.(typed) ?? [] };
}
