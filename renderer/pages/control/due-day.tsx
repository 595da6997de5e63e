import { useClock } from '#renderer/data/directory.tsx';
import { daysBetween, formatDate } from '#renderer/i18n/format/dates.ts';
import css from '#renderer/pages/control/control.module.css';
import { useDueWords } from '#renderer/pages/control/use-due-words.ts';
import type { DocumentListRow } from '#shared/queries/document.ts';

const ended: readonly string[] = ['done', 'void', 'refused'];

/** A due day in a list: red once it has passed, amber when it is near, quiet when nothing is left to do; its title says how far it is. */
function DueDay({ date, isOpen }: { date: string; isOpen: boolean }) {
  const words = useDueWords();
  const left = daysBetween(useClock().today(), date);
  if (!isOpen) return <span className="op-figures">{formatDate(date)}</span>;
  const tone = words.tone(left);
  return (
    <span className={tone === 'quiet' ? 'op-figures' : css[tone]} title={words.left(left)}>
      {formatDate(date)}
      {left < 0 && <span className="op-hidden">, {words.left(left)}</span>}
    </span>
  );
}

/** The column of due days in a register. */
export const dueDay = (row: DocumentListRow) =>
  row.dueDate ? <DueDay date={row.dueDate} isOpen={!ended.includes(row.state)} /> : null;

/** The column of days by which originals have to be back. */
export const originalsDay = (row: DocumentListRow) =>
  row.originalsDueOn ? <DueDay date={row.originalsDueOn} isOpen={row.originals === 'sent'} /> : null;
