import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/compare/compare.module.css';
import type { Redline, RedlineCounts } from '#shared/domain/redline.ts';

const order = [
  ['inserted', 'green'],
  ['deleted', 'red'],
  ['changed', 'amber'],
  ['moved', 'gray'],
  ['renumbered', 'gray'],
] as const satisfies readonly (readonly [keyof RedlineCounts, string])[];

/** Changes by kind, and how long it took to find them. */
export function CompareFoot({ redline }: { redline: Redline }) {
  const t = useWords('compare');
  const shown = order.filter(([kind]) => redline.counts[kind] > 0);
  return (
    <footer className={css['foot']}>
      <span className={css['counts']}>
        {shown.map(([kind, tone]) => (
          <span key={kind} className={css['count']}>
            <span className={css['square']} data-tone={tone} aria-hidden="true" />
            {t(kind, { count: redline.counts[kind] })}
          </span>
        ))}
      </span>
      <span>{t('took', { time: useTook(redline.milliseconds) })}</span>
    </footer>
  );
}

/** Under a tenth of a second in milliseconds, else in seconds with one digit. */
function useTook(milliseconds: number): string {
  const t = useWords('compare');
  if (milliseconds < 100) return t('milliseconds', { figure: milliseconds });
  const tenths = Math.round(milliseconds / 100);
  return t('seconds', { figure: `${formatCount(Math.floor(tenths / 10))},${tenths % 10}` });
}
