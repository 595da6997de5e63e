import type { ReactNode } from 'react';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { addressOf } from '#renderer/pages/exchange/addresses.ts';
import css from '#renderer/pages/exchange/exchange.module.css';
import { LinesTable, type LinesTableProps } from '#renderer/pages/exchange/lines-table.tsx';
import { Pager } from '#renderer/pages/exchange/pager.tsx';

/** One list of the outbox under its heading, in pages. */
export function OutboxGroup(
  props: Omit<LinesTableProps, 'label' | 'tools'> & {
    title: string;
    count: number;
    hint?: string;
    empty: string;
    skip: number;
    onSkip: (skip: number) => void;
    children?: ReactNode;
  },
) {
  const t = useWords('exchange');
  const { title, lines, count, hint } = props;
  return (
    <section className={css['group']} aria-label={title}>
      <div className={css['groupHead']}>
        <h2>{title}</h2>
        <span className={css['quiet']}>{formatCount(count)}</span>
        {lines.length > 0 && hint && <span className={css['quiet']}>{hint}</span>}
        <Pager skip={props.skip} found={count} onSkip={props.onSkip} />
      </div>
      {lines.length === 0 && <p className={css['empty']}>{props.empty}</p>}
      <LinesTable
        {...props}
        label={title}
        tools={(line) =>
          addressOf(line) && (
            <LinkButton onClick={() => props.onOpen(line)}>
              {t(line.conflictId === null ? 'open' : 'choose')}
            </LinkButton>
          )
        }
      />
    </section>
  );
}
