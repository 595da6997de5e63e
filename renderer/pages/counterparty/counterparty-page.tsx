import { IconArchive, IconArchiveOff, IconArrowMerge } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { Navigate, useNavigate, useParams, useSearchParams } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { ErrorBoundary } from '#renderer/components/error-boundary.tsx';
import { ErrorPanel } from '#renderer/components/error-panel.tsx';
import { Note } from '#renderer/components/note.tsx';
import { Sheet } from '#renderer/components/sheet.tsx';
import { ViewTabs } from '#renderer/components/view-tabs.tsx';
import { asCoreError } from '#renderer/data/core-error.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useShortcuts } from '#renderer/frame/use-shortcuts.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { CardTab } from '#renderer/pages/counterparty/card-tab.tsx';
import { CheckTab } from '#renderer/pages/counterparty/check-tab.tsx';
import { MergePicker } from '#renderer/pages/counterparty/merge-picker.tsx';
import { MergedNote } from '#renderer/pages/counterparty/merged-note.tsx';
import { MissingParty } from '#renderer/pages/counterparty/missing-party.tsx';
import { PartyContracts } from '#renderer/pages/counterparty/party-contracts.tsx';
import { PartyDocuments } from '#renderer/pages/counterparty/party-documents.tsx';
import { PartySide } from '#renderer/pages/counterparty/party-side.tsx';
import { TogetherTab } from '#renderer/pages/counterparty/together-tab.tsx';
import { useArchiveParty } from '#renderer/pages/counterparty/use-archive-party.ts';
import { useMayMerge } from '#renderer/pages/counterparty/use-may-merge.ts';
import header from '#renderer/pages/document/card-header.module.css';
import { ConflictNote } from '#renderer/pages/document/conflict-note.tsx';
import css from '#renderer/pages/document/document.module.css';
import { partyTitle } from '#renderer/pages/documents/counterparty-picker.tsx';
import { Discussion } from '#renderer/pages/record/discussion.tsx';
import { HistoryList } from '#renderer/pages/record/history-list.tsx';
import { RecordReceipt } from '#renderer/pages/record/record-receipt.tsx';
import type { CounterpartyCard } from '#shared/queries/counterparty.ts';

const tabIds = ['card', 'together', 'check', 'contracts', 'documents', 'discussion', 'history'] as const;
type Tab = (typeof tabIds)[number];
const icon = { size: 16, stroke: 1.6 } as const;

/** The card of one counterparty. */
export function CounterpartyPage() {
  const { id = '' } = useParams();
  const words = useErrorWords();
  const { data, error, loading, refresh } = useQuery('counterparty.card', { id });
  if (error && data === undefined) {
    const refusal = asCoreError(error);
    return (
      <Sheet>
        <ErrorPanel title={words(refusal)} code={refusal.told} onRetry={refresh} />
      </Sheet>
    );
  }
  // The former record stays in `data` for a moment when the address names another one.
  if (data === undefined || (data === null && loading) || (data && data.counterparty.id !== id))
    return <Sheet>{null}</Sheet>;
  if (data === null) return <MissingParty />;
  // Whoever comes to a merged record, by an old address or a paper, sees the one that stands for it.
  if (data.mergedInto) return <Navigate to={`/counterparties/${data.mergedInto.id}?from=${id}`} replace />;
  return <OpenCard card={data} />;
}

