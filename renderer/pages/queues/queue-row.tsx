import { IconCheck } from '@tabler/icons-react';
import { memo } from 'react';
import lines from '#renderer/components/line-list.module.css';
import { PersonAvatar } from '#renderer/components/person-avatar.tsx';
import { ServiceIcon } from '#renderer/components/service-icon.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { useNames } from '#renderer/pages/approval/use-names.ts';
import css from '#renderer/pages/queues/queue-list.module.css';
import { isGivenBack } from '#renderer/pages/queues/sift-tickets.ts';
import { SlaClock } from '#renderer/pages/ticket/sla-clock.tsx';
import type { QueueRow as Row } from '#shared/queries/ticket.ts';

/** A cell is never focused by itself: the grid has the focus and names its active row. A table could not draw only the rows in sight. */
export const cell = { role: 'gridcell' } as const;

export const rowId = (id: string): string => `ticket-${id}`;

export interface QueueRowProps {
  row: Row;
  index: number;
  /** Place among all rows of the grid, the header and headings included, from 1. */
  rowIndex: number;
  top: number;
  cursor: boolean;
  selected: boolean;
  onStand: (index: number) => void;
  onToggle: (index: number, upTo: boolean) => void;
  onOpen: (index: number, newWindow: boolean) => void;
  onTake: (row: Row) => void;
}

/** One ticket: what, whose, when it breaks, who has it. */
export const QueueRow = memo(function QueueRow(props: QueueRowProps) {
  const { row, index } = props;
  const t = useWords('queues');
  return (
    // The grid has the focus and names this row as its active one; the keys are the grid's.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    // biome-ignore lint/a11y/useFocusableInteractive: see above
    // biome-ignore lint/a11y/useSemanticElements: see above
    <div
      role="row"
      id={rowId(row.id)}
      aria-rowindex={props.rowIndex}
      aria-selected={props.selected}
      className={`${lines['row']} ${css['row']}`}
      data-cursor={props.cursor || undefined}
      data-unread={row.unread || undefined}
      style={{ transform: `translateY(${props.top}px)` }}
      onClick={() => props.onStand(index)}
      onDoubleClick={(event) => props.onOpen(index, event.ctrlKey || event.metaKey)}
    >
      <span {...cell} className={css['box']}>
        {/* biome-ignore lint/a11y/useSemanticElements: a native checkbox cannot be drawn by the tokens in both schemes */}
        <span
          role="checkbox"
          aria-checked={props.selected}
          aria-label={t('selectTicket', { title: row.title })}
          tabIndex={-1}
          className={`${lines['check']} ${css['check']}`}
          data-checked={props.selected || undefined}
          onKeyDown={() => undefined}
          onClick={(event) => {
            event.stopPropagation();
            props.onToggle(index, event.shiftKey);
          }}
        >
          {props.selected && <IconCheck size={12} stroke={3} aria-hidden="true" />}
        </span>
        <span className={css['icon']} title={row.serviceName}>
          <ServiceIcon icon={row.icon} />
          <span className="op-hidden">{row.serviceName}</span>
        </span>
      </span>
      <Cells row={row} onTake={props.onTake} />
    </div>
  );
});

/** They depend on the row alone: moving the cursor draws none of them anew. */
const Cells = memo(function Cells({ row, onTake }: { row: Row; onTake: (row: Row) => void }) {
  const t = useWords('queues');
  const talk = useWords('talk');
  const names = useNames();
  const givenBack = isGivenBack(row);
  const waits = row.state === 'waiting' ? row.since : null;
  const raised = row.priority === 'high' || row.priority === 'critical';
  // The stage says something once somebody is at it.
  const stage = row.state === 'working' || row.state === 'waiting' ? row.stageName : null;
  return (
    <>
      <span {...cell} className={css['number']}>
        {row.number ?? <span title={t('numberLater')}>{t('noNumberShort')}</span>}
      </span>
      <span {...cell} className={css['title']} title={row.title}>
        <span className={css['subject']}>
          {row.unread && <span className={css['dot']} role="img" aria-label={t('unread')} title={t('unread')} />}
          <span className="op-ellipsis">{row.title}</span>
        </span>
        {(raised || stage || givenBack || row.tasksOpen > 0) && (
          <span className={css['under']}>
            {raised && <b data-priority={row.priority}>{talk(`priority_${row.priority}`)}</b>}
            {givenBack ? <span>{t('givenBack')}</span> : stage && <span>{stage}</span>}
            {row.tasksOpen > 0 && <span>{t('tasksLeft', { count: row.tasksOpen })}</span>}
          </span>
        )}
      </span>
      <span {...cell} className={css['who']} title={`${row.requesterName}, ${row.branchCity}`}>
        <span className="op-ellipsis">{row.requesterName}</span>
        <span className={css['under']}>{row.branchCity}</span>
      </span>
      <span {...cell} className={css['clock']}>
        <SlaClock view={row.response} branchId={row.branchId} approval={row.state === 'approval'} />
      </span>
      <span {...cell} className={css['clock']}>
        <SlaClock view={row.resolution} since={waits} branchId={row.branchId} approval={row.state === 'approval'} />
      </span>
      <span {...cell} className={css['holder']}>
        {row.assigneeId && row.assigneeName ? (
          <>
            <PersonAvatar id={row.assigneeId} name={row.assigneeName} decorative />
            <span className="op-ellipsis" title={row.assigneeName}>
              {row.assigneeName}
              {row.insteadOfName && (
                <span className={css['instead']}>
                  {' '}
                  {t('insteadOf', { name: names(row.insteadOfName, 'accusative') })}
                </span>
              )}
            </span>
          </>
        ) : !givenBack && (row.state === 'open' || row.state === 'waiting') ? (
          <button
            type="button"
            tabIndex={-1}
            className={css['take']}
            aria-label={t('takeTicket', { title: row.title })}
            onClick={(event) => {
              event.stopPropagation();
              onTake(row);
            }}
          >
            {t('take')}
          </button>
        ) : (
          <span className={css['under']}>{t(givenBack ? 'holderRequester' : `state_${row.state}`)}</span>
        )}
      </span>
    </>
  );
});
