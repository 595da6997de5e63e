import { useMediaQuery } from '@mantine/hooks';
import { Navigate, useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import { ErrorBoundary } from '#renderer/components/error-boundary.tsx';
import { ErrorPanel } from '#renderer/components/error-panel.tsx';
import { Note } from '#renderer/components/note.tsx';
import { Sheet } from '#renderer/components/sheet.tsx';
import { SkeletonRows } from '#renderer/components/skeleton-rows.tsx';
import { useDelayed } from '#renderer/components/use-delayed.ts';
import { ViewTabs } from '#renderer/components/view-tabs.tsx';
import { asCoreError, CoreError } from '#renderer/data/core-error.ts';
import { useClock } from '#renderer/data/directory.tsx';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useShortcuts } from '#renderer/frame/use-shortcuts.ts';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { ApprovalTab } from '#renderer/pages/approval/approval-tab.tsx';
import { type ApprovalActions, useApprovalActions } from '#renderer/pages/approval/use-approval-actions.tsx';
import { ContractCard } from '#renderer/pages/contract/contract-card.tsx';
import { CardHeader, copyAddress } from '#renderer/pages/document/card-header.tsx';
import { ConflictNote } from '#renderer/pages/document/conflict-note.tsx';
import css from '#renderer/pages/document/document.module.css';
import { FieldsTab } from '#renderer/pages/document/fields-tab.tsx';
import { FilesTab } from '#renderer/pages/document/files-tab.tsx';
import { MissingDocument } from '#renderer/pages/document/missing-document.tsx';
import { SideOfCard, SideSections } from '#renderer/pages/document/side-of-card.tsx';
import { useKindRights } from '#renderer/pages/document/use-kind-rights.ts';
import { useNeighbours } from '#renderer/pages/document/use-neighbours.ts';
import { registers } from '#renderer/pages/documents/register.ts';
import { filesOf, isBeside } from '#renderer/pages/files/file-groups.ts';
import { useAttach } from '#renderer/pages/files/use-attach.ts';
import { DocumentLinks } from '#renderer/pages/links/document-links.tsx';
import { Discussion } from '#renderer/pages/record/discussion.tsx';
import { HistoryList } from '#renderer/pages/record/history-list.tsx';
import { useShownRegister } from '#renderer/state/documents-register.ts';
import { useDropPlace } from '#renderer/state/drop-place.ts';
import { isContract } from '#shared/domain/document.ts';
import type { ErrorCode } from '#shared/domain/error.ts';
import type { DocumentCard } from '#shared/queries/document.ts';

const tabIds = ['fields', 'files', 'links', 'approval', 'discussion', 'history', 'path'] as const;
type Tab = (typeof tabIds)[number];

/** The card of one document. */
export function DocumentPage() {
  const { id = '' } = useParams();
  const { search } = useLocation();
  const words = useErrorWords();
  const { data, error, loading, refresh } = useQuery('document.card', { id });
  const late = useDelayed(data === undefined, 300);
  if (error && data === undefined) {
    const refusal = asCoreError(error);
    return (
      <Sheet>
        <ErrorPanel title={words(refusal)} code={refusal.told} onRetry={refresh} />
      </Sheet>
    );
  }
  if (data === undefined || (data === null && loading))
    return (
      <Sheet>
        {late && (
          <div className={css['loading']}>
            <SkeletonRows rows={8} />
          </div>
        )}
      </Sheet>
    );
  if (data === null) return <MissingDocument />;
  // The paper of a request is looked at on the card of the request, which has the same id.
  if (data.document.kind === 'application') return <Navigate to={`/tickets/${data.document.id}${search}`} replace />;
  return isContract(data.document.kind) ? <ContractCard card={data} /> : <OpenCard card={data} />;
}

