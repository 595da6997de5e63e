import { IconArrowDownRight, IconArrowUpRight } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/reports/reports.module.css';

export interface Figure {
  id: string;
  label: string;
  value: string;
  note: string;
  tone?: 'good' | 'bad' | 'plain';
  /** What is counted, when the label alone does not say it. */
  tip?: string;
  /** What it leads to; null: it is no list. */
  show: string | null;
}

/** The figures at the head of a report, each with the change against the period before; a press opens the records. */
export function Figures({ figures, placeOf }: { figures: readonly Figure[]; placeOf: (show: string) => string }) {
  const t = useWords('reports');
  return (
    <section className={css['figures']} aria-label={t('figures')}>
      {figures.map((figure) =>
        figure.show === null ? (
          <div key={figure.id} className={css['figure']} title={figure.tip}>
            <Told figure={figure} />
          </div>
        ) : (
          <Link key={figure.id} to={placeOf(figure.show)} className={css['figure']} title={figure.tip}>
            <Told figure={figure} />
          </Link>
        ),
      )}
    </section>
  );
}

function Told({ figure }: { figure: Figure }) {
  return (
    <>
      <span className={css['figureLabel']}>{figure.label}</span>
      <b className={css['figureValue']}>{figure.value}</b>
      <span className={css['figureNote']} data-tone={figure.tone}>
        {figure.tone === 'good' && <IconArrowDownRight size={14} stroke={1.8} aria-hidden="true" />}
        {figure.tone === 'bad' && <IconArrowUpRight size={14} stroke={1.8} aria-hidden="true" />}
        {figure.note}
      </span>
    </>
  );
}
