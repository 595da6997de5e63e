import { createHashRouter, redirect } from 'react-router';
import { RouteError } from '#renderer/frame/route-error.tsx';
import { WindowFrame } from '#renderer/frame/window-frame.tsx';

/**
 * The pages, each in a file of its own that is loaded when it is first opened. Addresses live in the fragment, so both hosts
 * need to serve one page only.
 */
export const router = createHashRouter([
  {
    path: '/',
    Component: WindowFrame,
    ErrorBoundary: RouteError,
    HydrateFallback: () => null,
    children: [
      { index: true, loader: () => redirect('/documents') },
      {
        ErrorBoundary: RouteError,
        children: [
          {
            path: 'documents',
            lazy: async () => ({
              Component: (await import('#renderer/pages/documents/documents-page.tsx')).DocumentsPage,
            }),
          },
          {
            path: 'documents/:id',
            lazy: async () => ({
              Component: (await import('#renderer/pages/document/document-page.tsx')).DocumentPage,
            }),
          },
          {
            path: 'documents/:id/edit',
            lazy: async () => ({
              Component: (await import('#renderer/pages/document/edit-page.tsx')).EditDocumentPage,
            }),
          },
          {
            path: 'documents/new/:kind',
            lazy: async () => ({
              Component: (await import('#renderer/pages/document/create-page.tsx')).CreateDocumentPage,
            }),
          },
          {
            path: 'files',
            lazy: async () => ({
              Component: (await import('#renderer/pages/files/transfers-page.tsx')).TransfersPage,
            }),
          },
          {
            path: 'work',
            lazy: async () => ({ Component: (await import('#renderer/pages/work/work-page.tsx')).WorkPage }),
          },
          { path: 'registration', loader: () => redirect('/registration/journals') },
          {
            path: 'registration/journals',
            lazy: async () => ({
              Component: (await import('#renderer/pages/registration/journals-page.tsx')).JournalsPage,
            }),
          },
          {
            path: 'registration/journals/:id',
            lazy: async () => ({
              Component: (await import('#renderer/pages/registration/journal-page.tsx')).JournalPage,
            }),
          },
          {
            path: 'registration/cases',
            lazy: async () => ({ Component: (await import('#renderer/pages/registration/cases-page.tsx')).CasesPage }),
          },
          {
            path: 'registration/cases/:id',
            lazy: async () => ({ Component: (await import('#renderer/pages/registration/case-page.tsx')).CasePage }),
          },
          {
            path: 'registration/originals',
            lazy: async () => ({
              Component: (await import('#renderer/pages/control/originals-page.tsx')).OriginalsPage,
            }),
          },
          {
            path: 'registration/gaps',
            lazy: async () => ({ Component: (await import('#renderer/pages/registration/gaps-page.tsx')).GapsPage }),
          },
          {
            path: 'contracts',
            lazy: async () => ({
              Component: (await import('#renderer/pages/contracts/contracts-page.tsx')).ContractsPage,
            }),
          },
          {
            path: 'contracts/agenda',
            lazy: async () => ({ Component: (await import('#renderer/pages/contracts/agenda-page.tsx')).AgendaPage }),
          },
          {
            path: 'documents/:id/compare/:left/:right',
            lazy: async () => ({ Component: (await import('#renderer/pages/compare/compare-page.tsx')).ComparePage }),
          },
          {
            path: 'substitutions',
            lazy: async () => ({
              Component: (await import('#renderer/pages/substitution/substitutions-page.tsx')).SubstitutionsPage,
            }),
          },
          {
            path: 'admin',
            lazy: async () => ({ Component: (await import('#renderer/pages/admin/admin-page.tsx')).AdminPage }),
          },
          {
            path: 'admin/:section',
            lazy: async () => ({ Component: (await import('#renderer/pages/admin/admin-page.tsx')).AdminPage }),
          },
          {
            path: 'tickets',
            lazy: async () => ({ Component: (await import('#renderer/pages/portal/portal-page.tsx')).PortalPage }),
          },
          {
            path: 'tickets/mine',
            lazy: async () => ({
              Component: (await import('#renderer/pages/portal/my-tickets-page.tsx')).MyTicketsPage,
            }),
          },
          {
            path: 'tickets/new/:serviceId',
            lazy: async () => ({ Component: (await import('#renderer/pages/request/request-page.tsx')).RequestPage }),
          },
          {
            path: 'tickets/queues',
            lazy: async () => ({ Component: (await import('#renderer/pages/queues/queues-page.tsx')).QueuesPage }),
          },
          {
            path: 'tickets/articles',
            lazy: async () => ({
              Component: (await import('#renderer/pages/articles/articles-page.tsx')).ArticlesPage,
            }),
          },
          {
            path: 'tickets/articles/:id',
            lazy: async () => ({
              Component: (await import('#renderer/pages/articles/articles-page.tsx')).ArticlesPage,
            }),
          },
          {
            path: 'tickets/vacations',
            lazy: async () => ({
              Component: (await import('#renderer/pages/vacations/vacations-page.tsx')).VacationsPage,
            }),
          },
          {
            path: 'tickets/:id',
            lazy: async () => ({ Component: (await import('#renderer/pages/ticket/ticket-page.tsx')).TicketPage }),
          },
          {
            path: 'search',
            lazy: async () => ({ Component: (await import('#renderer/pages/search/search-page.tsx')).SearchPage }),
          },
          {
            path: 'reports',
            lazy: async () => ({ Component: (await import('#renderer/pages/reports/reports-page.tsx')).ReportsPage }),
          },
          {
            path: 'reports/:tab',
            lazy: async () => ({ Component: (await import('#renderer/pages/reports/reports-page.tsx')).ReportsPage }),
          },
          {
            path: 'admin/kinds/:id',
            lazy: async () => ({
              Component: (await import('#renderer/pages/builder/kind/kind-builder-page.tsx')).KindBuilderPage,
            }),
          },
          {
            path: 'admin/services/:id',
            lazy: async () => ({ Component: (await import('#renderer/pages/builder/builder-page.tsx')).BuilderPage }),
          },
          {
            path: 'import/table',
            lazy: async () => ({ Component: (await import('#renderer/pages/import/table/table-page.tsx')).TablePage }),
          },
          {
            path: 'intake',
            lazy: async () => ({ Component: (await import('#renderer/pages/intake/intake-page.tsx')).IntakePage }),
          },
          {
            path: 'import',
            lazy: async () => ({ Component: (await import('#renderer/pages/import/import-page.tsx')).ImportPage }),
          },
          {
            path: 'counterparties',
            lazy: async () => ({
              Component: (await import('#renderer/pages/counterparties/counterparties-page.tsx')).CounterpartiesPage,
            }),
          },
          {
            path: 'counterparties/new',
            lazy: async () => ({
              Component: (await import('#renderer/pages/counterparty/create-page.tsx')).CreateCounterpartyPage,
            }),
          },
          {
            path: 'counterparties/merge/:left/:right',
            lazy: async () => ({
              Component: (await import('#renderer/pages/counterparty/merge/merge-page.tsx')).MergePage,
            }),
          },
          {
            path: 'people/:id',
            lazy: async () => ({ Component: (await import('#renderer/pages/people/person-page.tsx')).PersonPage }),
          },
          {
            path: 'counterparties/:id',
            lazy: async () => ({
              Component: (await import('#renderer/pages/counterparty/counterparty-page.tsx')).CounterpartyPage,
            }),
          },
          {
            path: 'counterparties/:id/edit',
            lazy: async () => ({
              Component: (await import('#renderer/pages/counterparty/edit-page.tsx')).EditCounterpartyPage,
            }),
          },
          {
            path: 'exchange',
            lazy: async () => ({
              Component: (await import('#renderer/pages/exchange/exchange-page.tsx')).ExchangePage,
            }),
          },
          {
            path: 'exchange/:tab',
            lazy: async () => ({
              Component: (await import('#renderer/pages/exchange/exchange-page.tsx')).ExchangePage,
            }),
          },
          {
            path: 'diagnostics',
            lazy: async () => ({
              Component: (await import('#renderer/pages/diagnostics/diagnostics-page.tsx')).DiagnosticsPage,
            }),
          },
          {
            path: 'settings/recovery-key',
            lazy: async () => ({
              Component: (await import('#renderer/pages/recovery/own-key-page.tsx')).OwnKeyPage,
            }),
          },
          {
            path: 'settings',
            lazy: async () => ({
              Component: (await import('#renderer/pages/settings/settings-page.tsx')).SettingsPage,
            }),
          },
        ],
      },
      { path: '*', loader: () => redirect('/documents') },
    ],
  },
]);
