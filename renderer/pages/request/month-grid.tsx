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
 * A month with the chosen days, holidays and the days on which colleagues are away. For the eye and the mouse: the two fields above
 * take the same days from the keyboard, and the facts beside tell them in words.
 */
export function MonthGrid(props: {
  month: string;
  today: string;
  range: Days | null;
  holidays: readonly string[];
  away: readonly Days[];
  taken: readonly Days[];
  onPick: (date: string) => void;
}) {
  const { i18n } = useTranslation();
  const formats = useFormats();
  const { month, today, range, holidays } = props;
  const title = new Intl.DateTimeFormat(i18n.language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}T00:00Z`),
  );
  const before = (weekdayOf(month) + 6) % 7;
  const days = Array.from({ length: daysInMonth(month) }, (_, place) => addDays(month, place));
  // 2024-01-01 was a Monday.
  const week = Array.from({ length: 7 }, (_, place) => formats.weekdayShort(addDays('2024-01-01', place)));
  return (
    <div className={css['month']} aria-hidden="true">
      <span className={css['title']}>{title}</span>
      <div className={css['grid']}>
        {week.map((day) => (
          <span key={day} className={css['weekday']}>
            {day}
          </span>
        ))}
        {days.map((date, place) => (
          <button
            key={date}
            type="button"
            tabIndex={-1}
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
