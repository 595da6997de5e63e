import type { KeyboardEvent, ReactNode } from 'react';
import css from '#renderer/components/view-tabs.module.css';
import { formatCount } from '#renderer/i18n/format/money.ts';

export interface ViewTab {
  id: string;
  label: string;
  /** Bounded: past 10 000 it is told as «10 000+». Words stand as they are: «3 из 6». */
  count?: number | string | undefined;
}

const bounded = (count: number | string): string =>
  typeof count === 'string' ? count : count > 10_000 ? `${formatCount(10_000)}+` : formatCount(count);

/** Saved views of a list, or the parts of a card. Arrows move between them. `children` come after the last one. */
export function ViewTabs(props: {
  tabs: readonly ViewTab[];
  active: string;
  onChange: (id: string) => void;
  label: string;
  children?: ReactNode;
}) {
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const place = props.tabs.findIndex((tab) => tab.id === props.active);
    const next = props.tabs[(place + step + props.tabs.length) % props.tabs.length];
    if (!next) return;
    props.onChange(next.id);
    event.currentTarget.querySelector<HTMLElement>(`[data-tab="${CSS.escape(next.id)}"]`)?.focus();
  };
  return (
    <div className={css['row']}>
      <div className={css['tabs']} role="tablist" aria-label={props.label} onKeyDown={move}>
        {props.tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            data-tab={tab.id}
            className={css['tab']}
            aria-selected={tab.id === props.active}
            tabIndex={tab.id === props.active ? 0 : -1}
            onClick={() => props.onChange(tab.id)}
          >
            {tab.label}
            {tab.count !== undefined && <span className={css['count']}>{bounded(tab.count)}</span>}
          </button>
        ))}
      </div>
      {props.children}
    </div>
  );
}