function OpenCard({ card }: { card: CounterpartyCard }) {
  const { counterparty } = card;
  const t = useWords('counterparties');
  const relations = useWords('relations');
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('tab') as Tab;
  const tab = tabIds.includes(asked) ? asked : 'card';
  const comments = useQuery('record.comments', { entity: 'counterparty', id: counterparty.id }).data;
  const archived = counterparty.archivedAt !== null;
  const edit = `/counterparties/${counterparty.id}/edit`;
  useShortcuts(
    useMemo(
      () => [
        { keys: 'E', run: () => !archived && navigate(edit) },
        { keys: 'Esc', run: () => navigate('/counterparties') },
      ],
      [archived, navigate, edit],
    ),
  );
  const labels: Record<Tab, string> = {
    card: t('tabCard'),
    together: relations('together'),
    check: t('tabCheck'),
    contracts: t('tabContracts'),
    documents: t('tabDocuments'),
    discussion: t('tabDiscussion'),
    history: t('tabHistory'),
  };
  const counts: Partial<Record<Tab, number | undefined>> = { documents: card.documents, discussion: comments?.length };
  return (
    <Sheet>
      <CardHead card={card} editAddress={edit} />
      <div className={css['tabs']}>
        <ViewTabs
          label={t('parts')}
          active={tab}
          onChange={(next) => setSearch(next === 'card' ? {} : { tab: next }, { replace: true })}
          tabs={tabIds.map((id) => ({ id, label: labels[id], count: counts[id] }))}
        />
      </div>
      <div className={css['split']}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard */}
        <section className={css['main']} role="tabpanel" tabIndex={0} aria-label={labels[tab]}>
          {tab !== 'card' && <h2 className="op-hidden">{labels[tab]}</h2>}
          {(card.conflicts.length > 0 || archived || card.merged.length > 0) && (
            <div className={css['above']}>
              <ConflictNote conflicts={card.conflicts} />
              <MergedNote card={card} />
              {archived && (
                <Note tone="ink" title={t('archived')}>
                  {t('archivedText')}
                </Note>
              )}
            </div>
          )}
          <ErrorBoundary place="CARD" key={`${counterparty.id}-${tab}`}>
            {tab === 'card' && <CardTab card={card} />}
            {tab === 'together' && <TogetherTab id={counterparty.id} />}
            {tab === 'check' && <CheckTab card={card} />}
            {tab === 'contracts' && <PartyContracts card={card} />}
            {tab === 'documents' && <PartyDocuments card={card} />}
            {tab === 'discussion' && (
              <div className={css['pad']}>
                <Discussion entity="counterparty" id={counterparty.id} archived={counterparty.archivedAt !== null} />
              </div>
            )}
            {tab === 'history' && (
              <div className={css['pad']}>
                <HistoryList entity="counterparty" id={counterparty.id} />
              </div>
            )}
          </ErrorBoundary>
        </section>
        <PartySide card={card} />
      </div>
    </Sheet>
  );
}

/** Who it is, where its record stands, what can be done now. */
function CardHead({ card, editAddress }: { card: CounterpartyCard; editAddress: string }) {
  const { counterparty } = card;
  const t = useWords('counterparties');
  const common = useWords('common');
  const status = useWords('status');
  const words = useErrorWords();
  const navigate = useNavigate();
  const archive = useArchiveParty(counterparty);
  const relations = useWords('relations');
  const mayMerge = useMayMerge();
  const [merging, setMerging] = useState(false);
  const archived = counterparty.archivedAt !== null;
  return (
    <header className={header['header']}>
      <div className={header['row']}>
        <nav className={header['crumbs']} aria-label={t('title')}>
          <a href="#/counterparties">{t('title')}</a>
          <span aria-hidden="true">›</span>
          <span>{status(`party_${counterparty.kind}`)}</span>
        </nav>
      </div>
      <div className={header['row']}>
        <h1 className={header['title']} title={counterparty.fullName ?? undefined}>
          <span className={header['subject']}>{partyTitle(counterparty)}</span>
          <RecordReceipt entity="counterparty" id={counterparty.id} receipt={card.receipt} />
        </h1>
        <div className={header['actions']}>
          <ActionButton
            icon={archived ? <IconArchiveOff {...icon} /> : <IconArchive {...icon} />}
            variant={archived ? 'filled' : 'default'}
            busy={archive.busy}
            onClick={() => void archive.run()}
          >
            {archived ? t('restore') : t('archive')}
          </ActionButton>
          {!archived && mayMerge && (
            <ActionButton icon={<IconArrowMerge {...icon} />} onClick={() => setMerging(true)}>
              {relations('merge')}
            </ActionButton>
          )}
          {!archived && (
            <ActionButton variant="filled" keys={['E']} onClick={() => navigate(editAddress)}>
              {common('edit')}
            </ActionButton>
          )}
        </div>
      </div>
      {archive.error && <Note tone="red" title={words(archive.error)} />}
      {merging && <MergePicker id={counterparty.id} name={counterparty.name} onClose={() => setMerging(false)} />}
    </header>
  );
}
