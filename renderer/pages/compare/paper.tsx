import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '#renderer/i18n/words.ts';
import { ChangeMap } from '#renderer/pages/compare/change-map.tsx';
import { type ChangeFilter, type ChangePlace, isShownChange } from '#renderer/pages/compare/changes.ts';
import css from '#renderer/pages/compare/paper.module.css';
import { JoinedText, SideText } from '#renderer/pages/compare/row-text.tsx';
import { useRowWindow } from '#renderer/pages/compare/use-row-window.ts';
import type { Redline, RedlineBlock } from '#shared/domain/redline.ts';

export type Layout = 'side' | 'joined';

/** Padding of a paper at both sides, the gutter between two of them, the map: what of the width is no text. */
const [SIDE_AROUND, JOINED_AROUND] = [122, 96];

/** The two papers, row beside row, with numbers of changes between them and the map of all changes at the right. */
export function Papers(props: {
  redline: Redline;
  layout: Layout;
  filter: ChangeFilter;
  places: readonly ChangePlace[];
  current: number | null;
  onChoose: (change: number) => void;
  /** Set to what brings a row into view. */
  goTo: RefObject<((row: number) => void) | null>;
}) {
  const { redline, layout, filter, places, current, goTo } = props;
  const t = useWords('compare');
  const scroller = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(900);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const follow = new ResizeObserver(() => setWidth(Math.round(element.clientWidth / 20) * 20));
    follow.observe(element);
    return () => follow.disconnect();
  }, []);
  const column = layout === 'side' ? (width - SIDE_AROUND) / 2 : width - JOINED_AROUND;
  const rows = useRowWindow(redline.blocks, scroller, column);
  goTo.current = rows.scrollTo;
  const drawn = useMemo(
    () => redline.blocks.slice(rows.first, rows.last + 1).map((block, place) => ({ block, row: rows.first + place })),
    [redline, rows.first, rows.last],
  );
  return (
    <div className={css['desk']}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling text must be reachable with the keyboard */}
      <section ref={scroller} className={css['scroll']} tabIndex={0} aria-label={t('papers')} data-layout={layout}>
        <div className={css['edge']} data-layout={layout} />
        <div style={{ height: rows.before }} className={css['edge']} data-layout={layout} data-filler />
        {drawn.map(({ block, row }) => (
          <div key={row} ref={rows.measure} data-row={row}>
            <Row
              block={block}
              layout={layout}
              filter={filter}
              current={block.change !== null && block.change === current && isShownChange(block, filter)}
              onChoose={props.onChoose}
            />
          </div>
        ))}
        <div style={{ height: Math.max(0, rows.after) }} className={css['edge']} data-layout={layout} data-filler />
        <div className={css['edge']} data-layout={layout} data-end />
      </section>
      <ChangeMap
        places={places}
        current={current}
        heights={rows.heights}
        view={rows.view}
        onGo={(share) => {
          if (scroller.current)
            scroller.current.scrollTop = share * scroller.current.scrollHeight - rows.view.height / 2;
        }}
      />
    </div>
  );
}

function Row(props: {
  block: RedlineBlock;
  layout: Layout;
  filter: ChangeFilter;
  current: boolean;
  onChoose: (change: number) => void;
}) {
  const { block, layout, filter } = props;
  const t = useWords('compare');
  const shown = isShownChange(block, filter);
  const { change } = block;
  const number = shown && change !== null && (
    <button
      type="button"
      className={css['number']}
      aria-label={t('changeNumber', { number: change })}
      aria-current={props.current}
      onClick={() => props.onChoose(change)}
    >
      {change}
    </button>
  );
  const look = {
    'data-kind': shown ? block.kind : 'same',
    'data-heading': block.heading || undefined,
    'data-table': block.block === 'table-row' || undefined,
    'data-current': props.current || undefined,
  };
  if (layout === 'joined')
    return (
      <div className={css['row']} data-layout="joined" {...look}>
        <div className={css['gutter']}>{number}</div>
        <div className={css['text']}>
          <JoinedText block={block} filter={filter} />
        </div>
      </div>
    );
  return (
    <div className={css['row']} data-layout="side" {...look}>
      <div className={css['text']}>
        <SideText block={block} side="left" filter={filter} />
      </div>
      <div className={css['gutter']}>{number}</div>
      <div className={css['text']}>
        <SideText block={block} side="right" filter={filter} />
      </div>
    </div>
  );
}
