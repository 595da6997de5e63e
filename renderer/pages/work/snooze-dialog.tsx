import { IconCalendarEvent, IconClock, IconSun } from '@tabler/icons-react';
import { useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Dialog } from '#renderer/components/confirm-dialog.tsx';
import { DateField } from '#renderer/components/date-field.tsx';
import { Note } from '#renderer/components/note.tsx';
import type { CoreError } from '#renderer/data/core-error.ts';
import { useClock, useDirectory } from '#renderer/data/directory.tsx';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { instantIn, type SnoozeChoice, snoozeTimes } from '#renderer/pages/work/snooze-times.ts';
import css from '#renderer/pages/work/work.module.css';

const icon = { size: 16, stroke: 1.6 } as const;
const choices: readonly [SnoozeChoice, React.ReactNode][] = [
  ['hour', <IconClock key="hour" {...icon} />],
  ['tomorrow', <IconSun key="tomorrow" {...icon} />],
  ['monday', <IconCalendarEvent key="monday" {...icon} />],
];

/** Until when items are put off, by the clock of the person's branch. */
export function SnoozeDialog(props: {
  count: number;
  busy: boolean;
  error: CoreError | null;
  onChoose: (until: number) => void;
  onClose: () => void;
}) {
  const t = useWords('work');
  const words = useErrorWords();
  const clock = useClock();
  const { own } = useDirectory();
  const [day, setDay] = useState<string | null>(null);
  const offsets = own?.offsets ?? [];
  const now = Date.now();
  const times = snoozeTimes(now, offsets);
  const chosen = day === null ? null : instantIn(offsets, day);
  const past = chosen !== null && chosen <= now;
  return (
    <Dialog opened title={t('snoozeTitle')} onClose={props.onClose} width={380}>
      <p className={css['quiet']}>{t('snoozeCount', { count: props.count })}</p>
      <div className={css['choices']}>
        {choices.map(([choice, glyph], index) => (
          <button
            key={choice}
            type="button"
            className={css['choice']}
            data-autofocus={index === 0 || undefined}
            disabled={props.busy}
            onClick={() => props.onChoose(times[choice])}
          >
            {glyph}
            <span>{t(`snooze_${choice}`)}</span>
            <span className={css['when']}>{clock.moment(times[choice])}</span>
          </button>
        ))}
      </div>
      <DateField
        label={t('snoozeDate')}
        value={day}
        onChange={setDay}
        today={clock.today()}
        error={past ? t('snoozePast') : undefined}
      />
      {props.error && <Note tone="red" title={words(props.error)} />}
      {chosen !== null && !past && day && (
        <div className={css['dialogActions']}>
          <ActionButton variant="filled" busy={props.busy} onClick={() => props.onChoose(chosen)}>
            {t('snoozeUntilDate', { date: formatDate(day) })}
          </ActionButton>
        </div>
      )}
    </Dialog>
  );
}
