import { approvalAnalytics, ticketAnalytics } from '#shared/queries/analytics.ts';
import { approvalView, versionDifference } from '#shared/queries/approval.ts';
import { documentBulk } from '#shared/queries/bulk.ts';
import { clauseList, companySetup, substitutionList, templateList } from '#shared/queries/company.ts';
import { agenda, contractCard, counterpartyStanding } from '#shared/queries/contract.ts';
import { controlCard, disciplineList, disciplineReport, originalsList } from '#shared/queries/control.ts';
import { counterpartyCard, counterpartyList, counterpartySuggest } from '#shared/queries/counterparty.ts';
import { directory, viewList } from '#shared/queries/directory.ts';
import {
  documentCard,
  documentGrouped,
  documentIds,
  documentList,
  documentPosition,
  documentTotals,
} from '#shared/queries/document.ts';
import { conflictFacts, conflictList, exchangeCounts, outboxList } from '#shared/queries/exchange.ts';
import { mappingList } from '#shared/queries/import-mapping.ts';
import { documentReaders, kindFields, kindList, kindSetup, kindVersion } from '#shared/queries/kind.ts';
import { documentByCode, printFormList } from '#shared/queries/print.ts';
import type { Query } from '#shared/queries/query.ts';
import { recordComments, recordHistory, recordPath } from '#shared/queries/record.ts';
import {
  caseFileList,
  journalGaps,
  journalList,
  registrationCard,
  registrationList,
  registrationNext,
  registrationPosition,
  unexplainedNumbers,
} from '#shared/queries/registration.ts';
import {
  counterpartyDuplicates,
  counterpartyPair,
  counterpartyRelations,
  documentLinks,
  documentNeighbours,
  personCard,
} from '#shared/queries/relations.ts';
import { searchAll, searchFacets, searchPage } from '#shared/queries/search.ts';
import {
  articleList,
  deskWords,
  serviceCatalog,
  serviceForm,
  serviceSearch,
  serviceSetup,
  serviceTry,
  vacationPreview,
  vacationSchedule,
} from '#shared/queries/service.ts';
import { queueCounts, ticketBoard, ticketCard, ticketList, ticketMine } from '#shared/queries/ticket.ts';
import { workCounts, workList } from '#shared/queries/work.ts';

/** Every query by its name. */
export const queries = {
  'document.list': documentList,
  'document.position': documentPosition,
  'document.ids': documentIds,
  'document.grouped': documentGrouped,
  'document.totals': documentTotals,
  'document.bulk': documentBulk,
  'document.card': documentCard,
  'record.history': recordHistory,
  'record.comments': recordComments,
  'record.path': recordPath,
  'counterparty.list': counterpartyList,
  'counterparty.card': counterpartyCard,
  'counterparty.suggest': counterpartySuggest,
  'counterparty.relations': counterpartyRelations,
  'counterparty.duplicates': counterpartyDuplicates,
  'counterparty.pair': counterpartyPair,
  'document.links': documentLinks,
  'document.neighbours': documentNeighbours,
  'person.card': personCard,
  directory,
  'view.list': viewList,
  'import_mapping.list': mappingList,
  'outbox.list': outboxList,
  'conflict.list': conflictList,
  'conflict.facts': conflictFacts,
  'exchange.counts': exchangeCounts,
  'approval.view': approvalView,
  'version.difference': versionDifference,
  'contract.card': contractCard,
  'counterparty.standing': counterpartyStanding,
  agenda,
  'work.list': workList,
  'work.counts': workCounts,
  'company.setup': companySetup,
  'kind.list': kindList,
  'kind.version': kindVersion,
  'kind.fields': kindFields,
  'kind.setup': kindSetup,
  'document.readers': documentReaders,
  'substitution.list': substitutionList,
  'clause.list': clauseList,
  'template.list': templateList,
  'service.catalog': serviceCatalog,
  'service.search': serviceSearch,
  'service.form': serviceForm,
  'service.try': serviceTry,
  'service.setup': serviceSetup,
  'desk.words': deskWords,
  'article.list': articleList,
  'vacation.schedule': vacationSchedule,
  'vacation.preview': vacationPreview,
  'ticket.mine': ticketMine,
  'ticket.list': ticketList,
  'ticket.board': ticketBoard,
  'ticket.card': ticketCard,
  'queue.counts': queueCounts,
  'ticket.analytics': ticketAnalytics,
  'approval.analytics': approvalAnalytics,
  'control.card': controlCard,
  'originals.list': originalsList,
  'discipline.report': disciplineReport,
  'discipline.list': disciplineList,
  'registration.next': registrationNext,
  'registration.card': registrationCard,
  'journal.list': journalList,
  'journal.gaps': journalGaps,
  'journal.unexplained': unexplainedNumbers,
  'case_file.list': caseFileList,
  'registration.list': registrationList,
  'registration.position': registrationPosition,
  'print_form.list': printFormList,
  'document.by-code': documentByCode,
  search: searchAll,
  'search.page': searchPage,
  'search.facets': searchFacets,
} as const;

export type QueryName = keyof typeof queries;
export type QueryArgs<N extends QueryName> = (typeof queries)[N] extends Query<infer Args, unknown> ? Args : never;
export type QueryResult<N extends QueryName> = NonNullable<(typeof queries)[N]['result']> | NullOf<N>;
type NullOf<N extends QueryName> = null extends (typeof queries)[N]['result'] ? null : never;
