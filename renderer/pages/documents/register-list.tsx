import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { DataGrid } from '#renderer/components/data-grid/data-grid.tsx';
import { handIsBusy } from '#renderer/components/data-grid/hand-is-busy.ts';
import type { GridColumn, GridHandle } from '#renderer/components/data-grid/types.ts';
import { ErrorBoundary } from '#renderer/components/error-boundary.tsx';
import { ErrorPanel } from '#renderer/components/error-panel.tsx';
import { ListFooter, PageHeader, Sheet } from '#renderer/components/sheet.tsx';
import { runQuery } from '#renderer/data/core.ts';
import { asCoreError } from '#renderer/data/core-error.ts';
import { useDirectory } from '#renderer/data/directory.tsx';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useShortcuts } from '#renderer/frame/use-shortcuts.ts';
import { formatCount, formatMoney } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { BulkActions } from '#renderer/pages/documents/bulk-actions.tsx';
import { useArrangedColumns } from '#renderer/pages/documents/columns/use-arranged-columns.ts';
import { ConditionBar } from '#renderer/pages/documents/condition-bar.tsx';
import css from '#renderer/pages/documents/documents.module.css';
import { EmptyRegister } from '#renderer/pages/documents/empty-register.tsx';
import { useExportColumns } from '#renderer/pages/documents/export/export-columns.ts';
import { ExportDialog } from '#renderer/pages/documents/export/export-dialog.tsx';
import { GroupLine, Sums } from '#renderer/pages/documents/groups/group-line.tsx';
import { useGroupWords } from '#renderer/pages/documents/groups/group-words.ts';
import { askedFilter, type Register, useRegister, useRegisterState } from '#renderer/pages/documents/register.ts';
import { RegisterTabs } from '#renderer/pages/documents/register-tabs.tsx';
import { RegisterTools } from '#renderer/pages/documents/register-tools.tsx';
import { sameView, turned } from '#renderer/pages/documents/same-view.ts';
import { type RegisterLine, useRegisterList } from '#renderer/pages/documents/use-register-list.ts';
import { useSaveView } from '#renderer/pages/documents/use-save-view.ts';
import type { NamedView } from '#renderer/pages/documents/use-views.ts';
import { useShownRegister } from '#renderer/state/documents-register.ts';
import { usePanels } from '#renderer/state/panels.ts';
import { type DocumentListRow, type DocumentSort, isBand } from '#shared/queries/document.ts';

export interface RegisterListProps {
  title: string;
  views: readonly NamedView[];
  /** The columns that the register has by itself; rarer ones are added to them. */
  columns: readonly GridColumn<DocumentListRow>[];
  /** Beside the title's right end, before the tools of every register. */
  tools?: ReactNode;
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
  const list = useRegisterList(asked, register.group, register.folded);
  const { lines } = list;
  const totals = useQuery('document.totals', { filter: asked.filter }).data;
  const arranged = useArrangedColumns(columns, view?.saved ?? false);
  const shown = useMemo(() => arranged.columns.filter((column) => !column.hidden), [arranged.columns]);
  const groupWords = useGroupWords(register.group);
  const exportColumns = useExportColumns();
  const [exporting, setExporting] = useState<'view' | 'selection' | null>(null);

  useReturn(grid, kept.useStore, asked, lines, text);
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

  const altered = view !== undefined && !sameView(view, register);
  const changed = altered || text !== '';
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
      <PageHeader
        title={title}
        tools={
          <>
            {tools}
            <RegisterTools arranged={arranged} saved={view?.saved ?? false} onExport={() => setExporting('view')} />
          </>
        }
      >
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
            onSave={view?.saved && altered ? save : undefined}
            findRef={find}
          />
          {list.data && (
            <DataGrid<RegisterLine>
              ref={grid}
              label={title}
              // Bands are drawn by themselves: no column is ever asked of one.
              columns={shown as GridColumn<RegisterLine>[]}
              getWindow={list.getWindow}
              total={lines}
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
              isBand={isBand}
              band={(row) => isBand(row) && <GroupLine band={row} name={groupWords(row)} />}
              onBand={(row, open) => isBand(row) && register.fold(turned(register.folded, row, open))}
              onResize={arranged.resize}
              onCursor={(row, index) => {
                setCursor(isBand(row) ? null : { id: row.id, index });
                if (!isBand(row)) register.stand(row.id);
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
          <BulkActions asked={asked.filter} onExport={() => setExporting('selection')} />
          <ListFooter
            start={
              <>
                <span>
                  {t('selected')} <b>{formatCount(register.selection.size)}</b>
                </span>
                <span>
                  {t('shown')} <b>{formatCount(list.documents)}</b>
                </span>
              </>
            }
            end={
              <>
                <span>{t('total')}</span>
                <span className={css['sum']}>
                  {totals?.sums.length ? <Sums sums={totals.sums} /> : <b>{formatMoney(0)}</b>}
                </span>
              </>
            }
          />
        </div>
        {preview && (
          <ErrorBoundary place="PREVIEW">{props.preview(lines > 0 ? (cursor?.id ?? null) : null)}</ErrorBoundary>
        )}
      </div>
      <ExportDialog
        opened={exporting !== null}
        count={exporting === 'selection' ? register.selection.size : list.documents}
        ids={async () => {
          const by = register.group;
          const { ids } = await runQuery('document.ids', by === null ? asked : { ...asked, by });
          return exporting === 'selection' ? ids.filter((id) => register.selection.has(id)) : ids;
        }}
        columns={exporting === null ? [] : exportColumns(shown)}
        title={[title, view?.label].filter(Boolean).join(' – ')}
        onClose={() => setExporting(null)}
      />
    </Sheet>
  );
}

/** Puts the cursor where it stood before a card was opened, or on the first row; not while the hand is busy elsewhere. */
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
    if (total === 0 || done.current === key || handIsBusy()) return;
    done.current = key;
    const { cursorId, group } = useStore.getState();
    // In groups a document may lie in one that is folded.
    if (!cursorId || text || group) {
      grid.current?.goTo(0);
      return;
    }
    runQuery('document.position', { ...asked, id: cursorId }).then(
      // Until the place was known the hand may have gone to the words to find, or to a dialog: it stays there.
      ({ index }) => handIsBusy() || grid.current?.goTo(Math.max(0, index)),
      console.error,
    );
  }, [grid, useStore, asked, key, total, text]);
}
