import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/import/table/table.module.css';
import type { TargetFacts } from '#renderer/pages/import/table/table-target.ts';
import { useCellWords } from '#renderer/pages/import/table/use-cell-words.ts';
import { fieldsOf } from '#shared/formats/tabular/fields.ts';
import type { TableCheck } from '#shared/ipc/intake-channels.ts';

/** The first rows as they will be; a cell that is wrong shows what stands there. */
export function PreviewPart(props: {
  check: TableCheck;
  facts: TargetFacts;
  columns: Readonly<Record<string, number | undefined>>;
}) {
  const t = useWords('tables');
  const { check, facts, columns } = props;
  const { fieldName, value, fault } = useCellWords(facts, check.names);
  const fields = [...fieldsOf(facts.target, facts.rules).keys()].filter((field) => columns[field] !== undefined);
  return (
    <section className={css['card']} aria-label={t('preview')}>
      <h2>{t('preview')}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard */}
      <section className={css['scroll']} tabIndex={0} aria-label={t('previewRows')}>
        <table className={css['preview']}>
          <thead>
            <tr>
              <th>{t('rowNumber')}</th>
              {fields.map((field) => (
                <th key={field}>{fieldName(field)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {check.preview.map(({ row, values, problems }) => (
              <tr key={row} data-bad={problems.length > 0 || undefined}>
                <td className={css['letters']}>{row}</td>
                {fields.map((field) => {
                  const wrong = problems.find((one) => one.field === field);
                  return (
                    <td key={field} data-wrong={wrong ? true : undefined} title={wrong && fault(wrong)}>
                      {wrong ? wrong.value || t('empty') : value(field, values[field])}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
