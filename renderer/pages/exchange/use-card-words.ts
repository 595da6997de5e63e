import { useWords } from '#renderer/i18n/words.ts';
import type { Edited } from '#shared/commands/update-row.ts';

const keys = {
  document: 'cardOfDocument',
  counterparty: 'cardOfParty',
  bank_account: 'cardOfAccount',
  protocol_item: 'cardOfProtocol',
  key_date: 'cardOfKeyDate',
  obligation: 'cardOfObligation',
  document_link: 'cardOfLink',
  organization: 'cardOfOrganization',
  branch: 'cardOfBranch',
  department: 'cardOfDepartment',
  employee: 'cardOfEmployee',
  approval_route: 'cardOfRoute',
  field_definition: 'cardOfFieldDefinition',
  document_kind: 'cardOfKind',
  journal: 'cardOfJournal',
  case_file: 'cardOfCaseFile',
  clause: 'cardOfClause',
  service: 'cardOfService',
  queue: 'cardOfQueue',
  sla_policy: 'cardOfPolicy',
  canned_reply: 'cardOfReply',
  article: 'cardOfArticle',
  recurring_ticket: 'cardOfRecurring',
  vacation_grant: 'cardOfGrant',
} as const satisfies Record<Edited, string>;

/** What kind of record a conflict is about, in words. */
export function useCardWords(): (entity: string) => string {
  const t = useWords('exchange');
  return (entity) => t(keys[entity as Edited] ?? 'record');
}
