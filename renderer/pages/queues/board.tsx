import { type DragEvent, type KeyboardEvent, useRef, useState } from 'react';
import { Note } from '#renderer/components/note.tsx';
import { PersonAvatar } from '#renderer/components/person-avatar.tsx';
import { ServiceIcon } from '#renderer/components/service-icon.tsx';
import { SkeletonRows } from '#renderer/components/skeleton-rows.tsx';
import { useDelayed } from '#renderer/components/use-delayed.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useShortcuts } from '#renderer/frame/use-shortcuts.ts';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/queues/board.module.css';
import { type BoardColumn, beside, movesTo } from '#renderer/pages/queues/board-moves.ts';
import { useDeskState } from '#renderer/pages/queues/desk-state.ts';
import { useBoardMoves } from '#renderer/pages/queues/use-board-moves.tsx';
import { ChooseDialog } from '#renderer/pages/ticket/choose-dialog.tsx';
import { SlaClock } from '#renderer/pages/ticket/sla-clock.tsx';
import { slaState } from '#renderer/pages/ticket/sla-words.ts';
import { useDeskErrors } from '#renderer/pages/ticket/use-desk-errors.ts';
import { useEachMinute } from '#renderer/pages/ticket/use-ticket.ts';
import type { QueueRow, TicketFilter } from '#shared/queries/ticket.ts';

/** The tickets of a desk by stage. A card is dragged, or moved with `M` and the name of the column. */
export function Board(props: { filter: TicketFilter; onOpen: (id: string, newWindow: boolean) => void }) {
  const t = useWords('queues');
  const words = useDeskErrors();
  const { data, refresh } = useQuery('ticket.board', { filter: props.filter });
  useEachMinute(refresh);
  const late = useDelayed(data === undefined, 300);
  const { cursor, stand } = useDeskState();
  const moves = useBoardMoves();
  const [menu, setMenu] = useState<QueueRow | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const dragged = useRef<QueueRow | null>(null);
  const columns: readonly BoardColumn[] = data?.columns ?? [];
  const current = columns.flatMap((one) => one.rows).find((row) => row.id === cursor) ?? null;
  const titleOf = (column: BoardColumn) =>
    column.state === 'working'
      ? (column.name ?? t('boardStage', { number: String((column.stage ?? 0) + 1) }))
      : t(`column_${column.state}`);
  useShortcuts([{ keys: 'M', run: () => (current ? setMenu(current) : false) }]);
  if (!data) return late ? <SkeletonRows rows={10} /> : null;

  const focus = (row: QueueRow | null) => {
    if (!row) return;
    stand(row.id);
    requestAnimationFrame(() => document.getElementById(cardId(row.id))?.focus());
  };
  const press = (event: KeyboardEvent, row: QueueRow) => {
    if (event.altKey) return;
    const arrow = ({ ArrowDown: 'down', ArrowUp: 'up', ArrowLeft: 'left', ArrowRight: 'right' } as const)[
      event.code as 'ArrowDown'
    ];
    if (arrow) focus(beside(columns, row.id, arrow));
    else if (event.code === 'Enter') props.onOpen(row.id, event.ctrlKey || event.metaKey);
    else return;
    event.preventDefault();
  };
  const drop = (event: DragEvent, column: BoardColumn) => {
    const row = dragged.current;
    dragged.current = null;
    setOver(null);
    if (!row) return;
    event.preventDefault();
    event.stopPropagation();
    void moves.move(row, column);
  };
  return (
    <div className={css['place']}>
      {moves.error && (
        <div className={css['refused']}>
          <Note tone="red" title={words(moves.error)} />
        </div>
      )}
      {/* A scrolling region must be reachable with the keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <section className={css['board']} tabIndex={0} aria-label={t('board')} data-area="list">
        {columns.map((column) => (
          <section
            key={column.key}
            className={css['column']}
            aria-label={titleOf(column)}
            data-over={over === column.key || undefined}
            onDragOver={(event) => {
              if (!dragged.current || !movesTo(dragged.current, column)) return;
              event.preventDefault();
              setOver(column.key);
            }}
            onDragLeave={() => setOver((before) => (before === column.key ? null : before))}
            onDrop={(event) => drop(event, column)}
          >
            <h2 className={css['title']}>
              {titleOf(column)} <span>{formatCount(column.total)}</span>
            </h2>
            <ul className={css['cards']}>
              {column.rows.map((row) => (
                <li key={row.id}>
                  <Card
                    row={row}
                    current={row.id === cursor}
                    onStand={() => stand(row.id)}
                    onOpen={(newWindow) => props.onOpen(row.id, newWindow)}
                    onPress={(event) => press(event, row)}
                    onDrag={(begins) => {
                      dragged.current = begins ? row : null;
                      if (!begins) setOver(null);
                    }}
                  />
                </li>
              ))}
              {column.total > column.rows.length && (
                <li className={css['rest']}>{t('boardRest', { count: column.total - column.rows.length })}</li>
              )}
              {column.rows.length === 0 && <li className={css['rest']}>{t('boardEmpty')}</li>}
            </ul>
          </section>
        ))}
      </section>
      {menu && (
        <ChooseDialog
          title={t('moveTitle', { number: menu.number ?? menu.title })}
          choices={columns
            .filter((column) => movesTo(menu, column))
            .map((column) => ({ id: column.key, content: titleOf(column) }))}
          empty={t('moveNowhere')}
          error={moves.error && words(moves.error)}
          onClose={() => {
            const row = menu;
            setMenu(null);
            focus(row);
          }}
          onChoose={async (key) => {
            const column = columns.find((one) => one.key === key);
            const row = menu;
            setMenu(null);
            if (column) await moves.move(row, column);
            focus(row);
          }}
        />
      )}
      {moves.dialog}
    </div>
  );
}

const cardId = (id: string): string => `card-${id}`;

function Card(props: {
  row: QueueRow;
  current: boolean;
  onStand: () => void;
  onOpen: (newWindow: boolean) => void;
  onPress: (event: KeyboardEvent) => void;
  onDrag: (begins: boolean) => void;
}) {
  const { row } = props;
  const t = useWords('queues');
  const clock = slaState(row.response) !== null && row.response.state !== 'stopped' ? row.response : row.resolution;
  return (
    <button
      type="button"
      id={cardId(row.id)}
      className={css['card']}
      data-current={props.current || undefined}
      aria-keyshortcuts="m Enter"
      draggable
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', row.number ?? row.title);
        props.onDrag(true);
      }}
      onDragEnd={() => props.onDrag(false)}
      onFocus={props.onStand}
      onClick={props.onStand}
      onDoubleClick={(event) => props.onOpen(event.ctrlKey || event.metaKey)}
      onKeyDown={props.onPress}
    >
      <span className={css['top']}>
        <ServiceIcon icon={row.icon} size={14} />
        <span>{row.number ?? t('noNumberShort')}</span>
        {row.unread && <span className={css['dot']} role="img" aria-label={t('unread')} />}
      </span>
      <span className={css['name']}>{row.title}</span>
      <span className={css['who']}>{`${row.requesterName}, ${row.branchCity}`}</span>
      <span className={css['bottom']}>
        <SlaClock view={clock} branchId={row.branchId} inline />
        {row.assigneeId && row.assigneeName && <PersonAvatar id={row.assigneeId} name={row.assigneeName} />}
      </span>
    </button>
  );
}
