import { IconCheck } from '@tabler/icons-react';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/ticket/segments.module.css';
import type { Segment } from '#shared/queries/ticket.ts';

/** The way of a ticket: submitted, the steps of its approval, the stages of the work, done. */
export function Segments({ segments }: { segments: readonly Segment[] }) {
  const t = useWords('queues');
  return (
    <ol className={css['segments']} aria-label={t('segments')}>
      {segments.map((one, place) => (
        <li
          key={one.key}
          className={css['segment']}
          data-state={one.state}
          aria-current={one.state === 'current' ? 'step' : undefined}
        >
          <span className={css['rail']} aria-hidden="true">
            <span className={css['mark']}>
              {one.state === 'done' ? <IconCheck size={12} stroke={2.4} /> : place + 1}
            </span>
            {place < segments.length - 1 && <span className={css['way']} />}
          </span>
          <span className={css['name']} title={one.name ?? undefined}>
            {one.name ?? t(one.type === 'submitted' ? 'segmentSubmitted' : 'segmentDone')}
          </span>
          <span className="op-hidden">{t(`segment_${one.state}`)}</span>
        </li>
      ))}
    </ol>
  );
}
