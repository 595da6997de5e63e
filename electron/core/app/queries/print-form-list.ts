import { namesOf } from '#electron/core/app/queries/names.ts';
import { rowsOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { printFormNames } from '#shared/domain/company/print-form.ts';
import { settingsFrom, shippedSettings } from '#shared/domain/company/print-settings.ts';
import type { PrintFormLine } from '#shared/queries/print.ts';
import type { QueryResult } from '#shared/queries/registry.ts';

/** Every form, also those nobody has touched. A row whose settings are empty was put back. */
export function printFormList(db: Readable): QueryResult<'print_form.list'> {
  const rows = rowsOf(db, 'print_form', 'ORDER BY changedAt, id');
  const authors = namesOf(
    db,
    'employee',
    rows.map((row) => row.authorId),
  );
  return printFormNames.map((form): PrintFormLine => {
    const row = rows.findLast((one) => one.form === form);
    if (!row || Object.keys(row.settings).length === 0) return { form, settings: shippedSettings, changed: null };
    const changed = { at: row.changedAt, byName: authors.get(row.authorId) ?? null };
    return { form, settings: settingsFrom(row.settings), changed };
  });
}
