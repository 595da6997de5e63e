import { Select } from '@mantine/core';
import { Note } from '#renderer/components/note.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { assign, rowAt } from '#renderer/pages/import/table/mapping.ts';
import css from '#renderer/pages/import/table/table.module.css';
import type { TargetFacts } from '#renderer/pages/import/table/table-target.ts';
import { useCellWords } from '#renderer/pages/import/table/use-cell-words.ts';
import type { TableImport } from '#renderer/pages/import/table/use-table-import.ts';
import { columnLetters } from '#shared/formats/tabular/cell-place.ts';
import { fieldsOf, type TableField } from '#shared/formats/tabular/fields.ts';
import type { TableView } from '#shared/ipc/intake-channels.ts';

/** Rows under the titles that show what a column holds. */
const EXAMPLES = 3;
const NOTHING = '-';

/** Which column fills which field; proposed by the titles, changed by a person. */
export function ColumnsPart({ given, view, facts }: { given: TableImport; view: TableView; facts: TargetFacts }) {
  const t = useWords('tables');
  const { fieldName } = useCellWords(facts, {});
  const { settled, lacking } = given;
  if (!settled) return null;
  const titles = rowAt(view.table, settled.header);
  const examples = view.table.rows.filter((one) => one.row > settled.header).slice(0, EXAMPLES);
  const at = (column: number, row: (typeof examples)[number] | undefined) =>
    row?.cells.find((cell) => cell.column === column)?.value ?? '';
  const fields = [...fieldsOf(facts.target, facts.rules)].filter(
    ([field]) => !(field === 'kind' && facts.kind !== null),
  );
  const choices = [
    { value: NOTHING, label: t('notTaken') },
    ...fields.map(([field, { required }]) => ({
      value: field as string,
      label: required ? `${fieldName(field)} *` : fieldName(field),
    })),
  ];
  const columns = Array.from({ length: view.table.columns }, (_, column) => column);
  return (
    <section className={css['card']} aria-label={t('columns')}>
      <h2>{t('columns')}</h2>
      {settled.keptId && <p className={css['quiet']}>{t('keptUsed', { name: keptName(given) })}</p>}
      <table className={css['columns']}>
        <thead>
          <tr>
            <th>{t('columnTitle')}</th>
            <th>{t('columnExample')}</th>
            <th>{t('columnField')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => {
            const field = fields.find(([name]) => settled.columns[name] === column)?.[0] ?? null;
            const title = at(column, titles);
            const shown = examples.map((row) => at(column, row)).filter((value) => value !== '');
            return (
              <tr key={column} data-taken={field !== null || undefined}>
                <td>
                  <span className={css['letters']}>{columnLetters(column)}</span> {title}
                </td>
                <td className={css['example']}>{shown.join(' · ')}</td>
                <td>
                  <Select
                    size="xs"
                    aria-label={t('fieldFor', { column: title || columnLetters(column) })}
                    data={choices}
                    value={field ?? NOTHING}
                    searchable
                    allowDeselect={false}
                    comboboxProps={{ shadow: 'md' }}
                    onChange={(value) =>
                      given.settle({
                        ...settled,
                        columns: assign(settled.columns, column, value === NOTHING ? null : (value as TableField)),
                      })
                    }
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {lacking.length > 0 && (
        <Note tone="amber" title={t('lacking', { fields: lacking.map((field) => fieldName(field)).join(', ') })}>
          {t('lackingHint')}
        </Note>
      )}
    </section>
  );
}

const keptName = ({ kept, settled }: TableImport): string =>
  kept?.find((one) => one.id === settled?.keptId)?.name ?? '';
