import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/portal/ticket-parts.module.css';
import type { Segment } from '#shared/queries/ticket.ts';

/** The way of a request at a glance: what is behind, where it is, what is ahead; told in words as well as in colours. */
export function SegmentLine({ segments }: { segments: readonly Segment[] }) {
  const t = useWords('portal');
  return (
    <ol className={css['segments']} aria-label={t('way')}>
      {segments.map((segment) => {
        const name = segment.name ?? t(segment.type === 'done' ? 'segmentDone' : 'segmentSubmitted');
        return (
          <li
            key={segment.key}
            className={css['segment']}
            data-state={segment.state}
            aria-current={segment.state === 'current' ? 'step' : undefined}
            title={name}
          >
            <span className={css['segmentName']}>{name}</span>
          </li>
        );
      })}
    </ol>
  );
}
