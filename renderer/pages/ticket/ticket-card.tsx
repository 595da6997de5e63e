import { useMediaQuery } from '@mantine/hooks';
import { useCallback, useRef } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { ErrorBoundary } from '#renderer/components/error-boundary.tsx';
import { Note } from '#renderer/components/note.tsx';
import { Sheet } from '#renderer/components/sheet.tsx';
import { ViewTabs } from '#renderer/components/view-tabs.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useShortcuts } from '#renderer/frame/use-shortcuts.ts';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { ApprovalTab } from '#renderer/pages/approval/approval-tab.tsx';
import { useApprovalActions } from '#renderer/pages/approval/use-approval-actions.tsx';
import { copyAddress } from '#renderer/pages/document/card-header.tsx';
import { ConflictNote } from '#renderer/pages/document/conflict-note.tsx';
import css from '#renderer/pages/document/document.module.css';
import { FilesTab } from '#renderer/pages/document/files-tab.tsx';
import { useAttach } from '#renderer/pages/files/use-attach.ts';
import type { ComposerHandle } from '#renderer/pages/ticket/composer.tsx';
import { TicketNotes } from '#renderer/pages/ticket/question-card.tsx';
import { RelationsTab } from '#renderer/pages/ticket/relations-tab.tsx';
import { Segments } from '#renderer/pages/ticket/segments.tsx';
import { TalkTab } from '#renderer/pages/ticket/talk-tab.tsx';
import { TasksTab } from '#renderer/pages/ticket/tasks-tab.tsx';
import type { TicketFacts } from '#renderer/pages/ticket/ticket-facts.ts';
import { TicketHeader } from '#renderer/pages/ticket/ticket-header.tsx';
import { TicketSide, TicketSideParts } from '#renderer/pages/ticket/ticket-side.tsx';
import { useDeskErrors } from '#renderer/pages/ticket/use-desk-errors.ts';
import { usePrintTicket } from '#renderer/pages/ticket/use-print-ticket.ts';
import { useTicketActions } from '#renderer/pages/ticket/use-ticket-actions.tsx';
import { ValuesTab } from '#renderer/pages/ticket/values-tab.tsx';
import { useDropPlace } from '#renderer/state/drop-place.ts';

const tabIds = ['request', 'talk', 'approval', 'tasks', 'files', 'relations', 'side'] as const;
type Tab = (typeof tabIds)[number];

