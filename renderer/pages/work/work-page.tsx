import { useEffect, useMemo, useRef } from 'react';
import { useNavigate } from 'react-router';
import { ErrorBoundary } from '#renderer/components/error-boundary.tsx';
import { ErrorPanel } from '#renderer/components/error-panel.tsx';
import { KeyCaps } from '#renderer/components/key-caps.tsx';
import { ListFooter, PageHeader, Sheet } from '#renderer/components/sheet.tsx';
import { SkeletonRows } from '#renderer/components/skeleton-rows.tsx';
import { useDelayed } from '#renderer/components/use-delayed.ts';
import type { LineListHandle } from '#renderer/components/use-line-list.ts';
import { ViewTabs } from '#renderer/components/view-tabs.tsx';
import { asCoreError } from '#renderer/data/core-error.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useShortcuts } from '#renderer/frame/use-shortcuts.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useSeen } from '#renderer/pages/approval/use-seen.ts';
import { FindField } from '#renderer/pages/documents/find-field.tsx';
import { EmptyWork } from '#renderer/pages/work/empty-work.tsx';
import { cursorIndex, listRows } from '#renderer/pages/work/list-rows.ts';
import { RefusedNote } from '#renderer/pages/work/refused-note.tsx';
import { SubstitutionBanner } from '#renderer/pages/work/substitution-banner.tsx';
import { placeOf, useWorkActions } from '#renderer/pages/work/use-work-actions.ts';
import { useWorkSelection } from '#renderer/pages/work/use-work-selection.ts';
import css from '#renderer/pages/work/work.module.css';
import { LeftOut, WorkBulk } from '#renderer/pages/work/work-bulk.tsx';
import { WorkDialogs } from '#renderer/pages/work/work-dialogs.tsx';
import { WorkList } from '#renderer/pages/work/work-list.tsx';
import { WorkPreview } from '#renderer/pages/work/work-preview.tsx';
import { useApprovalDesk } from '#renderer/state/approval-desk.ts';
import { usePanels } from '#renderer/state/panels.ts';
import { useWorkDesk } from '#renderer/state/work.ts';
import type { QueryResult } from '#shared/queries/registry.ts';
import { type WorkTab, workTabs } from '#shared/queries/work.ts';

/** «Мои дела»: everything that waits for the person, decided in place. */
export function WorkPage() {
  const t = useWords('work');
  const words = useErrorWords();
  const { tab, insteadOf, text } = useWorkDesk();
  const { data, error, refresh } = useQuery('work.list', { tab, insteadOf, text: text.trim() || null });
  const late = useDelayed(data === undefined, 300);
  if (data) return <OpenWork list={data} />;
  const refusal = error ? asCoreError(error) : null;
  return (
    <Sheet>
      <PageHeader title={t('title')} />
      {refusal ? (
        <ErrorPanel title={words(refusal)} code={refusal.told} onRetry={refresh} />
      ) : (
        late && <SkeletonRows rows={12} />
      )}
    </Sheet>
  );
}

