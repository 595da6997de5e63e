import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { DataGrid } from '#renderer/components/data-grid/data-grid.tsx';
import type { GridHandle } from '#renderer/components/data-grid/types.ts';
import { useWindows } from '#renderer/data/use-windows.ts';
import { useShortcuts } from '#renderer/frame/use-shortcuts.ts';
import { Failed } from '#renderer/pages/exchange/failed.tsx';
import { useEntryColumns } from '#renderer/pages/registration/use-entry-columns.tsx';
import { usePanels } from '#renderer/state/panels.ts';
import type { RegistrationPlace } from '#shared/queries/registration.ts';

const noOrder = () => {};

/** Registrations of a journal's period or of a case file, of any number; Enter opens the document. */
export function EntryGrid(props: {
  label: string;
  place: RegistrationPlace;
  empty: ReactNode;
  ref?: Ref<GridHandle>;
  /** What stands under the list, from its counts. */
  footer: (counts: { total: number; voided: number; waiting: number }) => ReactNode;
}) {
  const navigate = useNavigate();
  const { density, preview, showPreview } = usePanels();
  const wide = useMediaQuery('(min-width: 1600px)', false, { getInitialValueInEffect: false });
  const grid = useRef<GridHandle>(null);
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  const list = useWindows('registration.list', { place: props.place });
  const columns = useEntryColumns('caseFileId' in props.place ? 'case' : 'journal', wide || !preview);
  const total = list.data?.total ?? 0;
  useShortcuts([
    { keys: 'J', run: () => grid.current?.move(1) },
    { keys: 'K', run: () => grid.current?.move(-1) },
  ]);
  useImperativeHandle(props.ref, () => grid.current as GridHandle);
  useEffect(() => {
    if (total > 0 && document.activeElement === document.body) grid.current?.goTo(0);
  }, [total]);
  if (!list.data) return <Failed error={list.error} onRetry={list.refresh} />;
  return (
    <>
      <DataGrid
        ref={grid}
        label={props.label}
        columns={columns}
        getWindow={list.getWindow}
        total={total}
        current={list.current}
        version={list.version}
        density={density}
        sort={null}
        onSort={noOrder}
        selection={selection}
        onSelect={setSelection}
        onOpen={(row, newWindow) =>
          newWindow ? window.open(`#/documents/${row.documentId}`) : void navigate(`/documents/${row.documentId}`)
        }
        onPreview={() => showPreview(!preview)}
        empty={props.empty}
      />
      {props.footer(list.data)}
    </>
  );
}
