import { formatDate, formatShortDate } from '#renderer/i18n/format/dates.ts';
import type { StageLine } from '#shared/queries/contract.ts';

/** One piece of what stands under a stage; keys of the contract's dictionary. */
export type StagePart =
  | { key: 'stageOn' | 'stageSince' | 'stageDue' | 'stagePlan' | 'stageUntil'; params: { date: string } }
  | { key: 'stageSpan'; params: { from: string; to: string } }
  | { key: 'stageVotes'; params: { agreed: string; count: number } };

/**
 * What is known of a stage, in the order it is told: fact for what is over, since when and until when for what is under way, the
 * plan for what is ahead. `dateOf` turns an instant into the day of the person's branch; `year` is the year that is not written.
 */
export function stageParts(line: StageLine, dateOf: (instant: number) => string, year: string): StagePart[] {
  const short = (date: string) => (date.slice(0, 4) === year ? formatShortDate(date) : formatDate(date));
  const began = line.startedAt === null ? null : dateOf(line.startedAt);
  const ended = line.endedAt === null ? null : dateOf(line.endedAt);
  const planned = line.plannedOn;
  if (line.state === 'done') {
    if (began && ended && began !== ended)
      return [{ key: 'stageSpan', params: { from: short(began), to: short(ended) } }];
    const day = ended ?? began;
    return day ? [{ key: 'stageOn', params: { date: short(day) } }] : [];
  }
  const until: StagePart[] =
    planned === null
      ? []
      : line.stage === 'performance'
        ? [{ key: 'stageUntil', params: { date: formatDate(planned) } }]
        : [{ key: line.state === 'current' ? 'stageDue' : 'stagePlan', params: { date: short(planned) } }];
  if (line.state === 'future') return until;
  return [
    ...(began ? [{ key: 'stageSince', params: { date: short(began) } } as const] : []),
    ...until,
    ...(line.agreed !== null && line.needed
      ? [{ key: 'stageVotes', params: { agreed: String(line.agreed), count: line.needed } } as const]
      : []),
  ];
}
