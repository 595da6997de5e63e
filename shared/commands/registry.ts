import { makeDecision } from '#shared/commands/approval/decide.ts';
import { addApprover, delegateTask } from '#shared/commands/approval/people.ts';
import { revokeDecision } from '#shared/commands/approval/revoke.ts';
import { cancelApproval, escalateTask, requestAcknowledgement } from '#shared/commands/approval/round.ts';
import { submitForApproval } from '#shared/commands/approval/submit.ts';
import {
  addAttachments,
  addVersion,
  assignAttachment,
  removeAttachment,
  verifyAttachments,
} from '#shared/commands/attachment.ts';
import { addBankAccount, archiveBankAccount, updateBankAccount } from '#shared/commands/bank-account.ts';
import type { Command } from '#shared/commands/command.ts';
import { addComment } from '#shared/commands/comment.ts';
import { saveCalendar, updateOrganization } from '#shared/commands/company/company.ts';
import { addCounterpartyCheck } from '#shared/commands/company/counterparty-check.ts';
import { removeMapping, saveMapping } from '#shared/commands/company/import-mapping.ts';
import { importRow } from '#shared/commands/company/import-row.ts';
import { clauseCommands, fieldCommands, routeCommands } from '#shared/commands/company/routes.ts';
import { snoozeItems, wakeItems } from '#shared/commands/company/snooze.ts';
import { branchCommands, departmentCommands, employeeCommands } from '#shared/commands/company/structure.ts';
import {
  beginSubstitution,
  cancelSubstitution,
  createSubstitution,
  endSubstitution,
} from '#shared/commands/company/substitution.ts';
import { resolveConflict } from '#shared/commands/conflict.ts';
import { advanceContract } from '#shared/commands/contract/advance.ts';
import { documentLinkCommands } from '#shared/commands/contract/document-link.ts';
import { keyDateCommands, settleKeyDate } from '#shared/commands/contract/key-date.ts';
import { obligationCommands, settleObligation } from '#shared/commands/contract/obligation.ts';
import { protocolItemCommands } from '#shared/commands/contract/protocol-item.ts';
import { carryOut, takeUpAgain } from '#shared/commands/control/carry-out.ts';
import { moveDueDay, putOnControl } from '#shared/commands/control/on-control.ts';
import { keepOriginals, loseOriginals, receiveOriginals, sendOriginals } from '#shared/commands/control/originals.ts';
import {
  archiveCounterparty,
  createCounterparty,
  restoreCounterparty,
  updateCounterparty,
} from '#shared/commands/counterparty.ts';
import { distinguishCounterparties } from '#shared/commands/counterparty-distinguish.ts';
import { mergeCounterparty, unmergeCounterparty } from '#shared/commands/counterparty-merge.ts';
import { archiveDocument, createDocument, restoreDocument, updateDocument } from '#shared/commands/document.ts';
import { importDocument } from '#shared/commands/import-document.ts';
import { kindCommands, publishKind } from '#shared/commands/kind/kind.ts';
import { offerTemplate } from '#shared/commands/offer-template.ts';
import { resetPrintForm, savePrintForm } from '#shared/commands/print-form.ts';
import { explainNumbers } from '#shared/commands/registration/explain.ts';
import { caseFileCommands, journalCommands } from '#shared/commands/registration/keeping.ts';
import { leaseNumbers, returnNumbers } from '#shared/commands/registration/lease.ts';
import { registerDocument } from '#shared/commands/registration/register.ts';
import { voidRegistration } from '#shared/commands/registration/void.ts';
import { removeView, saveView } from '#shared/commands/saved-view.ts';
import { markFavourite, publishService, serviceCommands } from '#shared/commands/service/catalog.ts';
import { checkTicket } from '#shared/commands/service/check.ts';
import { createTicketCommand } from '#shared/commands/service/create.ts';
import {
  assignTicket,
  declineTicket,
  logTime,
  moveStage,
  prioritizeTicket,
  takeTicket,
  transferTicket,
} from '#shared/commands/service/desk.ts';
import {
  articleCommands,
  grantCommands,
  policyCommands,
  queueCommands,
  recurringCommands,
  replyCommands,
} from '#shared/commands/service/desk-records.ts';
import { editTicket } from '#shared/commands/service/edit-ticket.ts';
import { recurTicket } from '#shared/commands/service/recur.ts';
import { linkTicket, mergeTicket, splitTicket, watchTicket } from '#shared/commands/service/relations.ts';
import {
  cancelTicket,
  confirmTicket,
  reopenTicket,
  resolveTicket,
  resubmitTicket,
} from '#shared/commands/service/requester.ts';
import { answerTicket, noteTicket, replyToTicket } from '#shared/commands/service/talk.ts';
import { addTicketTask, settleTicketTask } from '#shared/commands/service/tasks.ts';
import { planVacation, unplanVacation } from '#shared/commands/service/vacation-plan.ts';
import { withdraw } from '#shared/commands/withdraw.ts';

