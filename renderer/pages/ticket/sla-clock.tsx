import { DueClock } from '#renderer/components/due-clock.tsx';
import { useClock, useDirectory } from '#renderer/data/directory.tsx';
import { daysBetween, formatInstant, formatTime, offsetAt, zoneLabel } from '#renderer/i18n/format/dates.ts';
import { useFormats, useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/ticket/sla-clock.module.css';
import { overMinutes, type SlaView, slaState } from '#renderer/pages/ticket/sla-words.ts';
import { useClockLength } from '#renderer/pages/ticket/use-clock-length.ts';
import { useNearTime } from '#renderer/pages/ticket/use-near-time.ts';

/**
 * One of the two clocks of a ticket. `since`: when the present state began, for a clock that stands; `branchId`: whose working time
 * it is. `inline` keeps everything on one line.
 */
export function SlaClock(props: {
  view: SlaView;
  since?: number | null;
  branchId?: string | null;
  inline?: boolean;
  /** It stands because an approver has yet to decide, not because the requester has to answer. */
  approval?: boolean;
}) {
  const { view, inline = false } = props;
  const t = useWords('queues');
  const words = useSlaWords();
  const tip = useSlaTip(view, props.branchId);
  const state = slaState(view);
  if (state === null) return <span className={css['none']}>{t('clockNone')}</span>;
  const told = words(view, props.since ?? null, props.approval ?? false);
  return (
    <DueClock state={state} left={view.left} tip={tip}>
      {told.under && !inline ? (
        <span className={css['two']}>
          <span className={css['main']}>{told.main}</span>
          <span className={css['under']}>{told.under}</span>
        </span>
      ) : told.under ? (
        `${told.main} · ${told.under}`
      ) : (
        told.main
      )}
    </DueClock>
  );
}

/** The words of a clock: the first line, and what explains it. */
function useSlaWords() {
  const t = useWords('queues');
  const clock = useClock();
  const formats = useFormats();
  const duration = useClockLength();
  const past = useNearTime();
  /** When it goes on: `09:00` today, `пн, 09:00` within a week, otherwise the date. */
  const ahead = (at: number) => {
    const day = clock.date(at);
    const days = daysBetween(clock.today(), day);
    return days > 0 && days < 7 ? t('clockDay', { day: formats.weekdayShort(day), time: clock.time(at) }) : past(at);
  };
  return (view: SlaView, since: number | null, approval: boolean): { main: string; under: string | null } => {
    const over = overMinutes(view);
    switch (slaState(view)) {
      case 'late':
        return { main: over === null ? t('clockLate') : t('clockOver', { length: duration(over) }), under: null };
      case 'link':
        return over === null
          ? { main: t('clockLink'), under: null }
          : { main: t('clockOver', { length: duration(over) }), under: t('clockLink') };
      case 'pause':
        return {
          main: t(approval ? 'clockApproval' : 'clockWaits'),
          under: since === null ? null : t('clockSince', { time: past(since) }),
        };
      case 'off':
        return view.resumesAt === null
          ? { main: duration(view.minutesLeft ?? 0), under: t('clockOff') }
          : { main: t('clockSince', { time: ahead(view.resumesAt) }), under: t('clockOff') };
      case 'met':
        return { main: t('clockMet', { length: duration(view.spent ?? 0) }), under: null };
      default:
        return { main: duration(view.minutesLeft ?? 0), under: null };
    }
  };
}

/** The exact deadline by the clock of the viewer, and by that of the branch when it runs differently; what was promised. */
function useSlaTip(view: SlaView, branchId: string | null | undefined): string | undefined {
  const t = useWords('queues');
  const approval = useWords('approval');
  const common = useWords('common');
  const duration = useClockLength();
  const { own, branchOf } = useDirectory();
  const target = view.target === null ? null : t('clockTarget', { length: duration(view.target) });
  if (view.dueAt === null) return target ?? undefined;
  const { dueAt } = view;
  const mine = offsetAt(own?.offsets ?? [], dueAt);
  const branch = branchOf(branchId);
  const theirs = branch ? offsetAt(branch.offsets, dueAt) : mine;
  const exact = approval('dueExact', { moment: formatInstant(dueAt, mine), zone: zoneLabel(mine, common('moscow')) });
  return [exact, theirs !== mine && branch ? `${formatTime(dueAt, theirs)} (${branch.city})` : null, target]
    .filter(Boolean)
    .join(' · ');
}
