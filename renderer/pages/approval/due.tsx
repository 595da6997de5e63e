import { DueClock, type DueState } from '#renderer/components/due-clock.tsx';
import { useClock, useDirectory } from '#renderer/data/directory.tsx';
import { formatDate, formatInstant, formatShortDate, offsetAt, zoneLabel } from '#renderer/i18n/format/dates.ts';
import { withUnit } from '#renderer/i18n/format/sizes.ts';
import { useFormats, useWords } from '#renderer/i18n/words.ts';
import { type DueFacts, dueForm, dueState, isNear, workingParts } from '#renderer/pages/approval/due-words.ts';

/** Working minutes → `1 д 6 ч` of days of eight hours. */
export function useWorkingDuration(): (minutes: number) => string {
  const t = useWords('common');
  return (minutes) =>
    workingParts(minutes)
      .map((part) => withUnit(String(part.count), t(`unit_${part.unit}`)))
      .join(' ');
}

/**
 * The clock of a deadline. `duration`: «4 ч 10 мин», «+35 мин»; `moment`: as in a list, «до 18:00», «вчера, 18:00».
 * `branchId` names the branch whose working time it is: the tip tells its hour too when it differs.
 */
export function Due(
  props: DueFacts & {
    form?: 'duration' | 'moment';
    branchId?: string | null;
    /** Says of a late one that it is late, where its place does not. */
    named?: (words: string) => string;
  },
) {
  const state = dueState(props);
  const words = useDueWords();
  const tip = useDueTip(props.dueAt, props.branchId);
  if (state === null) return null;
  const told = words(props, state, props.form ?? 'duration');
  return (
    <DueClock state={state} left={props.left} tip={tip}>
      {state === 'late' && props.named ? props.named(told) : told}
    </DueClock>
  );
}

function useDueWords() {
  const t = useWords('approval');
  const formats = useFormats();
  const duration = useWorkingDuration();
  const clock = useClock();
  return (facts: DueFacts, state: DueState, form: 'duration' | 'moment'): string => {
    const { dueAt, minutesLeft } = facts;
    const length = duration(minutesLeft ?? 0);
    if (form === 'duration' || dueAt === null) return state === 'late' ? t('dueOver', { length }) : length;
    const today = clock.today();
    const day = clock.date(dueAt);
    const time = clock.time(dueAt);
    switch (dueForm(facts, day, today)) {
      case 'over':
        return t('dueLateBy', { length });
      case 'left':
        return length;
      case 'until':
        return t('dueUntil', { time });
      default: {
        const near = isNear(day, today);
        const sameYear = day.slice(0, 4) === today.slice(0, 4);
        const name = near ? formats.relativeDay(day, today) : sameYear ? formatShortDate(day) : formatDate(day);
        return t('dueDay', { day: name, time });
      }
    }
  };
}

/** The exact deadline by the clock of the viewer, and by that of the branch when it runs differently. */
function useDueTip(dueAt: number | null, branchId: string | null | undefined): string | undefined {
  const t = useWords('approval');
  const common = useWords('common');
  const { own, branchOf } = useDirectory();
  if (dueAt === null) return undefined;
  const at = (offset: number) =>
    t('dueExact', { moment: formatInstant(dueAt, offset), zone: zoneLabel(offset, common('moscow')) });
  const mine = offsetAt(own?.offsets ?? [], dueAt);
  const branch = branchOf(branchId);
  const theirs = branch ? offsetAt(branch.offsets, dueAt) : mine;
  return theirs === mine ? at(mine) : `${at(mine)} · ${branch?.city ?? ''}: ${at(theirs)}`;
}

/** A deadline that is a day, not an instant: a key date. */
export function DueDay({ date, today }: { date: string; today: string }) {
  const formats = useFormats();
  const late = date < today;
  const near = isNear(date, today);
  const sameYear = date.slice(0, 4) === today.slice(0, 4);
  return (
    <DueClock state={late ? 'late' : near ? 'risk' : 'run'} left={late ? 0 : near ? 0.2 : 0.8} tip={formatDate(date)}>
      {near ? formats.relativeDay(date, today) : sameYear ? formatShortDate(date) : formatDate(date)}
    </DueClock>
  );
}
