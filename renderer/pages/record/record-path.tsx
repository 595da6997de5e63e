import { useTranslation } from 'react-i18next';
import { Trail } from '#renderer/components/trail.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { type Station, stationsOf } from '#renderer/pages/record/path-steps.ts';
import { useLink } from '#renderer/state/link.ts';
import type { RecordObject } from '#renderer/state/record-path.ts';
import { errors } from '#shared/domain/error.ts';

const names = {
  saved: 'pathSaved',
  elsewhere: 'pathElsewhere',
  waits: 'pathWaits',
  queued: 'pathQueued',
  sending: 'pathSending',
  doubt: 'pathDoubt',
  accepted: 'pathAccepted',
  rejected: 'pathRejected',
  conflict: 'pathConflict',
  files: 'pathFiles',
} as const satisfies Record<Station['key'], string>;

/** The path of a record to the centre: what has been written, where it waits, what is ahead. */
export function RecordPath({ entity, id }: RecordObject) {
  const t = useWords('record');
  const refusals = useTranslation('errors').t;
  const clock = useClock();
  const away = useLink((link) => link.status !== null && link.status.link !== 'online');
  const { data } = useQuery('record.path', { entity, id });
  if (!data) return null;
  const textOf = (station: Station): string | undefined => {
    if (station.code)
      return refusals(Object.hasOwn(errors, station.code) ? (station.code as keyof typeof errors) : 'INTERNAL');
    if (station.at === null) return undefined;
    const time = clock.moment(station.at);
    return station.key === 'saved' ? t('pathSteps', { count: data.steps.length, time }) : time;
  };
  return (
    <Trail
      steps={stationsOf(data.receipt, data.steps, away, data.hasFiles, data.elsewhereAt).map((station) => ({
        title: t(names[station.key]),
        text: textOf(station),
        state: station.state,
      }))}
    />
  );
}
