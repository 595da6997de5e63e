import { useMediaQuery } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
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
import { useApprovalActions } from '#renderer/pages/approval/use-approval-actions.tsx';
import type { ContractFacts } from '#renderer/pages/contract/contract-facts.ts';
import { ContractHeader } from '#renderer/pages/contract/contract-header.tsx';
import { ContractSide, SideParts } from '#renderer/pages/contract/contract-side.tsx';
import { LinksTab } from '#renderer/pages/contract/links-tab.tsx';
import { nextSteps } from '#renderer/pages/contract/next-step.ts';
import { ObligationsTab } from '#renderer/pages/contract/obligations-tab.tsx';
import { usePrintContract } from '#renderer/pages/contract/print-contract.ts';
import { Stages } from '#renderer/pages/contract/stage-line.tsx';
import { StepDialog } from '#renderer/pages/contract/step-dialog.tsx';
import { TermsTab } from '#renderer/pages/contract/terms-tab.tsx';
import { copyAddress } from '#renderer/pages/document/card-header.tsx';
import { ConflictNote } from '#renderer/pages/document/conflict-note.tsx';
import css from '#renderer/pages/document/document.module.css';
import { FilesTab } from '#renderer/pages/document/files-tab.tsx';
import { useNeighbours } from '#renderer/pages/document/use-neighbours.ts';
import { registers } from '#renderer/pages/documents/register.ts';
import { useAttach } from '#renderer/pages/files/use-attach.ts';
import { Discussion } from '#renderer/pages/record/discussion.tsx';
import { HistoryList } from '#renderer/pages/record/history-list.tsx';
import { useShownRegister } from '#renderer/state/documents-register.ts';
import { useDropPlace } from '#renderer/state/drop-place.ts';
import { useSection } from '#renderer/state/place.ts';
import type { ContractStep } from '#shared/commands/contract/advance.ts';
import type { ErrorCode } from '#shared/domain/error.ts';
import type { DocumentCard } from '#shared/queries/document.ts';

const tabIds = ['fields', 'files', 'approval', 'obligations', 'links', 'discussion', 'history', 'side'] as const;
type Tab = (typeof tabIds)[number];

/** The card of a contract or an amendment. What belongs to it comes a moment after the document itself, in one piece. */
export function ContractCard({ card }: { card: DocumentCard }) {
  const words = useErrorWords();
  useSection('contracts');
  const { id } = card.document;
  const { data, error, refresh } = useQuery('contract.card', { id });
  const kept = useRef<{ card: DocumentCard; facts: ContractFacts } | null>(null);
  const late = useDelayed(data === undefined, 300);
  if (error && data === undefined) {
    const refusal = asCoreError(error);
    return (
      <Sheet>
        <ErrorPanel title={words(refusal)} code={refusal.told} onRetry={refresh} />
      </Sheet>
    );
  }
  // The former contract stays, whole, until this one's facts are there: nothing of the one stands under the title of the other.
  if (data?.tree.some((one) => one.self && one.id === id)) kept.current = { card, facts: data };
  const shown = kept.current;
  if (!shown)
    return (
      <Sheet>
        {late && (
          <div className={css['loading']}>
            <SkeletonRows rows={8} />
          </div>
        )}
      </Sheet>
    );
  return <OpenContract key={shown.card.document.id} card={shown.card} facts={shown.facts} />;
}

