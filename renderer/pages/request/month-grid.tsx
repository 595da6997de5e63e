import { useTranslation } from 'react-i18next';
import { addDays, weekdayOf } from '#renderer/i18n/format/dates.ts';
import { useFormats } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/request/month-grid.module.css';
import { daysInMonth } from '#renderer/pages/request/months.ts';

interface Days {
  from: string;
  to: string;
}

const within = (date: string, { from, to }: Days): boolean => from <= date && date <= to;

/**
 * A month with the chosen days, holidays and the days on which colleagues are away. One day of the months is in the order of Tab; the
 * keys lead on from it, and the facts beside tell the days in words.
 */
export function MonthGrid(props: {
  month: string;
  today: string;
  range: Days | null;
  holidays: readonly string[];
  away: readonly Days[];
  taken: readonly Days[];
  /** The day the keys start from. */
  reached: string;
  onPick: (date: string) => void;
}) {
  const { i18n } = useTranslation();
  const formats = useFormats();
  const { month, today, range, holidays } = props;
  const monthly = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  const title = new Intl.DateTimeFormat(i18n.language, monthly).format(new Date(`${month}T00:00Z`));
  // The name of a day holds the number that is seen, as whoever speaks to the window would call it.
  const daily = new Intl.DateTimeFormat(i18n.language, { ...monthly, day: 'numeric', weekday: 'long' });
  const before = (weekdayOf(month) + 6) % 7;
  const days = Array.from({ length: daysInMonth(month) }, (_, place) => addDays(month, place));
  // 2024-01-01 was a Monday.
  const week = Array.from({ length: 7 }, (_, place) => formats.weekdayShort(addDays('2024-01-01', place)));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as a group of the form
    <div className={css['month']} role="group" aria-label={title}>
      <span className={css['title']} aria-hidden="true">
        {title}
      </span>
      <div className={css['grid']}>
        {week.map((day) => (
          <span key={day} className={css['weekday']} aria-hidden="true">
            {day}
          </span>
        ))}
        {days.map((date, place) => (
          <button
            key={date}
            type="button"
            tabIndex={date === props.reached ? 0 : -1}
            data-date={date}
            aria-label={daily.format(new Date(`${date}T00:00Z`))}
            aria-pressed={range !== null && within(date, range)}
            className={css['day']}
            style={place === 0 ? { gridColumnStart: before + 1 } : undefined}
            data-chosen={(range !== null && within(date, range)) || undefined}
            data-end={date === range?.from || date === range?.to || undefined}
            data-holiday={holidays.includes(date) || undefined}
            data-off={weekdayOf(date) === 0 || weekdayOf(date) === 6 || undefined}
            data-today={date === today || undefined}
            data-taken={props.taken.some((one) => within(date, one)) || undefined}
            data-away={props.away.some((one) => within(date, one)) || undefined}
            onClick={() => props.onPick(date)}
          >
            {place + 1}
          </button>
        ))}
      </div>
    </div>
  );
}
