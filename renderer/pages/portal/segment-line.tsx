import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/portal/ticket-parts.module.css';
import type { Segment } from '#shared/queries/ticket.ts';

/** More names than these are not to be read in the width of a card. */
const READABLE = 4;

/**
 * The way of a request at a glance: what is behind, where it is, what is ahead; told in words as well as in colours. `compact`: in a
 * narrow place a long way names only where it is.
 */
export function SegmentLine({ segments, compact = false }: { segments: readonly Segment[]; compact?: boolean }) {
  const t = useWords('portal');
  const isLong = compact && segments.length > READABLE;
  const present = segments.findIndex((segment) => segment.state === 'current');
  const nameOf = (segment: Segment): string =>
    segment.name ?? t(segment.type === 'done' ? 'segmentDone' : 'segmentSubmitted');
  const current = segments[present];
  const line = (
    <ol className={css['segments']} aria-label={t('way')} data-compact={isLong || undefined}>
      {segments.map((segment) => {
        const name = nameOf(segment);
        return (
          <li
            key={segment.key}
            className={css['segment']}
            data-state={segment.state}
            aria-current={segment.state === 'current' ? 'step' : undefined}
            title={name}
          >
            <span className={isLong ? 'op-hidden' : css['segmentName']}>{name}</span>
          </li>
        );
      })}
    </ol>
  );
  if (!isLong || !current) return line;
  return (
    <>
      {line}
      {/* The line above tells it to those who listen. */}
      <p className={css['present']} aria-hidden="true">
        <b>{nameOf(current)}</b> <span>{t('stageOf', { place: present + 1, all: segments.length })}</span>
      </p>
    </>
  );
}
