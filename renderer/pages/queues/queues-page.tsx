import { IconCoffee, IconLayoutKanban, IconLayoutList } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { EmptyFilter, EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorBoundary } from '#renderer/components/error-boundary.tsx';
import { ErrorPanel } from '#renderer/components/error-panel.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { ListFooter, PageHeader, Sheet } from '#renderer/components/sheet.tsx';
import { SkeletonRows } from '#renderer/components/skeleton-rows.tsx';
import { useDelayed } from '#renderer/components/use-delayed.ts';
import type { LineListHandle } from '#renderer/components/use-line-list.ts';
import { asCoreError } from '#renderer/data/core-error.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useShortcuts } from '#renderer/frame/use-shortcuts.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { SectionTabs } from '#renderer/pages/portal/section-tabs.tsx';
import { Board } from '#renderer/pages/queues/board.tsx';
import { type BulkDialog, DeskBulkBar, DeskBulkDialogs, DeskLeftOut } from '#renderer/pages/queues/desk-bulk.tsx';
import { DeskConditionsBar } from '#renderer/pages/queues/desk-conditions.tsx';
import { filterOf, startConditions, useDeskState } from '#renderer/pages/queues/desk-state.ts';
import { QueueList } from '#renderer/pages/queues/queue-list.tsx';
import css from '#renderer/pages/queues/queues.module.css';
import { useDeskBulk } from '#renderer/pages/queues/use-desk-bulk.ts';
import { useDeskSelection } from '#renderer/pages/queues/use-desk-selection.ts';
import { useQueueRows } from '#renderer/pages/queues/use-queue-rows.ts';
import { useTake } from '#renderer/pages/queues/use-take.ts';
import { SubstitutionDialog } from '#renderer/pages/substitution/substitution-dialog.tsx';
import { TicketPanel, type TicketPanelHandle } from '#renderer/pages/ticket/ticket-panel.tsx';
import { useDeskErrors } from '#renderer/pages/ticket/use-desk-errors.ts';
import { usePanels } from '#renderer/state/panels.ts';
import { useSession } from '#renderer/state/session.ts';
import type { QueryResult } from '#shared/queries/registry.ts';

const icon = { size: 16, stroke: 1.6 } as const;

/** The desks of the person: what came, what breaks next, who has it; the ticket under the cursor answered beside the list. */
export function QueuesPage() {
  const t = useWords('queues');
  const portal = useWords('portal');
  const words = useErrorWords();
  const { data, error, refresh } = useQuery('queue.counts', {});
  const late = useDelayed(data === undefined, 300);
  if (data && data.queues.length > 0) return <Desk counts={data} />;
  const refusal = error ? asCoreError(error) : null;
  return (
    <Sheet>
      <PageHeader title={portal('title')}>
        <SectionTabs active="queues" />
      </PageHeader>
      {data ? (
        <EmptyState title={t('noDesks')} text={t('noDesksText')} />
      ) : refusal ? (
        <ErrorPanel title={words(refusal)} code={refusal.told} onRetry={refresh} />
      ) : (
        late && <SkeletonRows rows={12} />
      )}
    </Sheet>
  );
}

/** Height of the bulk bar with the space around it, in pixels. */
const BAR = 72;

