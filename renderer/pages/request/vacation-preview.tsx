import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { addDays, formatDate, formatShortDate } from '#renderer/i18n/format/dates.ts';
import { useFormats, useWords } from '#renderer/i18n/words.ts';
import { periodWords } from '#renderer/pages/form-fields/value-words.ts';
import { MonthGrid } from '#renderer/pages/request/month-grid.tsx';
import { firstOfMonth, monthAfter } from '#renderer/pages/request/months.ts';
import { dayByKey, isOnShow, showing } from '#renderer/pages/request/months-on-show.ts';
import type { Kept } from '#renderer/pages/request/use-request-form.ts';
import { usesBalance } from '#renderer/pages/request/vacation-days.ts';
import css from '#renderer/pages/request/vacation-preview.module.css';
import { vacationFields } from '#shared/commands/service/ask-vacation.ts';
import type { Form } from '#shared/domain/form/form.ts';
import { ownValue } from '#shared/domain/form/json-value.ts';

/** The days being chosen: how many count, what is left, who else is away, when work begins again; two months to press on. */
export function VacationPreview(props: {
  form: Form;
  state: Kept;
  ticketId: string | null;
  period: { from: string; to: string } | null;
  onChange: (values: Record<string, unknown>) => void;
}) {
  const t = useWords('vacations');
  const formats = useFormats();
  const today = useClock().today();
  const { form, state, ticketId, period } = props;
  const begun = ownValue(state.values[vacationFields.period], 'from');
  const from = typeof begun === 'string' ? begun : null;
  const [sight, setSight] = useState(() => ({ first: firstOfMonth(from ?? today), of: from }));
  const [reached, setReached] = useState(from ?? today);
  const months = useRef<HTMLDivElement>(null);
  // The fields above may name other days: what is named comes into sight.
  if (sight.of !== from) {
    setSight({ first: from ? showing(from, sight.first) : sight.first, of: from });
    if (from) setReached(from);
  }
  const month = sight.first;
  const show = (first: string) => setSight({ ...sight, first });
  const start = isOnShow(reached, month) ? reached : month;
  const asked = { employeeId: state.requesterId, substituteId: null, ticketId };
  const preview = useQuery('vacation.preview', period && { ...asked, ...period });
  // Who is away in the months on show, before any day is chosen.
  const around = useQuery('vacation.preview', { ...asked, from: month, to: addDays(monthAfter(month, 2), -1) }).data;
  const told = period ? preview.data : undefined;
  const counts = usesBalance(form, state.values);
  const short = counts && told?.left != null && told.left < 0 && told.balance !== null && told.balance.granted > 0;
  const pick = (date: string) => {
    const next = !from || period || date < from ? { from: date, to: null } : { from, to: date };
    setReached(date);
    props.onChange({ ...state.values, [vacationFields.period]: next });
  };
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const at = (event.target as HTMLElement).dataset['date'];
    const next = at ? dayByKey(at, event.key) : null;
    if (!next) return;
    event.preventDefault();
    flushSync(() => {
      setReached(next);
      show(showing(next, month));
    });
    months.current?.querySelector<HTMLElement>(`[data-date="${next}"]`)?.focus();
  };
  return (
    <div className={css['preview']}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it hears the keys of the days in it */}
      <div className={css['months']} ref={months} onKeyDown={press}>
        <div className={css['turn']}>
          <IconButton label={t('before')} onClick={() => show(monthAfter(month, -1))}>
            <IconChevronLeft size={16} stroke={1.6} />
          </IconButton>
          <IconButton label={t('after')} onClick={() => show(monthAfter(month, 1))}>
            <IconChevronRight size={16} stroke={1.6} />
          </IconButton>
        </div>
        {[month, monthAfter(month, 1)].map((one) => (
          <MonthGrid
            key={one}
            month={one}
            today={today}
            range={period ?? (from ? { from, to: from } : null)}
            holidays={around?.holidays ?? []}
            away={around?.colleagues ?? []}
            taken={around?.own ?? []}
            reached={start}
            onPick={pick}
          />
        ))}
        <div className={css['facts']} role="status">
          {told && period ? (
            <>
              <p className={css['days']}>
                <b>{t('days', { count: told.days })}</b>
                {counts && told.left !== null && !short && (
                  <span>{t('left', { left: told.left, available: told.balance?.available ?? 0 })}</span>
                )}
              </p>
              {told.backOn && (
                <p>{t('backOn', { date: formatShortDate(told.backOn), weekday: formats.weekdayShort(told.backOn) })}</p>
              )}
              {told.holidays.length > 0 && (
                <p className={css['quiet']}>
                  {t('holidays', { dates: told.holidays.map(formatShortDate).join(', ') })}
                </p>
              )}
            </>
          ) : (
            <p className={css['quiet']}>{t('pickDays')}</p>
          )}
        </div>
      </div>
      {around && (around.own.length > 0 || around.colleagues.length > 0 || around.holidays.length > 0) && (
        <p className={css['legend']}>
          {around.own.length > 0 && (
            <span>
              <s aria-hidden="true">14</s> {t('legendOwn')}
            </span>
          )}
          {around.colleagues.length > 0 && (
            <span>
              <i aria-hidden="true" className={css['away']} /> {t('legendColleagues')}
            </span>
          )}
          {around.holidays.length > 0 && (
            <span>
              <b aria-hidden="true">14</b> {t('legendHoliday')}
            </span>
          )}
        </p>
      )}
      {told?.own.map((one) => (
        <Note key={one.from} tone="red" title={t('ownOverlap', { period: periodWords(one.from, one.to) })}>
          {t('ownOverlapText')}
        </Note>
      ))}
      {short && told && (
        <Note tone="red" title={t('notEnough', { count: -(told.left ?? 0) })}>
          {t('notEnoughText', { days: told.days, available: told.balance?.available ?? 0 })}
        </Note>
      )}
      {told?.days === 0 && (
        <Note tone="amber" title={t('noDays')}>
          {t('noDaysText')}
        </Note>
      )}
      {told && told.colleagues.length > 0 && (
        <Note tone="amber" title={t('colleagues')}>
          {told.colleagues.map((one) => `${one.fullName} ${periodWords(one.from, one.to)}`).join('; ')}
        </Note>
      )}
      {period && period.to < today && <Note tone="red" title={t('past', { date: formatDate(period.to) })} />}
    </div>
  );
}
