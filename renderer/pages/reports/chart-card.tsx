import { IconChartBar, IconTable } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import type { LinkedTable } from '#renderer/pages/reports/report-words.ts';
import css from '#renderer/pages/reports/reports.module.css';
import { TableOf } from '#renderer/pages/reports/table-of.tsx';

export interface Legend {
  label: string;
  /** Name of the colour in the style sheet. */
  tone: string;
}

/** One part of a report: what it says, on how much it is based, what the colours mean; the same as a table at a press. */
export function ChartCard(props: {
  title: string;
  /** On what it is based. */
  note?: string;
  legend?: readonly Legend[];
  table: LinkedTable | null;
  placeOf: (show: string) => string;
  children: ReactNode;
}) {
  const t = useWords('reports');
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  const { table } = props;
  return (
    <section className={css['card']} aria-labelledby={id}>
      <header className={css['cardHead']}>
        <h2 id={id}>{props.title}</h2>
        {props.note && <span className={css['cardNote']}>{props.note}</span>}
        {!asTable && props.legend && (
          <ul className={css['legend']}>
            {props.legend.map((one) => (
              <li key={one.label}>
                <span className={css['swatch']} data-tone={one.tone} aria-hidden="true" />
                {one.label}
              </li>
            ))}
          </ul>
        )}
        {table && (
          <span className={css['cardTool']}>
            <IconButton
              label={t(asTable ? 'asChart' : 'asTable')}
              active={asTable}
              onClick={() => setAsTable(!asTable)}
            >
              {asTable ? <IconChartBar size={16} stroke={1.6} /> : <IconTable size={16} stroke={1.6} />}
            </IconButton>
          </span>
        )}
      </header>
      {asTable && table ? <TableOf table={table} placeOf={props.placeOf} /> : props.children}
    </section>
  );
}