function Desk({ counts }: { counts: QueryResult<'queue.counts'> }) {
  const t = useWords('queues');
  const portal = useWords('portal');
  const navigate = useNavigate();
  const errors = useDeskErrors();
  const me = useSession((session) => session.state?.user?.id ?? '');
  const desk = useDeskState();
  const { preview, showPreview } = usePanels();
  const own = counts.queues.map((one) => one.id);
  // A desk that the person has left since is not asked for any more.
  const queueId = desk.queueId !== null && own.includes(desk.queueId) ? desk.queueId : null;
  const filter = filterOf({ ...desk, queueId }, own, me);
  const isBoard = desk.view === 'board';
  const rows = useQueueRows(isBoard ? null : filter);
  const find = useRef<HTMLInputElement>(null);
  const list = useRef<LineListHandle>(null);
  const panel = useRef<TicketPanelHandle>(null);
  const chosen = useDeskSelection(rows.rowAt, rows.total);
  const bulk = useDeskBulk();
  const take = useTake(filter.queueIds ?? own, (id) => desk.stand(id));
  const [dialog, setDialog] = useState<BulkDialog | null>(null);
  const [leaves, setLeaves] = useState(false);
  const several = desk.selection.size > 1;

  // Where the cursor was when its ticket went: the next one has come to that place.
  const lastIndex = useRef(0);
  const found = desk.cursor === null ? -1 : rows.indexOf(desk.cursor);
  const index = rows.total === 0 ? -1 : found >= 0 ? found : Math.min(lastIndex.current, rows.total - 1);
  if (index >= 0) lastIndex.current = index;
  const cursorId = isBoard ? desk.cursor : (rows.rowAt(index)?.id ?? null);
  useEffect(() => {
    if (cursorId !== null && cursorId !== useDeskState.getState().cursor) useDeskState.getState().stand(cursorId);
  }, [cursorId]);
  // A row that was jumped to has been read by now.
  useEffect(() => {
    if (chosen.awaited.current !== null) chosen.move(chosen.awaited.current);
  });
  const open = (id: string | null, newWindow: boolean) => {
    if (!id) return;
    if (newWindow) window.open(`#/tickets/${id}`);
    else navigate(`/tickets/${id}`);
  };
  const openAt = (at: number, newWindow: boolean) => open(rows.rowAt(at)?.id ?? null, newWindow);
  const next = () => (several ? void bulk.run({ type: 'take', me }) : void take.next());
  const hand = () => (several ? setDialog('assign') : panel.current?.open('assign'));
  const move = () => (several ? setDialog('transfer') : panel.current?.open('stage'));
  useShortcuts([
    { keys: 'J', run: () => (isBoard ? false : chosen.move(index + 1)) },
    { keys: 'K', run: () => (isBoard ? false : chosen.move(index - 1)) },
    { keys: 'X', run: () => (isBoard || index < 0 ? false : chosen.toggle(index, false)) },
    { keys: 'Shift+X', run: () => (isBoard || index < 0 ? false : chosen.toggle(index, true)) },
    { keys: 'Ctrl+A', run: () => (isBoard ? false : chosen.all()) },
    { keys: 'Esc', run: chosen.clear },
    { keys: '/', run: () => find.current?.focus() },
    { keys: 'T', run: next },
    { keys: 'D', run: hand },
    { keys: 'M', run: () => (isBoard ? false : move()) },
    { keys: 'R', run: () => panel.current?.focus('reply') },
    { keys: 'N', run: () => panel.current?.focus('note') },
  ]);
  // The keys of the list work from the first moment, unless the hand is somewhere else already.
  const empty = rows.total === 0;
  useEffect(() => {
    if (!empty && document.activeElement === document.body) list.current?.focus();
  }, [empty]);
  const refusal = rows.head.error ? asCoreError(rows.head.error) : null;
  const late = useDelayed(!isBoard && rows.head.data === undefined, 300);
  const mine = counts.queues.filter((one) => queueId === null || one.id === queueId);
  return (
    <Sheet>
      <PageHeader
        title={portal('title')}
        tools={
          <>
            <IconButton label={t(isBoard ? 'toList' : 'toBoard')} onClick={() => desk.show(isBoard ? 'list' : 'board')}>
              {isBoard ? <IconLayoutList {...icon} /> : <IconLayoutKanban {...icon} />}
            </IconButton>
            <ActionButton icon={<IconCoffee {...icon} />} onClick={() => setLeaves(true)}>
              {t('handOver')}
            </ActionButton>
            <ActionButton variant="filled" keys={['T']} busy={take.busy} onClick={() => void take.next()}>
              {t('takeNext')}
            </ActionButton>
          </>
        }
      >
        <SectionTabs active="queues" />
      </PageHeader>
      <div className={css['split']}>
        <div className={css['main']}>
          <DeskConditionsBar counts={counts} findRef={find} />
          <DeskLeftOut bulk={bulk} />
          {take.error && (
            <div className={css['leftOut']}>
              <Note tone="red" title={errors(take.error)} />
            </div>
          )}
          {isBoard ? (
            <Board filter={filter} onOpen={open} />
          ) : rows.head.data === undefined ? (
            <div className={css['empty']}>
              {refusal ? (
                <ErrorPanel title={errors(refusal)} code={refusal.told} onRetry={rows.head.refresh} />
              ) : (
                late && <SkeletonRows rows={12} />
              )}
            </div>
          ) : empty ? (
            <div className={css['empty']}>
              <EmptyDesk counts={mine} />
            </div>
          ) : (
            <QueueList
              ref={list}
              rows={rows}
              cursor={index}
              covered={several ? BAR : 0}
              selected={(id) => desk.selection.has(id)}
              onStand={chosen.move}
              onToggle={chosen.toggle}
              onOpen={openAt}
              onTake={take.row}
              onPreview={() => showPreview(!preview)}
            />
          )}
          <DeskBulkBar onDialog={setDialog} onTake={() => void bulk.run({ type: 'take', me })} />
          <ListFooter start={<span className={css['footNote']}>{t('footNote')}</span>} end={<Load queues={mine} />} />
        </div>
        {preview && (
          <ErrorBoundary place="TICKET">
            <TicketPanel ref={panel} id={cursorId} onOpen={() => open(cursorId, false)} />
          </ErrorBoundary>
        )}
      </div>
      {dialog && <DeskBulkDialogs dialog={dialog} bulk={bulk} onClose={() => setDialog(null)} />}
      {leaves && <SubstitutionDialog onClose={() => setLeaves(false)} kinds={['tickets', 'queues']} />}
    </Sheet>
  );
}