/** Every command by its name. A second version of one stands beside the first under its own export. */
export const commands = {
  'document.create': createDocument,
  'document.update': updateDocument,
  'document.archive': archiveDocument,
  'document.restore': restoreDocument,
  'document.import': importDocument,
  'document.import-row': importRow,
  'import_mapping.save': saveMapping,
  'import_mapping.remove': removeMapping,
  'control.put': putOnControl,
  'control.move': moveDueDay,
  'control.done': carryOut,
  'control.reopen': takeUpAgain,
  'originals.send': sendOriginals,
  'originals.receive': receiveOriginals,
  'originals.lose': loseOriginals,
  'originals.keep': keepOriginals,
  'attachment.add': addAttachments,
  'attachment.add-version': addVersion,
  'attachment.assign': assignAttachment,
  'attachment.remove': removeAttachment,
  'attachment.verify': verifyAttachments,
  'comment.add': addComment,
  'counterparty.create': createCounterparty,
  'counterparty.update': updateCounterparty,
  'counterparty.archive': archiveCounterparty,
  'counterparty.restore': restoreCounterparty,
  'counterparty.merge': mergeCounterparty,
  'counterparty.unmerge': unmergeCounterparty,
  'counterparty.distinguish': distinguishCounterparties,
  'bank_account.add': addBankAccount,
  'bank_account.update': updateBankAccount,
  'bank_account.archive': archiveBankAccount,
  'approval.submit': submitForApproval,
  'approval.delegate': delegateTask,
  'approval.add-approver': addApprover,
  'approval.cancel': cancelApproval,
  'approval.escalate': escalateTask,
  'acknowledgement.request': requestAcknowledgement,
  'decision.make': makeDecision,
  'decision.revoke': revokeDecision,
  'contract.advance': advanceContract,
  'key_date.add': keyDateCommands.add,
  'key_date.update': keyDateCommands.update,
  'key_date.archive': keyDateCommands.archive,
  'key_date.settle': settleKeyDate,
  'obligation.add': obligationCommands.add,
  'obligation.update': obligationCommands.update,
  'obligation.archive': obligationCommands.archive,
  'obligation.settle': settleObligation,
  'protocol_item.add': protocolItemCommands.add,
  'protocol_item.update': protocolItemCommands.update,
  'protocol_item.archive': protocolItemCommands.archive,
  'document_link.add': documentLinkCommands.add,
  'document_link.update': documentLinkCommands.update,
  'document_link.archive': documentLinkCommands.archive,
  'counterparty_check.add': addCounterpartyCheck,
  'organization.update': updateOrganization,
  'working_calendar.save': saveCalendar,
  'branch.create': branchCommands.create,
  'branch.update': branchCommands.update,
  'branch.archive': branchCommands.archive,
  'department.create': departmentCommands.create,
  'department.update': departmentCommands.update,
  'department.archive': departmentCommands.archive,
  'employee.create': employeeCommands.create,
  'employee.update': employeeCommands.update,
  'approval_route.create': routeCommands.create,
  'approval_route.update': routeCommands.update,
  'approval_route.archive': routeCommands.archive,
  'field_definition.create': fieldCommands.create,
  'field_definition.update': fieldCommands.update,
  'field_definition.archive': fieldCommands.archive,
  'document_kind.create': kindCommands.create,
  'document_kind.update': kindCommands.update,
  'document_kind.archive': kindCommands.archive,
  'document_kind.publish': publishKind,
  'journal.create': journalCommands.create,
  'journal.update': journalCommands.update,
  'journal.archive': journalCommands.archive,
  'journal.lease': leaseNumbers,
  'journal.return': returnNumbers,
  'case_file.create': caseFileCommands.create,
  'case_file.update': caseFileCommands.update,
  'document.register': registerDocument,
  'registration.void': voidRegistration,
  'number.explain': explainNumbers,
  'template.offer': offerTemplate,
  'print_form.save': savePrintForm,
  'print_form.reset': resetPrintForm,
  'clause.create': clauseCommands.create,
  'clause.update': clauseCommands.update,
  'clause.archive': clauseCommands.archive,
  'substitution.create': createSubstitution,
  'substitution.cancel': cancelSubstitution,
  'substitution.begin': beginSubstitution,
  'substitution.end': endSubstitution,
  'service.create': serviceCommands.create,
  'service.update': serviceCommands.update,
  'service.archive': serviceCommands.archive,
  'service.publish': publishService,
  'queue.create': queueCommands.create,
  'queue.update': queueCommands.update,
  'queue.archive': queueCommands.archive,
  'sla_policy.create': policyCommands.create,
  'sla_policy.update': policyCommands.update,
  'sla_policy.archive': policyCommands.archive,
  'canned_reply.create': replyCommands.create,
  'canned_reply.update': replyCommands.update,
  'canned_reply.archive': replyCommands.archive,
  'article.create': articleCommands.create,
  'article.update': articleCommands.update,
  'article.archive': articleCommands.archive,
  'recurring_ticket.create': recurringCommands.create,
  'recurring_ticket.update': recurringCommands.update,
  'recurring_ticket.archive': recurringCommands.archive,
  'vacation_grant.create': grantCommands.create,
  'vacation_grant.update': grantCommands.update,
  'vacation_grant.archive': grantCommands.archive,
  'vacation.plan': planVacation,
  'vacation.unplan': unplanVacation,
  'favourite.mark': markFavourite,
  'ticket.create': createTicketCommand,
  'ticket.update': editTicket,
  'ticket.take': takeTicket,
  'ticket.assign': assignTicket,
  'ticket.transfer': transferTicket,
  'ticket.stage': moveStage,
  'ticket.decline': declineTicket,
  'ticket.prioritize': prioritizeTicket,
  'ticket.log-time': logTime,
  'ticket.reply': replyToTicket,
  'ticket.answer': answerTicket,
  'ticket.note': noteTicket,
  'ticket.resolve': resolveTicket,
  'ticket.confirm': confirmTicket,
  'ticket.reopen': reopenTicket,
  'ticket.cancel': cancelTicket,
  'ticket.resubmit': resubmitTicket,
  'ticket.merge': mergeTicket,
  'ticket.split': splitTicket,
  'ticket.link': linkTicket,
  'ticket.watch': watchTicket,
  'ticket.check': checkTicket,
  'ticket.recur': recurTicket,
  'ticket_task.add': addTicketTask,
  'ticket_task.settle': settleTicketTask,
  'work.snooze': snoozeItems,
  'work.wake': wakeItems,
  'conflict.resolve': resolveConflict,
  'view.save': saveView,
  'view.remove': removeView,
  'sync.withdraw': withdraw,
} as const;

export type CommandName = keyof typeof commands;
export type ArgsOf<N extends CommandName> = (typeof commands)[N] extends Command<infer Args, unknown> ? Args : never;
export type ResultOf<N extends CommandName> =
  (typeof commands)[N] extends Command<never, infer Result> ? Result : unknown;

const byVersion = new Map<string, Command>(
  Object.values(commands).map((one) => [`${one.name}@${one.version}`, one as unknown as Command]),
);

export const commandOf = (name: string, version: number): Command | undefined => byVersion.get(`${name}@${version}`);
