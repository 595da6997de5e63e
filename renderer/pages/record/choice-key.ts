import { printFormNames } from '#shared/domain/company/print-form.ts';
import { contractTypes, documentKinds, documentStates, originalStates, renewals } from '#shared/domain/document.ts';
import { roles } from '#shared/domain/employee.ts';
import { kindIcons } from '#shared/domain/kind/document-kind.ts';
import { gapReasons, journalPeriods } from '#shared/domain/registration/journal.ts';
import { priorities } from '#shared/domain/service/definition.ts';
import { serviceCategories, serviceIcons } from '#shared/domain/service/service.ts';
import { slaCalendars } from '#shared/domain/service/sla-policy.ts';
import { ticketLinkKinds } from '#shared/domain/service/ticket-link.ts';
import { vacationTypes } from '#shared/domain/service/vacation.ts';

/** Words of one list of codes: its namespace and what stands before and after the code. */
interface Words {
  codes: readonly string[];
  key: (code: string) => string;
}

const words = (codes: readonly string[], before: string, after = ''): Words => ({
  codes,
  key: (code) => `${before}${code}${after}`,
});

const documentKind = words(documentKinds, 'status:kind_');
const contractType = words(contractTypes, 'contract:', 'Type');
const verdict = words(['approve', 'remark', 'return', 'reject', 'sign', 'acknowledge'], 'values:verdict_');
const stepKind = words(['approve', 'sign', 'acknowledge'], 'values:task_');

/** Fields that hold a code of a list, by `kind of record.field`. */
const lists: Readonly<Record<string, Words>> = {
  'document.kind': documentKind,
  'document.state': words(documentStates, 'status:state_'),
  'document.contractType': contractType,
  'document.renewal': words(renewals, 'record:renewal_'),
  'document.originals': words(originalStates, 'contract:originals_'),
  'contract.to': words(['signed', 'registered', 'performing', 'completed', 'terminated'], 'values:contract_'),
  'counterparty.kind': words(['legal', 'entrepreneur', 'person', 'foreign'], 'status:party_'),
  'counterparty_check.result': words(['clear', 'risk', 'refused'], 'counterparties:result_'),
  'attachment.purpose': words(
    ['text', 'appendix', 'scan', 'markup', 'protocol', 'signature', 'authority'],
    'files:purpose_',
  ),
  'key_date.kind': words(['effective', 'notice', 'expiry', 'renewal', 'custom'], 'contract:keyDate_'),
  'key_date.keyDate': words(['effective', 'notice', 'expiry', 'renewal', 'custom'], 'contract:keyDate_'),
  'obligation.kind': words(['payment', 'delivery', 'report', 'other'], 'contract:', 'Obligation'),
  'obligation.side': words(['ours', 'theirs'], 'record:side_'),
  'obligation.state': words(['planned', 'done', 'cancelled'], 'record:obligation_'),
  'protocol_item.choice': words(['none', 'ours', 'theirs', 'own'], 'record:value_'),
  'protocol_item.state': words(['open', 'discussed', 'agreed'], 'record:value_'),
  'document_link.kind': words(
    ['related', 'basis', 'payment', 'closing', 'reply', 'appendix', 'replaces'],
    'contract:linkKind_',
  ),
  'employee.roles': words(roles, 'session:role_'),
  'employee.state': words(['active', 'blocked'], 'values:employee_'),
  'document_kind.base': documentKind,
  'document_kind.createRoles': words(roles, 'session:role_'),
  'document_kind.editRoles': words(roles, 'session:role_'),
  'journal.kinds': documentKind,
  'journal.period': words(journalPeriods, 'record:period_'),
  'number_gap.reason': words(gapReasons, 'record:', 'Gap'),
  'number.reason': words(gapReasons, 'record:', 'Gap'),
  'document_kind.icon': words(kindIcons, 'record:kindIcon_'),
  'field_definition.kinds': documentKind,
  'template.kinds': documentKind,
  'document.templateKinds': documentKind,
  'print_form.form': words(printFormNames, 'print:form_'),
  'field_definition.type': words(['text', 'number', 'money', 'date', 'flag', 'choice'], 'admin:type_'),
  'substitution.kinds': words(
    ['approval', 'signing', 'acknowledgement', 'key_dates', 'tickets', 'queues'],
    'substitution:kind_',
  ),
  'decision.verdict': verdict,
  'decision.state': words(['sent', 'standing', 'late', 'superseded', 'revoked'], 'values:decision_'),
  'decision.task': stepKind,
  'approval.state': words(['running', 'approved', 'returned', 'rejected', 'cancelled'], 'values:approval_'),
  'approval.purpose': words(['approval', 'acknowledgement'], 'values:purpose_'),
  'approval_task.state': words(['waiting', 'active', 'done', 'closed'], 'values:task_'),
  'approval_task.kind': stepKind,
  'approval_task.origin': words(['planned', 'added', 'delegated'], 'values:origin_'),
  'service.category': words(serviceCategories, 'record:category_'),
  'service.icon': words(serviceIcons, 'record:icon_'),
  'queue.holidays': words(['standard', 'none'], 'record:holidays_'),
  'sla_policy.calendar': words(slaCalendars, 'record:calendar_'),
  'recurring_ticket.every': words(['day', 'week', 'month', 'quarter'], 'record:every_'),
  'ticket.priority': words(priorities, 'record:priority_'),
  'ticket.next': words(['none', 'ask', 'resolve'], 'record:next_'),
  'ticket.kind': words(ticketLinkKinds, 'record:link_'),
  'ticket.otherEntity': words(['ticket', 'document'], 'record:other_'),
  'vacation.type': words(vacationTypes, 'record:', 'Leave'),
  'comment.objectEntity': words(['document', 'counterparty'], 'values:comment_'),
};

/**
 * The dictionary key of a code's word, with its namespace; undefined when the value is no code of a list.
 * A field whose kind of record is not known is looked for in every list that has such a field.
 */
export function choiceKey(field: string, value: string, about = ''): string | undefined {
  const own = lists[`${about}.${field}`];
  if (own) return own.codes.includes(value) ? own.key(value) : undefined;
  const found = Object.entries(lists).find(([name, one]) => name.endsWith(`.${field}`) && one.codes.includes(value));
  return found?.[1].key(value);
}

/** The word of a step's condition on codes. */
export const conditionKey = (field: 'kind' | 'contractType', code: string): string =>
  (field === 'kind' ? documentKind : contractType).key(code);