/** How many the person has of how many they may have, and how many nobody has. */
function Load({ queues }: { queues: QueryResult<'queue.counts'>['queues'] }) {
  const t = useWords('queues');
  const mine = queues.reduce((sum, one) => sum + one.mine, 0);
  const limits = queues.map((one) => one.limit);
  const limit = limits.includes(null) ? null : limits.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  const free = queues.reduce((sum, one) => sum + one.unassigned, 0);
  return (
    <>
      <span>
        {t('load')}{' '}
        <b>{limit === null ? String(mine) : t('loadOfLimit', { mine: String(mine), limit: String(limit) })}</b>
      </span>
      <span>
        {t('unassigned')} <b>{free}</b>
      </span>
    </>
  );
}

/** Nothing fits: the condition to blame is named; or everything is done. */
function EmptyDesk({ counts }: { counts: QueryResult<'queue.counts'>['queues'] }) {
  const t = useWords('queues');
  const common = useWords('common');
  const { conditions, text, setConditions, find } = useDeskState();
  const open = counts.reduce((sum, one) => sum + one.open, 0);
  const narrowed =
    text !== '' ||
    conditions.services.length > 0 ||
    conditions.branches.length > 0 ||
    conditions.priorities.length > 0 ||
    (conditions.assigned !== null && open > 0);
  if (!narrowed) return <EmptyState title={t('deskDone')} text={t('deskDoneText')} />;
  return (
    <EmptyFilter title={common('nothingFiltered')}>
      {open > 0 && `${t('deskOthers', { count: open })} `}
      <LinkButton
        onClick={() => {
          find('');
          setConditions({ ...startConditions, assigned: null });
        }}
      >
        {t('showWhole')}
      </LinkButton>
    </EmptyFilter>
  );
}
