import { IconUpload } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/admin/admin.module.css';
import type { Setup } from '#renderer/pages/admin/setup.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import { parseWorkingCalendar } from '#shared/formats/working-calendar/parse.ts';
import {
  type CalendarProblem,
  type CalendarProblemCode,
  calendarProblemCodes,
} from '#shared/formats/working-calendar/problems.ts';

const isOwn = (code: string): code is CalendarProblemCode => (calendarProblemCodes as readonly string[]).includes(code);

/** Production calendars by year, read from the XML in which they are published. */
export function Calendars({ setup }: { setup: Setup }) {
  const t = useWords('admin');
  const words = useErrorWords();
  const save = useCommand('working_calendar.save');
  const file = useRef<HTMLInputElement>(null);
  const [problems, setProblems] = useState<readonly CalendarProblem[]>([]);
  const years = [...setup.calendars].sort((one, other) => other.year - one.year);
  const count = (days: readonly { kind: string }[], kind: string) => days.filter((day) => day.kind === kind).length;
  const take = async (given: File) => {
    const read = parseWorkingCalendar(await given.text());
    setProblems(read.problems);
    if (!read.calendar || read.problems.length > 0) return;
    const { year, days } = read.calendar;
    const plain = days.map(({ date, kind, movedFrom }) => ({ date, kind, ...(movedFrom ? { movedFrom } : {}) }));
    if (await save.run({ year, days: plain, source: given.name.slice(0, 255) }))
      useToasts.getState().show({ tone: 'done', title: t('calendarSaved'), object: String(year) });
  };
  return (
    <>
      <div className={css['head']}>
        <p className={css['quiet']}>{t('calendarsText')}</p>
        <ActionButton
          variant="filled"
          icon={<IconUpload size={16} stroke={1.6} />}
          busy={save.busy}
          onClick={() => file.current?.click()}
        >
          {t('addCalendar')}
        </ActionButton>
        <input
          ref={file}
          type="file"
          accept=".xml"
          hidden
          aria-label={t('addCalendar')}
          onChange={(event) => {
            const [given] = event.currentTarget.files ?? [];
            event.currentTarget.value = '';
            if (given) void take(given);
          }}
        />
      </div>
      {save.error && <Note tone="red" title={words(save.error)} />}
      {problems.length > 0 && (
        <Note tone="red" title={t('calendarRefused')}>
          <ul>
            {problems.slice(0, 10).map((one) => (
              <li key={`${one.code}-${one.line}`}>
                {one.line ? `${t('line', { line: one.line })}: ` : ''}
                {isOwn(one.code) ? t(one.code, { value: one.params['value'] ?? '' }) : t('calendarUnreadable')}
              </li>
            ))}
          </ul>
        </Note>
      )}
      <table className={css['table']}>
        <thead>
          <tr>
            <th scope="col">{t('year')}</th>
            <th scope="col">{t('daysOff')}</th>
            <th scope="col">{t('shortDays')}</th>
            <th scope="col">{t('workingSaturdays')}</th>
            <th scope="col">{t('source')}</th>
          </tr>
        </thead>
        <tbody>
          {years.map((one) => (
            <tr key={one.id}>
              <td>{one.year}</td>
              <td>{count(one.days, 'holiday')}</td>
              <td>{count(one.days, 'short')}</td>
              <td>{count(one.days, 'working')}</td>
              <td>{one.source ?? t('shipped')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
