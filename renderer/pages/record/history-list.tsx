import { PersonAvatar } from '#renderer/components/person-avatar.tsx';
import { SkeletonRows } from '#renderer/components/skeleton-rows.tsx';
import { useDelayed } from '#renderer/components/use-delayed.ts';
import { useClock } from '#renderer/data/directory.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useNames } from '#renderer/pages/approval/use-names.ts';
import { useDefinitions } from '#renderer/pages/document/use-definitions.ts';
import css from '#renderer/pages/record/record.module.css';
import { toldChanges } from '#renderer/pages/record/told-changes.ts';
import { useFieldWords } from '#renderer/pages/record/use-field-words.ts';
import type { RecordObject } from '#renderer/state/record-path.ts';
import type { HistoryLine } from '#shared/queries/record.ts';

/** How far the two times of a change may lie apart before the second stands out, in milliseconds. */
const NEAR = 5 * 60_000;

/** Who changed what, when, at which workstation, and when the centre learned of it. */
export function HistoryList({ entity, id }: RecordObject) {
  const t = useWords('record');
  const { data } = useQuery('record.history', { entity, id });
  const words = useFieldWords(useDefinitions());
  const waiting = useDelayed(data === undefined, 300);
  if (!data) return waiting ? <SkeletonRows rows={4} /> : null;
  return (
    <ol className={css['lines']} aria-label={t('history')}>
      {data.map((line) => (
        <Line key={line.id} line={line} entity={entity} words={words} />
      ))}
    </ol>
  );
}

function Line({ line, entity, words }: { line: HistoryLine; entity: string; words: ReturnType<typeof useFieldWords> }) {
  const t = useWords('record');
  const clock = useClock();
  const who = useWho(line);
  // A decision of the conflict desk and the filled-in fields of a record speak of the record itself.
  const about = line.action.startsWith('conflict.') ? entity : line.action;
  return (
    <li className={css['line']}>
      <PersonAvatar id={line.actorId} name={line.actorName ?? who} decorative />
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
        <Changes line={line} about={about} words={words} />
      </div>
    </li>
  );
}

function Changes({
  line,
  about,
  words,
}: {
  line: HistoryLine;
  about: string;
  words: ReturnType<typeof useFieldWords>;
}) {
  const told = toldChanges(line.action, line.changes);
  if (told.length === 0) return null;
  const names = Object.assign({}, ...line.changes.map(namesOf));
  return (
    <ul className={css['changes']}>
      {told.map((change) => (
        <li key={change.field}>{words.change(change, names, about)}</li>
      ))}
    </ul>
  );
}

/** The names that came with the values of a change, by id; a list of ids comes with all of its names at once. */
function namesOf({ from, to, fromName, toName }: HistoryLine['changes'][number]): Record<string, string> {
  const pairs = [
    [from, fromName],
    [to, toName],
  ] as const;
  return Object.fromEntries(
    pairs.flatMap(([value, name]) => (typeof value === 'string' && name ? [[value, name] as const] : [])),
  );
}

/** The person behind a line; the centre's own jobs are its own; «Жанна Щукина за Олега Басова» for a substitute. */
function useWho(line: HistoryLine): string {
  const t = useWords('record');
  const values = useWords('values');
  const names = useNames();
  if (line.actorId === 'centre') return values('centre');
  const who = line.actorName ?? t('someone');
  if (line.action !== 'decision.make') return who;
  const asked = line.changes.find((one) => one.field === 'employee' && one.to !== line.actorId);
  return asked?.toName ? values('insteadOf', { who, name: names(asked.toName, 'accusative') }) : who;
}
