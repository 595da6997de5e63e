import type { GridColumn } from '#renderer/components/data-grid/types.ts';
import type { ColumnSetting } from '#renderer/state/documents-register.ts';

type Arranged = Pick<GridColumn<never>, 'id' | 'hidden' | 'fixed' | 'width' | 'flex'>;

/** Columns as a person arranged them; one that came later stands behind the others as it likes. Without settings all stay as they are. */
export function arrangeColumns<C extends Arranged>(
  columns: readonly C[],
  settings: readonly ColumnSetting[] | null | undefined,
): C[] {
  if (!settings || settings.length === 0) return [...columns];
  const placeOf = new Map(settings.map((one, place) => [one.id, place]));
  return columns
    .map((column, place) => ({ column, place: placeOf.get(column.id) ?? settings.length + place }))
    .sort((left, right) => left.place - right.place)
    .map(({ column }) => withSetting(column, settings[placeOf.get(column.id) ?? -1]));
}

function withSetting<C extends Arranged>(column: C, setting: ColumnSetting | undefined): C {
  if (!setting) return column;
  const hidden = setting.hidden && !column.fixed;
  return setting.width === undefined ? { ...column, hidden } : { ...column, hidden, width: setting.width };
}

/** How columns stand, to be kept. */
export const settingsOf = (columns: readonly Arranged[], former: readonly ColumnSetting[] = []): ColumnSetting[] =>
  columns.map(({ id, hidden = false }) => {
    const width = former.find((one) => one.id === id)?.width;
    return { id, hidden, ...(width === undefined ? {} : { width }) };
  });

/** The settings with one column moved by so many places, shown or hidden, or made wider. */
export function moved(settings: readonly ColumnSetting[], id: string, to: number): ColumnSetting[] {
  const column = settings.find((one) => one.id === id);
  if (!column) return [...settings];
  const rest = settings.filter((one) => one !== column);
  return rest.toSpliced(Math.max(0, Math.min(rest.length, to)), 0, column);
}

export const changed = (
  settings: readonly ColumnSetting[],
  id: string,
  patch: Partial<ColumnSetting>,
): ColumnSetting[] => settings.map((one) => (one.id === id ? { ...one, ...patch } : one));
