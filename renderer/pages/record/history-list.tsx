import { PersonAvatar } from '#renderer/components/person-avatar.tsx';
import { SkeletonRows } from '#renderer/components/skeleton-rows.tsx';
import { useDelayed } from '#renderer/components/use-delayed.ts';
import { useClock } from '#renderer/data/directory.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/record/record.module.css';
import { useFieldWords } from '#renderer/pages/record/use-field-words.ts';
import type { RecordObject } from '#renderer/state/record-path.ts';
import type { HistoryLine } from '#shared/queries/record.ts';

/** How far the two times of a change may lie apart before the second stands out, in milliseconds. */
const NEAR = 5 * 60_000;

/** Who changed what, when, at which workstation, and when the centre learned of it. */
export function HistoryList({ entity, id }: RecordObject) {
  const t = useWords('record');
  const { data } = useQuery('record.history', { entity, id });
  const waiting = useDelayed(data === undefined, 300);
  if (!data) return waiting ? <SkeletonRows rows={4} /> : null;
  return (
    <ol className={css['lines']} aria-label={t('history')}>
      {data.map((line) => (
        <Line key={line.id} line={line} />
      ))}
    </ol>
  );
}

function Line({ line }: { line: HistoryLine }) {
  const t = useWords('record');
  const clock = useClock();
  const words = useFieldWords();
  const who = line.actorName ?? t('someone');
  return (
    <li className={css['line']}>
      <PersonAvatar id={line.actorId} name={who} decorative />
      <div>
        <div className={css['head']}>
          <b>{words.action(line.action)}</b>
          <span className={css['quiet']}>{t('historyLine', { who, time: clock.moment(line.occurredAt) })}</span>
          {line.deviceName && <span className={css['quiet']}>{t('historyDevice', { device: line.deviceName })}</span>}
          {line.receivedAt === null ? (
            <span className={css['late']}>{t('historyUnsent')}</span>
          ) : (
            <span className={line.receivedAt - line.occurredAt > NEAR ? css['late'] : css['quiet']}>
              {t('historyLate', { time: clock.moment(line.receivedAt) })}
            </span>
          )}
        </div>
        {line.changes.length > 0 && (
          <ul className={css['changes']}>
            {line.changes.map(({ field, from, to, fromName, toName }) => (
              <li key={field}>
                {words.change(
                  { field, from, to },
                  {
                    ...(fromName ? { [String(from)]: fromName } : {}),
                    ...(toName ? { [String(to)]: toName } : {}),
                  },
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}
