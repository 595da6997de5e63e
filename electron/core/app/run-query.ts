import { agenda } from '#electron/core/app/queries/agenda.ts';
import { approvalAnalytics } from '#electron/core/app/queries/analytics/approval-analytics.ts';
import { ticketAnalytics } from '#electron/core/app/queries/analytics/ticket-analytics.ts';
import { approvalView } from '#electron/core/app/queries/approval-view.ts';
import { clauseList } from '#electron/core/app/queries/clause-list.ts';
import { companySetup } from '#electron/core/app/queries/company-setup.ts';
import { conflictFacts } from '#electron/core/app/queries/conflict-facts.ts';
import { conflictList } from '#electron/core/app/queries/conflict-list.ts';
import { contractCard } from '#electron/core/app/queries/contract-card/contract-card.ts';
import { controlCard } from '#electron/core/app/queries/control/control-card.ts';
import { disciplineList } from '#electron/core/app/queries/control/discipline-list.ts';
import { disciplineReport } from '#electron/core/app/queries/control/discipline-report.ts';
import { originalsList } from '#electron/core/app/queries/control/originals.ts';
import { counterpartyCard } from '#electron/core/app/queries/counterparty-card.ts';
import { counterpartyDuplicates } from '#electron/core/app/queries/counterparty-duplicates.ts';
import { counterpartyList } from '#electron/core/app/queries/counterparty-list.ts';
import { counterpartyPair } from '#electron/core/app/queries/counterparty-pair.ts';
import { counterpartyStanding } from '#electron/core/app/queries/counterparty-standing.ts';
import { counterpartySuggest } from '#electron/core/app/queries/counterparty-suggest.ts';
import { directory } from '#electron/core/app/queries/directory.ts';
import { documentBulk } from '#electron/core/app/queries/document-bulk.ts';
import { documentByCode } from '#electron/core/app/queries/document-by-code.ts';
import { documentCard } from '#electron/core/app/queries/document-card.ts';
import { documentGrouped } from '#electron/core/app/queries/document-grouped.ts';
import { documentIds } from '#electron/core/app/queries/document-ids.ts';
import { documentList } from '#electron/core/app/queries/document-list.ts';
import { documentPosition } from '#electron/core/app/queries/document-position.ts';
import { documentTotals } from '#electron/core/app/queries/document-totals.ts';
import { exchangeCounts } from '#electron/core/app/queries/exchange-counts.ts';
import { documentReaders } from '#electron/core/app/queries/kind/document-readers.ts';
import { kindFields } from '#electron/core/app/queries/kind/kind-fields.ts';
import { kindList, kindSetup, kindVersion } from '#electron/core/app/queries/kind/kinds.ts';
import { documentLinks } from '#electron/core/app/queries/links/document-links.ts';
import { documentNeighbours } from '#electron/core/app/queries/links/document-neighbours.ts';
import { mappingList } from '#electron/core/app/queries/mapping-list.ts';
import { outboxList } from '#electron/core/app/queries/outbox-list.ts';
import { personCard } from '#electron/core/app/queries/people/person-card.ts';
import { printFormList } from '#electron/core/app/queries/print-form-list.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { recordComments } from '#electron/core/app/queries/record-comments.ts';
import { recordHistory } from '#electron/core/app/queries/record-history.ts';
import { recordPath } from '#electron/core/app/queries/record-path.ts';
import { caseFileList } from '#electron/core/app/queries/registration/case-file-list.ts';
import { journalGaps, unexplainedNumbers } from '#electron/core/app/queries/registration/journal-gaps.ts';
import { journalList } from '#electron/core/app/queries/registration/journal-list.ts';
import { registrationCard } from '#electron/core/app/queries/registration/registration-card.ts';
import { registrationList, registrationPosition } from '#electron/core/app/queries/registration/registration-list.ts';
import { registrationNext } from '#electron/core/app/queries/registration/registration-next.ts';
import { counterpartyRelations } from '#electron/core/app/queries/relations/counterparty-relations.ts';
import { searchAll } from '#electron/core/app/queries/search-all.ts';
import { searchFacets } from '#electron/core/app/queries/search-facets.ts';
import { searchPage } from '#electron/core/app/queries/search-page.ts';
import { articleList } from '#electron/core/app/queries/service/article-list.ts';
import { deskWords } from '#electron/core/app/queries/service/desk-words.ts';
import { queueCounts } from '#electron/core/app/queries/service/queue-counts.ts';
import { serviceCatalog } from '#electron/core/app/queries/service/service-catalog.ts';
import { serviceForm } from '#electron/core/app/queries/service/service-form.ts';
import { serviceSearch } from '#electron/core/app/queries/service/service-search.ts';
import { serviceSetup } from '#electron/core/app/queries/service/service-setup.ts';
import { tryService } from '#electron/core/app/queries/service/try-service.ts';
import { vacationPreview } from '#electron/core/app/queries/service/vacation-preview.ts';
import { vacationSchedule } from '#electron/core/app/queries/service/vacation-schedule.ts';
import { substitutionList } from '#electron/core/app/queries/substitution-list.ts';
import { templateList } from '#electron/core/app/queries/template-list.ts';
import { ticketBoard } from '#electron/core/app/queries/ticket/ticket-board.ts';
import { ticketCard } from '#electron/core/app/queries/ticket/ticket-card.ts';
import { ticketList } from '#electron/core/app/queries/ticket/ticket-list.ts';
import { ticketMine } from '#electron/core/app/queries/ticket/ticket-mine.ts';
import { versionDifference } from '#electron/core/app/queries/version-difference.ts';
import { viewList } from '#electron/core/app/queries/view-list.ts';
import { workCounts } from '#electron/core/app/queries/work/work-counts.ts';
import { workList } from '#electron/core/app/queries/work/work-list.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { Refusal } from '#shared/domain/error.ts';
import { type QueryArgs, type QueryName, type QueryResult, queries } from '#shared/queries/registry.ts';

type Run<N extends QueryName> = (db: Readable, args: QueryArgs<N>, deps: QueryDeps) => QueryResult<N>;

const runs: { [N in QueryName]: Run<N> } = {
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
  'service.try': tryService,
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
};

/** Answers a query over one consistent state of the rows. Throws Refusal BAD_INPUT for a name or arguments it does not know. */
export function runQuery(db: Readable, name: string, args: unknown, deps: QueryDeps): unknown {
  if (!Object.hasOwn(queries, name)) throw new Refusal('BAD_INPUT', { query: name });
  const known = name as QueryName;
  const checked = queries[known].args.safeParse(args);
  if (!checked.success) {
    const fields = checked.error.issues.map((issue) => issue.path.join('.'));
    throw new Refusal('BAD_INPUT', { query: name, fields });
  }
  const run = runs[known] as (db: Readable, args: unknown, deps: QueryDeps) => unknown;
  return db.transaction(() => run(db, checked.data, deps)).deferred();
}