function OpenWork({ list }: { list: QueryResult<'work.list'> }) {
  const t = useWords('work');
  const navigate = useNavigate();
  const desk = useWorkDesk();
  const { preview, showPreview } = usePanels();
  const find = useRef<HTMLInputElement>(null);
  const grid = useRef<LineListHandle>(null);
  const { rows, ordered, height } = useMemo(() => listRows(list.items), [list.items]);
  // Where the cursor was when its item went: the next one has come to that place.
  const lastIndex = useRef(0);
  const index = cursorIndex(ordered, desk.cursor, lastIndex.current);
  lastIndex.current = Math.max(0, index);
  const item = ordered[index] ?? null;
  const cursorId = item?.item ?? null;
  useEffect(() => {
    if (cursorId !== null && cursorId !== useWorkDesk.getState().cursor) useWorkDesk.getState().stand(cursorId);
  }, [cursorId]);

  const reading = useSeen(item?.documentId ?? null, item?.decide, item?.decide != null);
  const actions = useWorkActions(ordered, item, reading.stale);
  const refusal = useApprovalDesk((approval) => approval.refusal);
  const chosen = useWorkSelection(ordered, index);
  const open = (at: number, newWindow: boolean) => {
    const one = ordered[at];
    if (!one) return;
    if (newWindow) window.open(`#${placeOf(one)}`);
    else navigate(placeOf(one));
  };
  const act = () => (reading.stale && !actions.bulk ? reading.accept() : void actions.run.run());
  const snooze = () => (desk.tab === 'snoozed' ? void actions.wake.run() : void actions.begin('snooze'));
  useShortcuts([
    { keys: 'J', run: () => chosen.move(index + 1) },
    { keys: 'K', run: () => chosen.move(index - 1) },
    { keys: 'X', run: () => chosen.toggle(index, false) },
    { keys: 'Shift+X', run: () => chosen.toggle(index, true) },
    { keys: 'Ctrl+A', run: chosen.all },
    { keys: 'Esc', run: chosen.clear },
    { keys: '/', run: () => find.current?.focus() },
    { keys: 'A', run: act },
    { keys: 'R', run: () => void actions.begin('return') },
    { keys: 'S', run: snooze },
    { keys: 'D', run: () => void actions.begin('delegate') },
  ]);
  // The keys of the list work from the first moment, unless the hand is somewhere else already.
  const empty = ordered.length === 0;
  useEffect(() => {
    if (!empty && document.activeElement === document.body) grid.current?.focus();
  }, [empty]);
  // What had the focus may have gone with the dialog or with the decided item; the list takes it back.
  const dialog = actions.dialog !== null;
  const busy = actions.run.busy;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the item is another one once it was decided
  useEffect(() => {
    if (dialog || busy || empty) return;
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) grid.current?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [dialog, busy, empty, cursorId]);
  const stale = reading.stale
    ? { from: reading.seen?.versionNumber ?? 0, to: item?.decide?.versionNumber ?? 0, accept: reading.accept }
    : null;
  return (
    <Sheet>
      <PageHeader title={t('title')} tools={<SubstitutionBanner list={list} />}>
        <ViewTabs
          label={t('tabs')}
          active={desk.tab}
          onChange={(tab) => desk.choose(tab as WorkTab)}
          tabs={workTabs.map((tab) => ({
            id: tab,
            label: t(`tab_${tab}`),
            count: list.counts[tab] || undefined,
          }))}
        />
      </PageHeader>
      <div className={css['split']}>
        <div className={css['main']}>
          <div className={css['filter']}>
            <FindField value={desk.text} onChange={desk.find} ref={find} />
          </div>
          <RefusedNote />
          <LeftOut left={actions.left} onClose={actions.forget} />
          {ordered.length === 0 ? (
            <div className={css['empty']}>
              <EmptyWork list={list} />
            </div>
          ) : (
            <WorkList
              ref={grid}
              rows={rows}
              height={height}
              cursor={index}
              count={ordered.length}
              covered={actions.bulk ? BAR : 0}
              selected={(id) => desk.selection.has(id)}
              onStand={chosen.move}
              onToggle={chosen.toggle}
              onOpen={open}
              onPreview={() => showPreview(!preview)}
            />
          )}
          <WorkBulk items={ordered} actions={actions} />
          <ListFooter start={<Keys />} />
        </div>
        {preview && (
          <ErrorBoundary place="PREVIEW">
            <WorkPreview
              item={item}
              actions={actions}
              stale={stale}
              error={actions.error ?? refusal?.error ?? null}
              onOpen={() => open(index, false)}
            />
          </ErrorBoundary>
        )}
      </div>
      <WorkDialogs actions={actions} />
    </Sheet>
  );
}

/** Height of the bulk bar with the space around it, in pixels. */
const BAR = 72;

/** The keys of the page, printed where they are used. */
function Keys() {
  const t = useWords('work');
  const keys = [
    [['J', 'K'], t('keyNext')],
    [['X'], t('keySelect')],
    [['Shift', 'X'], t('keyUpTo')],
    [['Enter'], t('keyOpen')],
    [['Z'], t('keyUndo')],
    [['?'], t('keyAll')],
  ] as const;
  return (
    <span className={css['keys']}>
      {keys.map(([caps, words]) => (
        <span key={words} className={css['key']}>
          <KeyCaps keys={caps} /> {words}
        </span>
      ))}
    </span>
  );
}
