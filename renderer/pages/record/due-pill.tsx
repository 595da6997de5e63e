import { IconClock } from '@tabler/icons-react';
import { Pill } from '#renderer/components/pill.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { daysBetween, formatDate, formatShortDate } from '#renderer/i18n/format/dates.ts';
import { useFormats, useWords } from '#renderer/i18n/words.ts';

/** A deadline is near from this many days before it. */
const NEAR = 7;
const over = new Set(['done', 'refused', 'void']);

/** The deadline of a document: late only while there is something left to do, amber only when near, its year when it is another. */
export function DuePill({ dueDate, state }: { dueDate: string; state: string }) {
  const t = useWords('card');
  const formats = useFormats();
  const today = useClock().today();
  const settled = over.has(state);
  const left = daysBetween(today, dueDate);
  const tone = settled || left > NEAR ? 'gray' : left < 0 ? 'red' : 'amber';
  const sameYear = dueDate.slice(0, 4) === today.slice(0, 4);
  return (
    <Pill tone={tone} icon={<IconClock size={12} stroke={1.6} />}>
      {t('dueBy', { date: sameYear ? formatShortDate(dueDate) : formatDate(dueDate) })}
      {!settled && left <= NEAR && ` · ${left < 0 ? t('overdue') : formats.relativeDay(dueDate, today)}`}
    </Pill>
  );
}
