import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { DataGrid } from '#renderer/components/data-grid/data-grid.tsx';
import type { GridColumn, GridHandle } from '#renderer/components/data-grid/types.ts';
import { ErrorBoundary } from '#renderer/components/error-boundary.tsx';
import { ErrorPanel } from '#renderer/components/error-panel.tsx';
import { ListFooter, PageHeader, Sheet } from '#renderer/components/sheet.tsx';
import { runQuery } from '#renderer/data/core.ts';
import { asCoreError } from '#renderer/data/core-error.ts';
import { useDirectory } from '#renderer/data/directory.tsx';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWindows } from '#renderer/data/use-windows.ts';
import { useShortcuts } from '#renderer/frame/use-shortcuts.ts';
import { formatCount, formatMoney } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { BulkActions } from '#renderer/pages/documents/bulk-actions.tsx';
import { ConditionBar } from '#renderer/pages/documents/condition-bar.tsx';
import { sameFilter } from '#renderer/pages/documents/conditions.ts';
import css from '#renderer/pages/documents/documents.module.css';
import { EmptyRegister } from '#renderer/pages/documents/empty-register.tsx';
import { askedFilter, type Register, useRegister, useRegisterState } from '#renderer/pages/documents/register.ts';
import { RegisterTabs } from '#renderer/pages/documents/register-tabs.tsx';
import { useSaveView } from '#renderer/pages/documents/use-save-view.ts';
import type { NamedView } from '#renderer/pages/documents/use-views.ts';
import { useShownRegister } from '#renderer/state/documents-register.ts';
import { usePanels } from '#renderer/state/panels.ts';
import type { DocumentListRow, DocumentSort } from '#shared/queries/document.ts';

export interface RegisterListProps {
  title: string;
  views: readonly NamedView[];
  columns: readonly GridColumn<DocumentListRow>[];
  /** Beside the title's right end. */
  tools: ReactNode;
  preview: (id: string | null) => ReactNode;
  /** Stands in the list's place when nothing exists yet. */
  nothing: ReactNode;
}

/** A register of documents: views, conditions, the list, the preview of the row under the cursor. */
export function RegisterList({ title, views, columns, tools, ...props }: RegisterListProps) {
  const t = useWords('documents');
  const words = useErrorWords();
  const navigate = useNavigate();
  const kept = useRegister();
  const register = useRegisterState();
  const { preview, density, showPreview } = usePanels();
  const showRegister = useShownRegister((shown) => shown.show);
  useEffect(() => showRegister(kept.page), [showRegister, kept.page]);
  const grid = useRef<GridHandle>(null);
  const find = useRef<HTMLInputElement>(null);
  const [cursor, setCursor] = useState<{ id: string; index: number } | null>(null);

  const view = views.find((one) => one.id === register.view);
  const first = views[0];
  const { ready } = useDirectory();
  const seen = useRef('');
  useEffect(() => {
    if (view) seen.current = view.id;
    // Until the directory has come, the tab of the person's own branch is not among the views. And a view that is missing
    // may have been saved a moment ago: only one that was there and has gone gives way to the first.
    else if (ready && first && register.view === seen.current) register.open(first.id, first);
  }, [ready, view, first, register]);

  const { filter, sort, text } = register;
  const asked = useMemo(() => ({ filter: askedFilter(kept, filter, text), sort }), [kept, filter, sort, text]);
  const list = useWindows('document.list', asked);
  const total = list.data?.total ?? 0;

  useReturn(grid, kept.useStore, asked, total, text);
  useShortcuts(
    useMemo(
      () => [
        { keys: '/', run: () => find.current?.focus() },
        { keys: 'Space', run: () => showPreview(!usePanels.getState().preview) },
        { keys: 'J', run: () => grid.current?.move(1) },
        { keys: 'K', run: () => grid.current?.move(-1) },
      ],
      [showPreview],
    ),
  );

  const changed = view !== undefined && (!sameFilter(view.filter, filter) || text !== '');
  const save = useSaveView(view);
  const selectAll = useCallback(
    () => void runQuery('document.ids', asked).then(({ ids }) => register.select(new Set(ids)), console.error),
    [asked, register.select],
  );
  if (list.error && !list.data) {
    const error = asCoreError(list.error);
    return (
      <Sheet>
        <PageHeader title={title} />
        <ErrorPanel title={words(error)} code={error.told} onRetry={list.refresh} />
      </Sheet>
    );
  }
  return (
    <Sheet>
      <PageHeader title={title} tools={tools}>
        <RegisterTabs views={views} />
      </PageHeader>
      <div className={css['split']}>
        <div className={css['list']}>
          <ConditionBar
            filter={filter}
            text={text}
            changed={changed}
            onChange={register.change}
            onText={register.find}
            onReset={() => view && register.open(view.id, view)}
            onSave={view?.saved && !sameFilter(view.filter, filter) ? save : undefined}
            findRef={find}
          />
          {list.data && (
            <DataGrid
              ref={grid}
              label={title}
              columns={columns}
              getWindow={list.getWindow}
              total={total}
              current={list.current}
              version={list.version}
              density={density}
              sort={{ column: sort.column, descending: sort.direction === 'desc' }}
              onSort={({ column, descending }) =>
                register.order({ column: column as DocumentSort['column'], direction: descending ? 'desc' : 'asc' })
              }
              selection={register.selection}
              onSelect={register.select}
              onSelectAll={selectAll}
              onCursor={(row, index) => {
                setCursor({ id: row.id, index });
                register.stand(row.id);
              }}
              onOpen={(row, newWindow) =>
                newWindow ? window.open(`#/documents/${row.id}`) : navigate(`/documents/${row.id}`)
              }
              onPreview={() => showPreview(!preview)}
              empty={
                <EmptyRegister
                  set={text ? { ...filter, text } : filter}
                  nothing={props.nothing}
                  onChange={register.change}
                  onText={register.find}
                />
              }
            />
          )}
          <BulkActions archived={filter.archived === true} />
          <ListFooter
            start={
              <>
                <span>
                  {t('selected')} <b>{formatCount(register.selection.size)}</b>
                </span>
                <span>
                  {t('shown')} <b>{formatCount(total)}</b>
                </span>
              </>
            }
            end={
              <>
                <span>{t('total')}</span>
                <b className={css['sum']}>{formatMoney(list.data?.sum ?? 0)}</b>
              </>
            }
          />
        </div>
        {preview && (
          <ErrorBoundary place="PREVIEW">{props.preview(total > 0 ? (cursor?.id ?? null) : null)}</ErrorBoundary>
        )}
      </div>
    </Sheet>
  );
}

/** Puts the cursor where it stood before a card was opened, or on the first row; not while words are being typed. */
function useReturn(
  grid: { current: GridHandle | null },
  useStore: Register['useStore'],
  asked: Parameters<typeof runQuery<'document.ids'>>[1],
  total: number,
  text: string,
): void {
  const done = useRef('');
  const key = JSON.stringify(asked);
  useEffect(() => {
    if (total === 0 || done.current === key || document.activeElement instanceof HTMLInputElement) return;
    done.current = key;
    const { cursorId } = useStore.getState();
    if (!cursorId || text) {
      grid.current?.goTo(0);
      return;
    }
    runQuery('document.position', { ...asked, id: cursorId }).then(
      ({ index }) => grid.current?.goTo(Math.max(0, index)),
      console.error,
    );
  }, [grid, useStore, asked, key, total, text]);
}