function OpenCard({ card }: { card: DocumentCard }) {
  const { document } = card;
  const t = useWords('card');
  const form = useWords('form');
  const common = useWords('common');
  const words = useErrorWords();
  const clock = useClock();
  const navigate = useNavigate();
  const location = useLocation();
  const narrow = useMediaQuery('(max-width: 1365px)', false, { getInitialValueInEffect: false });
  const neighbours = useNeighbours(document.id);
  const attach = useAttach(document.id);
  const approval = useApprovalActions(document.id);
  const [search, setSearch] = useSearchParams();
  const asked = search.get('tab') as Tab;
  const tab: Tab = tabIds.includes(asked) && (asked !== 'path' || narrow) ? asked : 'fields';
  const comments = useQuery('record.comments', { entity: 'document', id: document.id }).data;
  const open = (next: string) => setSearch(next === 'fields' ? {} : { tab: next }, { replace: true });
  const locked = document.archivedAt !== null;
  const rights = useKindRights();
  const mayEdit = !locked && rights.mayEdit(card);

  useDropPlace(
    locked || !rights.mayFile(card)
      ? null
      : {
          kind: 'card',
          title: document.number ?? document.subject.slice(0, 60),
          take: (files) => {
            open('files');
            void attach.run(files);
          },
        },
  );
  const go = (id: string | null) => {
    if (!id) return;
    registers[useShownRegister.getState().page].useStore.getState().stand(id);
    navigate(`/documents/${id}${tab === 'fields' ? '' : `?tab=${tab}`}`, { replace: true });
  };
  const back = () => (location.key === 'default' ? navigate('/documents') : navigate(-1));
  useShortcuts([
    { keys: 'E', run: () => mayEdit && navigate(`/documents/${document.id}/edit`) },
    { keys: 'Esc', run: back },
    { keys: 'J', run: () => go(neighbours.next) },
    { keys: 'K', run: () => go(neighbours.previous) },
    { keys: 'L', run: () => void copyAddress() },
  ]);
  const refused = (location.state as { refused?: ErrorCode | null } | null)?.refused;
  const living = filesOf(card.attachments).filter((file) => !isBeside(file)).length;
  return (
    <Sheet>
      <CardHeader card={card} neighbours={neighbours} approval={approval} onGo={go} />
      <div className={css['tabs']}>
        <ViewTabs
          label={t('tabs')}
          active={tab}
          onChange={open}
          tabs={[
            { id: 'fields', label: t('tabFields') },
            { id: 'files', label: t('tabFiles'), count: living },
            { id: 'links', label: t('tabLinks') },
            { id: 'approval', label: t('tabApproval'), count: agreed(approval.view, common) },
            { id: 'discussion', label: t('tabDiscussion'), count: comments?.length },
            { id: 'history', label: t('tabHistory') },
            ...(narrow ? [{ id: 'path', label: t('tabPath') }] : []),
          ]}
        />
      </div>
      <div className={css['split']}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling tab panel must be reachable with the keyboard */}
        <div className={css['main']} role="tabpanel" tabIndex={0} aria-label={t(`tab${upper(tab)}`)} data-area="panel">
          <div className={css['above']}>{approval.notes}</div>
          {(card.conflicts.length > 0 || locked || (attach.error && tab !== 'files') || refused) && (
            <div className={css['above']}>
              <ConflictNote conflicts={card.conflicts} />
              {document.archivedAt !== null && (
                <Note tone="ink" title={t('archivedNote', { date: clock.moment(document.archivedAt) })}>
                  {t('archivedNoteText')}
                </Note>
              )}
              {refused && (
                <Note tone="red" title={form('attachFailed')}>
                  {words(new CoreError({ code: refused }))}
                </Note>
              )}
              {attach.error && tab !== 'files' && <Note tone="red" title={words(attach.error)} />}
            </div>
          )}
          <ErrorBoundary place="CARD" key={`${document.id}-${tab}`}>
            {tab === 'fields' && <FieldsTab card={card} />}
            {tab === 'files' && <FilesTab card={card} attach={attach} />}
            {tab === 'links' && <DocumentLinks document={document} />}
            {tab === 'approval' && <ApprovalTab documentId={document.id} />}
            {tab === 'discussion' && (
              <div className={css['pad']}>
                <Discussion entity="document" id={document.id} archived={document.archivedAt !== null} />
              </div>
            )}
            {tab === 'history' && (
              <div className={css['pad']}>
                <HistoryList entity="document" id={document.id} />
              </div>
            )}
            {tab === 'path' && <SideSections card={card} />}
          </ErrorBoundary>
        </div>
        {!narrow && <SideOfCard card={card} />}
      </div>
      {approval.dialogs}
    </Sheet>
  );
}

/** «3 из 6» of the round under way. */
function agreed(view: ApprovalActions['view'], t: ReturnType<typeof useWords<'common'>>): string | undefined {
  if (view?.current?.state !== 'running') return undefined;
  return t('stepOf', { done: formatCount(view.current.agreed), total: formatCount(view.current.needed) });
}

const upper = (tab: Tab) => `${tab.slice(0, 1).toUpperCase()}${tab.slice(1)}` as Capitalize<Tab>;
