import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/vacations/schedule.module.css';

/** What the bars mean. */
export function Legend() {
  const t = useWords('vacations');
  return (
    <footer className={css['legend']}>
      {(['planned', 'requested', 'approved'] as const).map((state) => (
        <span key={state} className={css['key']}>
          <i className={css['sample']} data-state={state} aria-hidden="true" />
          {t(`state_${state}`)}
        </span>
      ))}
      <span className={css['key']}>
        <i className={css['sampleOverlap']} aria-hidden="true" />
        {t('overlapLegend')}
      </span>
      <span className={css['tip']}>{t('dragTip')}</span>
    </footer>
  );
}
