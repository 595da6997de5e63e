import { useMemo } from 'react';
import type { GridColumn } from '#renderer/components/data-grid/types.ts';
import { arrangeColumns, changed, settingsOf } from '#renderer/pages/documents/columns/arrange.ts';
import { useMoreColumns } from '#renderer/pages/documents/columns/use-more-columns.ts';
import { useRegister, useRegisterState } from '#renderer/pages/documents/register.ts';
import { beforeState, useOwnColumns } from '#renderer/pages/documents/use-own-columns.ts';
import { type ColumnSetting, columnSetting } from '#renderer/state/documents-register.ts';
import { usePanels } from '#renderer/state/panels.ts';
import type { DocumentListRow } from '#shared/queries/document.ts';

export interface ArrangedColumns {
  /** All of them, hidden ones too, in their order. */
  columns: GridColumn<DocumentListRow>[];
  settings: ColumnSetting[];
  /** They were arranged by a person. */
  isOwn: boolean;
  arrange: (settings: readonly ColumnSetting[] | null) => void;
  resize: (id: string, width: number) => void;
}

/** The columns of the register around: a saved view has its own, other tabs those of this workstation. */
export function useArrangedColumns(standing: readonly GridColumn<DocumentListRow>[], saved: boolean): ArrangedColumns {
  const { page } = useRegister();
  const register = useRegisterState();
  const here = usePanels((panels) => panels.columns[page]);
  const arrangeHere = usePanels((panels) => panels.arrangeColumns);
  const more = useMoreColumns();
  const own = useOwnColumns();
  const kept = saved ? register.columns : (here ?? null);
  return useMemo(() => {
    const columns = arrangeColumns(beforeState(standing, [...more, ...own]), kept);
    const settings = settingsOf(columns, kept ?? []);
    const arrange = (next: readonly ColumnSetting[] | null) =>
      saved ? register.arrange(next) : arrangeHere(page, next);
    return {
      columns,
      settings,
      isOwn: kept !== null,
      arrange,
      resize: (id, width) => {
        const given = columnSetting.shape.width.safeParse(width).data;
        if (given !== undefined) arrange(changed(settings, id, { width: given }));
      },
    };
  }, [standing, more, own, kept, saved, register.arrange, arrangeHere, page]);
}
