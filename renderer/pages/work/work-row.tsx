import {
  IconArrowsSplit2,
  IconAt,
  IconCalendarEvent,
  IconCheck,
  IconChecklist,
  IconCircleCheck,
  IconClockCheck,
  IconEye,
  IconFileArrowLeft,
  IconGitCompare,
  IconMessageQuestion,
  IconPencil,
  IconRubberStamp,
  IconSignature,
  IconTicket,
} from '@tabler/icons-react';
import { memo } from 'react';
import lines from '#renderer/components/line-list.module.css';
import { PersonAvatar } from '#renderer/components/person-avatar.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { formatAmount, formatMoney } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Due, DueDay } from '#renderer/pages/approval/due.tsx';
import { useNames, whole } from '#renderer/pages/approval/use-names.ts';
import { tells } from '#renderer/pages/work/sift.ts';
import { useKeyDateTitle } from '#renderer/pages/work/use-key-date-title.ts';
import css from '#renderer/pages/work/work-list.module.css';
import type { WorkItem } from '#shared/queries/work.ts';

const icon = { size: 16, stroke: 1.6 } as const;
const glyphs = {
  approve: <IconRubberStamp {...icon} />,
  sign: <IconSignature {...icon} />,
  acknowledge: <IconEye {...icon} />,
  key_date: <IconCalendarEvent {...icon} />,
  due: <IconClockCheck {...icon} />,
  originals: <IconFileArrowLeft {...icon} />,
  mention: <IconAt {...icon} />,
  conflict: <IconArrowsSplit2 {...icon} />,
  ticket: <IconTicket {...icon} />,
  question: <IconMessageQuestion {...icon} />,
  rework: <IconPencil {...icon} />,
  confirm: <IconCircleCheck {...icon} />,
  ticket_task: <IconChecklist {...icon} />,
} as const;

/** A cell is never focused by itself: the grid has the focus and names its active row. A table could not draw only the rows in sight. */
export const cell = { role: 'gridcell' } as const;

/** The id of a row's element, for the grid's active descendant. */
export const rowId = (item: string): string => `work-${item.replace('/', '-')}`;

export interface WorkRowProps {
  item: WorkItem;
  index: number;
  /** Place among all rows of the grid, headings included, from 1. */
  rowIndex: number;
  top: number;
  cursor: boolean;
  selected: boolean;
  onStand: (index: number) => void;
  onToggle: (index: number, upTo: boolean) => void;
  onOpen: (index: number, newWindow: boolean) => void;
}

/** One item: the verb first, what it is about, how much, by when, who asks. */
export const WorkRow = memo(function WorkRow(props: WorkRowProps) {
  const { item, index } = props;
  const t = useWords('work');
  return (
    // The grid has the focus and names this row as its active one; the keys are the grid's.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    // biome-ignore lint/a11y/useFocusableInteractive: see above
    // biome-ignore lint/a11y/useSemanticElements: see above
    <div
      role="row"
      id={rowId(item.item)}
      aria-rowindex={props.rowIndex}
      aria-selected={props.selected}
      className={`${lines['row']} ${css['row']}`}
      data-cursor={props.cursor || undefined}
      data-group={item.group}
      style={{ transform: `translateY(${props.top}px)` }}
      onClick={() => props.onStand(index)}
      onDoubleClick={(event) => props.onOpen(index, event.ctrlKey || event.metaKey)}
    >
      <span {...cell} className={css['box']}>
        {/* biome-ignore lint/a11y/useSemanticElements: a native checkbox cannot be drawn by the tokens in both schemes */}
        <span
          role="checkbox"
          aria-checked={props.selected}
          aria-label={t('selectItem', { title: item.title })}
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
      </span>
      <Cells item={item} />
    </div>
  );
});

/** What stands after the title: the request of a line of a checklist, what is asked, what was done, whose request is decided. */
const aside = (item: WorkItem): string | null =>
  item.type === 'ticket_task' || item.type === 'question' || item.type === 'rework' || item.type === 'confirm'
    ? item.text
    : item.decide && item.ticketId
      ? item.fromName && whole(item.fromName)
      : null;

/** They depend on the item alone: moving the cursor draws none of them anew. */
const Cells = memo(function Cells({ item }: { item: WorkItem }) {
  const t = useWords('work');
  const names = useNames();
  const clock = useClock();
  const keyDate = useKeyDateTitle()(item);
  const outdated = item.outdated;
  return (
    <>
      <span {...cell} className={css['verb']} data-type={outdated ? 'outdated' : item.type}>
        <span aria-hidden="true">{outdated ? <IconGitCompare {...icon} /> : glyphs[item.type]}</span>
        <span className={css['verbWord']}>{t(outdated ? 'verb_outdated' : `verb_${item.type}`)}</span>
      </span>
      <span {...cell} className={css['title']} title={item.title}>
        {item.type === 'mention' && item.text ? (
          <span className={css['subject']}>
            «{item.text}» <span className={css['about']}>{item.title}</span>
          </span>
        ) : (
          <span className={css['subject']}>
            {item.title}
            {keyDate && <span className={css['about']}> · {keyDate}</span>}
            {aside(item) && <span className={css['about']}> · {aside(item)}</span>}
          </span>
        )}
        {tells(item) && <span className={css['late']}>{t('waitsForStep')}</span>}
        {item.insteadOfName &&
          (item.escalated ? (
            <span className={css['late']}>
              {item.escalated.others > 0
                ? t('escalatedMore', {
                    name: names(item.insteadOfName, 'genitive'),
                    others: String(item.escalated.others),
                  })
                : t('escalated', { name: names(item.insteadOfName, 'genitive') })}
            </span>
          ) : (
            <span className={css['instead']}>{t('insteadOf', { name: names(item.insteadOfName, 'accusative') })}</span>
          ))}
      </span>
      <span {...cell} className={css['amount']}>
        {item.amount === null
          ? ''
          : (item.currency ?? 'RUB') === 'RUB'
            ? formatAmount(item.amount)
            : formatMoney(item.amount, item.currency ?? 'RUB')}
      </span>
      <span {...cell} className={css['due']}>
        {item.snoozedUntil !== null ? (
          <span className={css['about']}>{clock.moment(item.snoozedUntil)}</span>
        ) : item.dueDate ? (
          <DueDay date={item.dueDate} today={clock.today()} />
        ) : (
          <Due dueAt={item.dueAt} left={item.left} minutesLeft={item.minutesLeft} form="moment" />
        )}
      </span>
      <span {...cell} className={css['from']}>
        {item.fromId && item.fromName && <PersonAvatar id={item.fromId} name={item.fromName} />}
      </span>
    </>
  );
});