/** The whole ticket: what was asked, what was said, who has to agree, what has to be done, files, links. */
export function TicketCard({ facts }: { facts: TicketFacts }) {
  const { ticket, may, tasks } = facts;
  const t = useWords('queues');
  const words = useDeskErrors();
  const navigate = useNavigate();
  const location = useLocation();
  const narrow = useMediaQuery('(max-width: 1365px)', false, { getInitialValueInEffect: false });
  const [search, setSearch] = useSearchParams();
  const attach = useAttach(ticket.id);
  const approval = useApprovalActions(ticket.id);
  const printing = usePrintTicket(facts);
  const composer = useRef<ComposerHandle>(null);
  // The field may be on a tab that is only about to open: it is gone to as soon as it is there.
  const wish = useRef<'reply' | 'note' | null>(null);
  const holdComposer = useCallback((handle: ComposerHandle | null) => {
    composer.current = handle;
    if (!handle || !wish.current) return;
    const mode = wish.current;
    wish.current = null;
    handle.focus(mode);
  }, []);
  const opened = useQuery('document.card', { id: ticket.id });
  const paper = (opened.current && opened.data) || null;
  const rounds = (approval.view?.current ? 1 : 0) + (approval.view?.others.length ?? 0);
  const shown: Tab[] = [
    'request',
    'talk',
    ...(rounds > 0 ? (['approval'] as const) : []),
    ...(tasks.length > 0 || may.desk ? (['tasks'] as const) : []),
    'files',
    ...(facts.links.length > 0 || may.desk ? (['relations'] as const) : []),
    ...(narrow ? (['side'] as const) : []),
  ];
  // Links of elsewhere call the course the discussion.
  const asked = search.get('tab') === 'discussion' ? 'talk' : search.get('tab');
  const tab: Tab = shown.find((one) => one === asked) ?? 'request';
  const open = (next: string) => setSearch(next === 'request' ? {} : { tab: next }, { replace: true });
  const answer = (mode: 'reply' | 'note' = 'reply') => {
    if (composer.current) return composer.current.focus(mode);
    wish.current = mode;
    open('talk');
  };
  const actions = useTicketActions(facts, answer);
  useDropPlace({
    kind: 'card',
    title: ticket.number ?? ticket.title.slice(0, 60),
    take: (files) => {
      open('files');
      void attach.run(files);
    },
  });
  const offers = (id: string) => [actions.primary, actions.secondary, ...actions.more].some((one) => one?.id === id);
  const act = (id: Parameters<typeof actions.open>[0]) => (offers(id) ? actions.open(id) : false);
  const back = () =>
    location.key === 'default' ? navigate(may.desk ? '/tickets/queues' : '/tickets/mine') : navigate(-1);
  useShortcuts([
    { keys: 'Esc', run: back },
    { keys: 'T', run: () => (may.take ? actions.take() : false) },
    { keys: 'M', run: () => act('stage') },
    // While a decision of the approval waits for this person, these keys are the approval's.
    ...(approval.task
      ? []
      : [
          { keys: 'D', run: () => act('assign') },
          { keys: 'R', run: () => (may.desk || may.own ? answer() : false) },
        ]),
    { keys: 'N', run: () => (may.desk ? answer('note') : false) },
    { keys: 'L', run: () => void copyAddress() },
    { keys: 'Ctrl+P', whileTyping: true, run: () => void printing.run() },
  ]);
  const done = tasks.filter((task) => task.state === 'done').length;
  const votes = approval.view?.current;
  const living = paper?.attachments.filter((file) => file.archivedAt === null && !file.superseded).length;
  const of = (is: number, all: number) => t('countOf', { done: formatCount(is), total: formatCount(all) });
  const counts: Partial<Record<Tab, string | number | undefined>> = {
    talk: facts.talk.filter((line) => line.type !== 'event').length || undefined,
    approval: votes?.state === 'running' ? of(votes.agreed, votes.needed) : undefined,
    tasks: tasks.length > 0 ? of(done, tasks.length) : undefined,
    files: living || undefined,
    relations: facts.links.length || undefined,
  };
  return (
    <Sheet>
      <TicketHeader facts={facts} paper={paper} actions={actions} approval={approval} printing={printing} />
      <Segments segments={facts.segments} />
      <div className={css['tabs']}>
        <ViewTabs
          label={t('tabs')}
          active={tab}
          onChange={open}
          tabs={shown.map((id) => ({ id, label: t(`tab_${id}`), count: counts[id] }))}
        />
      </div>
      <div className={css['split']}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling tab panel must be reachable with the keyboard */}
        <div className={css['main']} role="tabpanel" tabIndex={0} aria-label={t(`tab_${tab}`)} data-area="panel">
          <div className={css['above']}>
            {paper && <ConflictNote conflicts={paper.conflicts} />}
            {approval.notes}
            <TicketNotes facts={facts} actions={actions} />
            {attach.error && tab !== 'files' && <Note tone="red" title={words(attach.error)} />}
            {printing.error && <Note tone="red" title={words(printing.error)} />}
          </div>
          <ErrorBoundary place="CARD" key={tab}>
            {tab === 'request' && <ValuesTab facts={facts} />}
            {tab === 'talk' && <TalkTab facts={facts} actions={actions} composer={holdComposer} />}
            {tab === 'approval' && (
              <>
                <h2 className="op-hidden">{t('tab_approval')}</h2>
                <ApprovalTab documentId={ticket.id} />
              </>
            )}
            {tab === 'tasks' && <TasksTab facts={facts} onAdd={() => actions.open('task')} />}
            {tab === 'files' && paper && <FilesTab card={paper} attach={attach} />}
            {tab === 'relations' && (
              <RelationsTab facts={facts} onLink={() => actions.open('link')} onSplit={() => actions.open('split')} />
            )}
            {tab === 'side' && (
              <div className={css['pad']}>
                <TicketSideParts facts={facts} actions={actions} printing={printing} />
              </div>
            )}
          </ErrorBoundary>
        </div>
        {!narrow && <TicketSide facts={facts} actions={actions} printing={printing} />}
      </div>
      {actions.dialogs}
      {approval.dialogs}
    </Sheet>
  );
}
