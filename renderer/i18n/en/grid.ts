import type { English } from '#renderer/i18n/english.ts';
import type { grid as source } from '#renderer/i18n/ru/grid.ts';

export const grid: English<typeof source> = {
  nothing: 'Nothing found',
  loadingRow: 'Row {{row}} is loading',
  selectRow: 'Select the row',
  selectAll: 'Select all rows',
  toggleRow: 'Space selects the row',
  sort: 'Enter sorts',
  ascending: 'ascending',
  descending: 'descending',
  columns: 'Columns',
  columnsHint: 'Which columns to show',
  density: 'Row density',
  compact: 'Compact',
  normal: 'Normal',
  roomy: 'Roomy',
  preview: 'Preview',
};
