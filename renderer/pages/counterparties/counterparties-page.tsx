import { useMediaQuery } from '@mantine/hooks';
import { IconLayoutSidebarRight, IconPlus } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { DataGrid } from '#renderer/components/data-grid/data-grid.tsx';
import type { GridHandle } from '#renderer/components/data-grid/types.ts';
import { ErrorBoundary } from '#renderer/components/error-boundary.tsx';
import { ErrorPanel } from '#renderer/components/error-panel.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { ListFooter, PageHeader, Sheet } from '#renderer/components/sheet.tsx';
import { ViewTabs } from '#renderer/components/view-tabs.tsx';
import { asCoreError } from '#renderer/data/core-error.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWindows } from '#renderer/data/use-windows.ts';
import { useShortcuts } from '#renderer/frame/use-shortcuts.ts';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/counterparties/counterparties.module.css';
import { DuplicatesList } from '#renderer/pages/counterparties/duplicates-list.tsx';
import { EmptyParties } from '#renderer/pages/counterparties/empty-parties.tsx';
import { PartyBulk } from '#renderer/pages/counterparties/party-bulk.tsx';
import { PartyConditions } from '#renderer/pages/counterparties/party-conditions.tsx';
import { PartyPreview } from '#renderer/pages/counterparties/party-preview.tsx';
import { usePartyColumns } from '#renderer/pages/counterparties/use-party-columns.tsx';
import {
  filterOf,
  type PartyView,
  partyViews,
  useCounterpartiesRegister,
} from '#renderer/state/counterparties-register.ts';
import { usePanels } from '#renderer/state/panels.ts';
import type { CounterpartySort } from '#shared/queries/counterparty.ts';

/** The register of counterparties: views, conditions, the list, the preview of the row under the cursor. */
export function CounterpartiesPage() {
  const t = useWords('counterparties');
  const words = useErrorWords();
  const navigate = useNavigate();
  const { view, kind, text, sort, ...register } = useCounterpartiesRegister();
  const { preview, density, showPreview } = usePanels();
  const wide = useMediaQuery('(min-width: 1600px)', false, { getInitialValueInEffect: false });
  const columns = usePartyColumns(wide || !preview);
  const grid = useRef<GridHandle>(null);
  const find = useRef<HTMLInputElement>(null);
  const [cursor, setCursor] = useState<string | null>(null);
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  const asked = useMemo(() => ({ filter: filterOf({ view, kind, text }), sort }), [view, kind, text, sort]);
  const list = useWindows('counterparty.list', asked);
  const total = list.data?.total ?? 0;

  const key = JSON.stringify(asked);
  useCursor(grid, key, total);
  // What is no longer seen is not selected either.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list drops the selection
  useEffect(() => setSelection(new Set()), [key]);
  useShortcuts(
    useMemo(
      () => [
        { keys: '/', run: () => find.current?.focus() },
        { keys: 'Space', run: () => showPreview(!usePanels.getState().preview) },
        { keys: 'J', run: () => grid.current?.move(1) },
        { keys: 'K', run: () => grid.current?.move(-1) },
        { keys: 'Ctrl+N', whileTyping: true, run: () => navigate('/counterparties/new') },
      ],
      [showPreview, navigate],
    ),
  );
  if (list.error && !list.data) {
    const error = asCoreError(list.error);
    return (
      <Sheet>
        <PageHeader title={t('title')} />
        <ErrorPanel title={words(error)} code={error.told} onRetry={list.refresh} />
      </Sheet>
    );
  }
  return (
    <Sheet>
      <PageHeader
        title={t('title')}
        tools={
          <>
            <ActionButton
              size="xs"
              icon={<IconPlus size={14} stroke={1.6} />}
              keys={['Ctrl', 'N']}
              onClick={() => navigate('/counterparties/new')}
            >
              {t('create')}
            </ActionButton>
            <IconButton label={t('preview')} keys={['Space']} active={preview} onClick={() => showPreview(!preview)}>
              <IconLayoutSidebarRight size={18} stroke={1.6} />
            </IconButton>
          </>
        }
      >
        <PartyTabs view={view} onChange={register.open} />
      </PageHeader>
      <div className={css['split']}>
        {view === 'duplicates' ? (
          <DuplicatesList />
        ) : (
          <div className={css['list']}>
            <PartyConditions kind={kind} text={text} onKind={register.narrow} onText={register.find} findRef={find} />
            {list.data && (
              <DataGrid
                ref={grid}
                label={t('title')}
                columns={columns}
                getWindow={list.getWindow}
                total={total}
                current={list.current}
                version={list.version}
                density={density}
                sort={{ column: sort.column, descending: sort.direction === 'desc' }}
                onSort={({ column, descending }) =>
                  register.order({
                    column: column as CounterpartySort['column'],
                    direction: descending ? 'desc' : 'asc',
                  })
                }
                selection={selection}
                onSelect={setSelection}
                onCursor={(row, index) => {
                  setCursor(row.id);
                  register.stand(index);
                }}
                onOpen={(row, newWindow) =>
                  newWindow ? window.open(`#/counterparties/${row.id}`) : navigate(`/counterparties/${row.id}`)
                }
                onPreview={() => showPreview(!preview)}
                empty={<EmptyParties />}
              />
            )}
            <PartyBulk selection={selection} archived={view === 'archive'} onDone={() => setSelection(new Set())} />
            <ListFooter
              start={
                <>
                  <span>
                    {t('selected')} <b>{formatCount(selection.size)}</b>
                  </span>
                  <span>
                    {t('shown')} <b>{formatCount(total)}</b>
                  </span>
                </>
              }
            />
          </div>
        )}
        {preview && view !== 'duplicates' && (
          <ErrorBoundary place="PREVIEW">
            <PartyPreview id={total > 0 ? cursor : null} />
          </ErrorBoundary>
        )}
      </div>
    </Sheet>
  );
}

function PartyTabs({ view, onChange }: { view: PartyView; onChange: (view: PartyView) => void }) {
  const t = useWords('counterparties');
  const sort = { column: 'name', direction: 'asc' } as const;
  const empty = { kind: null, text: '', sort, start: 0, end: 0 };
  const all = useQuery('counterparty.list', { filter: filterOf({ ...empty, view: 'all' }), sort, start: 0, end: 0 });
  const doubles = useQuery('counterparty.duplicates', { id: null, limit: 0 });
  const archive = useQuery('counterparty.list', {
    filter: filterOf({ ...empty, view: 'archive' }),
    sort,
    start: 0,
    end: 0,
  });
  const labels = { all: t('viewAll'), duplicates: t('viewDuplicates'), archive: t('viewArchive') };
  const counts = { all: all.data?.total, duplicates: doubles.data?.total, archive: archive.data?.total };
  return (
    <ViewTabs
      label={t('views')}
      active={view}
      onChange={(id) => onChange(id as PartyView)}
      tabs={partyViews.map((id) => ({ id, label: labels[id], count: counts[id] }))}
    />
  );
}

/** Puts the cursor where it stood before a card was opened; not while words are being typed. */
function useCursor(grid: { current: GridHandle | null }, key: string, total: number): void {
  const done = useRef('');
  useEffect(() => {
    if (total === 0 || done.current === key || document.activeElement instanceof HTMLInputElement) return;
    done.current = key;
    grid.current?.goTo(useCounterpartiesRegister.getState().cursorIndex);
  }, [grid, key, total]);
}