function OpenContract({ card, facts }: { card: DocumentCard; facts: ContractFacts }) {
  const { document } = card;
  const t = useWords('contract');
  const navigate = useNavigate();
  const location = useLocation();
  const narrow = useMediaQuery('(max-width: 1365px)', false, { getInitialValueInEffect: false });
  const neighbours = useNeighbours(document.id);
  const attach = useAttach(document.id);
  const actions = useApprovalActions(document.id);
  const printing = usePrintContract(document.id);
  const [search, setSearch] = useSearchParams();
  const [step, setStep] = useState<ContractStep | null>(null);
  const asked = search.get('tab') as Tab;
  const tab: Tab = tabIds.includes(asked) && (asked !== 'side' || narrow) ? asked : 'fields';
  const open = (next: string) => setSearch(next === 'fields' ? {} : { tab: next }, { replace: true });
  const locked = document.archivedAt !== null;
  const round = actions.view?.current?.state ?? null;
  const steps = nextSteps(document, round === null || round === 'running' || round === 'approved' ? round : 'other');

  useDropPlace(
    locked
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
  const back = () => (location.key === 'default' ? navigate('/contracts') : navigate(-1));
  useShortcuts([
    { keys: 'E', run: () => !locked && navigate(`/documents/${document.id}/edit`) },
    { keys: 'Esc', run: back },
    { keys: 'J', run: () => go(neighbours.next) },
    { keys: 'K', run: () => go(neighbours.previous) },
    { keys: 'L', run: () => void copyAddress() },
    { keys: 'Ctrl+P', whileTyping: true, run: () => void printing.run() },
  ]);
  return (
    <Sheet>
      <ContractHeader
        card={card}
        printing={printing}
        neighbours={neighbours}
        actions={actions}
        steps={steps}
        onStep={setStep}
        onGo={go}
      />
      <Stages stages={facts.stages} />
      <Tabs card={card} facts={facts} tab={tab} narrow={narrow} votes={actions.view?.current ?? null} onOpen={open} />
      <div className={css['split']}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling tab panel must be reachable with the keyboard */}
        <div className={css['main']} role="tabpanel" tabIndex={0} aria-label={t(`tab_${tab}`)} data-area="panel">
          {tab !== 'fields' && <h2 className="op-hidden">{t(`tab_${tab}`)}</h2>}
          <Above card={card} notes={actions.notes} attach={tab === 'files' ? null : attach} />
          <ErrorBoundary place="CARD" key={`${document.id}-${tab}`}>
            {tab === 'fields' && <TermsTab card={card} facts={facts} />}
            {tab === 'files' && <FilesTab card={card} attach={attach} />}
            {tab === 'approval' && <ApprovalTab documentId={document.id} />}
            {tab === 'obligations' && <ObligationsTab document={document} facts={facts} />}
            {tab === 'links' && <LinksTab document={document} facts={facts} />}
            {tab === 'discussion' && (
              <div className={css['pad']}>
                <Discussion entity="document" id={document.id} archived={locked} />
              </div>
            )}
            {tab === 'history' && (
              <div className={css['pad']}>
                <HistoryList entity="document" id={document.id} />
              </div>
            )}
            {tab === 'side' && (
              <div className={css['pad']}>
                <SideParts card={card} facts={facts} onTab={open} />
              </div>
            )}
          </ErrorBoundary>
        </div>
        {!narrow && <ContractSide card={card} facts={facts} onTab={open} />}
      </div>
      {step && (
        <StepDialog
          document={document}
          to={step}
          open={facts.obligations.filter(({ row }) => row.state === 'planned').length}
          onClose={() => setStep(null)}
        />
      )}
      {actions.dialogs}
    </Sheet>
  );
}

function Tabs(props: {
  card: DocumentCard;
  facts: ContractFacts;
  tab: Tab;
  narrow: boolean;
  votes: { agreed: number; needed: number } | null;
  onOpen: (tab: string) => void;
}) {
  const { card, facts, votes } = props;
  const t = useWords('contract');
  const comments = useQuery('record.comments', { entity: 'document', id: card.document.id }).data;
  const files = new Set(card.attachments.filter((file) => file.archivedAt === null).map((file) => file.group));
  const links = facts.tree.length - 1 + facts.links.length;
  const mark = votes ? t('votes', { agreed: formatCount(votes.agreed), needed: formatCount(votes.needed) }) : undefined;
  return (
    <div className={css['tabs']}>
      <ViewTabs
        label={t('tabs')}
        active={props.tab}
        onChange={props.onOpen}
        tabs={[
          { id: 'fields', label: t('tab_fields') },
          { id: 'files', label: t('tab_files'), count: files.size },
          { id: 'approval', label: t('tab_approval'), count: mark },
          { id: 'obligations', label: t('tab_obligations'), count: facts.obligations.length },
          { id: 'links', label: t('tab_links'), count: links },
          { id: 'discussion', label: t('tab_discussion'), count: comments?.length },
          { id: 'history', label: t('tab_history') },
          ...(props.narrow ? [{ id: 'side', label: t('tab_side') }] : []),
        ]}
      />
    </div>
  );
}

/** What has to be known before anything else on the card. */
function Above(props: { card: DocumentCard; notes: React.ReactNode; attach: ReturnType<typeof useAttach> | null }) {
  const { card, attach } = props;
  const { document } = card;
  const words = useWords('card');
  const form = useWords('form');
  const errors = useErrorWords();
  const clock = useClock();
  const location = useLocation();
  const refused = (location.state as { refused?: ErrorCode | null } | null)?.refused;
  return (
    <div className={css['above']}>
      <ConflictNote conflicts={card.conflicts} about="contract" />
      {document.archivedAt !== null && (
        <Note tone="ink" title={words('archivedNote', { date: clock.moment(document.archivedAt) })}>
          {words('archivedNoteText')}
        </Note>
      )}
      {refused && (
        <Note tone="red" title={form('attachFailed')}>
          {errors(new CoreError({ code: refused }))}
        </Note>
      )}
      {attach?.error && <Note tone="red" title={errors(attach.error)} />}
      {props.notes}
    </div>
  );
}
