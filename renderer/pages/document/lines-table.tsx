import { formatAmount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/document/lines-table.module.css';
import type { DocumentCard } from '#shared/queries/document.ts';

/** More lines than anybody reads on a card; the file holds them all. */
const SHOWN = 500;

/** Decimal text of a file, `1234.5` → `1 234,5`. */
function decimalWords(text: string | null): string {
  if (text === null) return '';
  const [whole = '', rest] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '\u00a0');
  return rest === undefined ? grouped : `${grouped},${rest}`;
}

const sum = (kopecks: number | null): string => (kopecks === null ? '' : formatAmount(kopecks));

/** What was delivered or billed: the lines of an invoice, act or УПД with their totals. */
export function LinesTable({ lines }: { lines: DocumentCard['lines'] }) {
  const t = useWords('card');
  const total = (field: 'sumWithoutVat' | 'vatSum' | 'sum') =>
    formatAmount(lines.reduce((all, line) => all + (line[field] ?? 0), 0));
  return (
    <section className={css['section']}>
      <h2 className={css['heading']}>{t('lines')}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must be scrolled with the keyboard too */}
      <section className={css['scroll']} tabIndex={0} aria-label={t('lines')}>
        <table className={css['table']}>
          <thead>
            <tr>
              <th scope="col" data-end>
                {t('lineNo')}
              </th>
              <th scope="col">{t('lineName')}</th>
              <th scope="col">{t('lineUnit')}</th>
              <th scope="col" data-end>
                {t('lineQuantity')}
              </th>
              <th scope="col" data-end>
                {t('linePrice')}
              </th>
              <th scope="col" data-end>
                {t('lineNet')}
              </th>
              <th scope="col" data-end>
                {t('lineRate')}
              </th>
              <th scope="col" data-end>
                {t('lineVat')}
              </th>
              <th scope="col" data-end>
                {t('lineSum')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.slice(0, SHOWN).map((line) => (
              <tr key={line.id}>
                <td data-end>{line.position}</td>
                <td className={css['name']}>{line.name}</td>
                <td>{line.unit}</td>
                <td data-end>{decimalWords(line.quantity)}</td>
                <td data-end>{decimalWords(line.price)}</td>
                <td data-end>{sum(line.sumWithoutVat)}</td>
                <td data-end>{line.vatRate?.replace(/\s*%$/, '\u00a0%')}</td>
                <td data-end>{sum(line.vatSum)}</td>
                <td data-end>{sum(line.sum)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={5}>
                {t('linesTotal')}
              </th>
              <td data-end>{total('sumWithoutVat')}</td>
              <td />
              <td data-end>{total('vatSum')}</td>
              <td data-end>{total('sum')}</td>
            </tr>
          </tfoot>
        </table>
      </section>
      {lines.length > SHOWN && <p className={css['cut']}>{t('linesShown', { count: SHOWN })}</p>}
    </section>
  );
}
