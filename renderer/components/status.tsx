import css from '#renderer/components/status.module.css';
import { StatusGlyph, type StatusKey, statusTones } from '#renderer/components/status-glyph.tsx';
import { useWords } from '#renderer/i18n/words.ts';

/** In a grid: glyph and plain word. */
export function StatusLabel({ status }: { status: StatusKey }) {
  const t = useWords('status');
  return (
    <span className={css['label']}>
      <StatusGlyph status={status} />
      <span className="op-ellipsis">{t(`state_${status}`)}</span>
    </span>
  );
}

/** On cards and panels: a tinted pill with glyph and word. */
export function StatusPill({ status }: { status: StatusKey }) {
  const t = useWords('status');
  return (
    <span className={css['pill']} data-tone={statusTones[status]}>
      <StatusGlyph status={status} size={12} />
      {t(`state_${status}`)}
    </span>
  );
}
