import { Link } from 'react-router';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { decimalText } from '#renderer/pages/reports/hours.ts';
import type { LinkedTable } from '#renderer/pages/reports/report-words.ts';
import css from '#renderer/pages/reports/reports.module.css';

/** A table of a report as text; the first cell of a row leads to its records. */
export function TableOf({ table, placeOf }: { table: LinkedTable; placeOf?: (show: string) => string }) {
  // A column with tenths has them in every line.
  const decimal = new Set(
    table.head
      .map((_, at) => at)
      .filter((at) => table.rows.some((row) => typeof row[at] === 'number' && !Number.isInteger(row[at]))),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard
    <section className={css['scroll']} tabIndex={0}>
      <table className={css['table']}>
        <thead>
          <tr>
            {table.head.map((word, column) => (
              <th key={word} scope="col" data-number={isNumeric(table, column) || undefined}>
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => {
            const show = table.shows?.[at];
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a table is drawn as a whole
              <tr key={at}>
                {row.map((value, column) =>
                  column === 0 ? (
                    <th key={table.head[column]} scope="row">
                      {show && placeOf ? <Link to={placeOf(show)}>{cellText(value)}</Link> : cellText(value)}
                    </th>
                  ) : (
                    <td key={table.head[column]} data-number={isNumeric(table, column) || undefined}>
                      {cellText(value, decimal.has(column))}
                    </td>
                  ),
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

const isNumeric = (table: LinkedTable, column: number): boolean =>
  table.rows.some((row) => typeof row[column] === 'number');

const cellText = (value: string | number | null, decimal = false): string =>
  value === null ? '–' : typeof value === 'string' ? value : decimal ? decimalText(value) : formatCount(value);
