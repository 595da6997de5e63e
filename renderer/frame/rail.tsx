import { Tooltip } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { KeyCaps } from '#renderer/components/key-caps.tsx';
import css from '#renderer/frame/rail.module.css';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';

export interface RailItem {
  id: string;
  label: string;
  icon: ReactNode;
  href: string;
  /** Something waits for me there; absent: nothing does. */
  count?: number;
}

/** The sections in the order of a day. Folded, names are in tooltips. */
export function Rail(props: {
  items: readonly RailItem[];
  active: string | null;
  folded: boolean;
  /** What asks for a decision in the exchange with the centre; there only while something does. */
  alerts?: readonly (RailItem & { tone: 'plum' | 'red' })[];
  onGo: (item: RailItem) => void;
  onFold: (folded: boolean) => void;
}) {
  const t = useWords('frame');
  const { folded } = props;
  return (
    <nav className={css['rail']} data-folded={folded || undefined} aria-label={t('sections')} data-area="rail">
      {props.items.map((item, place) => (
        <Entry
          key={item.id}
          item={item}
          folded={folded}
          current={item.id === props.active}
          shortcut={`Alt+${place + 1}`}
          onGo={props.onGo}
        />
      ))}
      <span className={css['space']} />
      {props.alerts?.map((alert) => (
        <Entry key={alert.id} item={alert} tone={alert.tone} folded={folded} current={false} onGo={props.onGo} />
      ))}
      <Tooltip label={t('unfold')} position="right" disabled={!folded}>
        <button
          type="button"
          className={css['fold']}
          aria-label={folded ? t('unfold') : t('fold')}
          aria-expanded={!folded}
          onClick={() => props.onFold(!folded)}
        >
          {folded ? (
            <IconLayoutSidebarLeftExpand size={16} stroke={1.6} />
          ) : (
            <IconLayoutSidebarLeftCollapse size={16} stroke={1.6} />
          )}
          <span className={css['label']}>{t('fold')}</span>
          <span className={css['cap']}>
            <KeyCaps keys={['[']} />
          </span>
        </button>
      </Tooltip>
    </nav>
  );
}

/** A section, or what asks for a decision. */
function Entry(props: {
  item: RailItem;
  folded: boolean;
  current: boolean;
  shortcut?: string;
  tone?: 'plum' | 'red';
  onGo: (item: RailItem) => void;
}) {
  const { item, folded } = props;
  return (
    <Tooltip label={item.label} position="right" disabled={!folded}>
      <a
        className={css['item']}
        href={item.href}
        data-tone={props.tone}
        aria-current={props.current ? 'page' : undefined}
        // Unfolded, what is seen is its name: the section and how much waits there.
        aria-label={folded ? [item.label, item.count].filter((part) => part !== undefined).join(' ') : undefined}
        aria-keyshortcuts={props.shortcut}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          props.onGo(item);
        }}
      >
        {item.icon}
        <span className={css['label']}>{item.label}</span>
        {item.count !== undefined && <span className={css['count']}>{formatCount(item.count)}</span>}
      </a>
    </Tooltip>
  );
}
