import { Checkbox, Chip, Group } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { OfferChip } from '#renderer/components/chip.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { clockText, parseClock } from '#renderer/pages/admin/sections/portal/clock-text.ts';
import css from '#renderer/pages/admin/sections/portal/portal-sections.module.css';
import type { RowOf } from '#shared/domain/registry.ts';

type Schedule = RowOf<'queue'>['schedule'];

/** Days without hours, hours that end before they begin or lie over each other. */
export const scheduleFault = (schedule: Schedule): boolean =>
  schedule !== null &&
  (schedule.days.length === 0 ||
    schedule.intervals.length === 0 ||
    schedule.intervals.some(([from, to], at) => from >= to || from < (schedule.intervals[at - 1]?.[1] ?? 0)));

/** Shifts of a desk, when they are not those of its branch. */
export function ScheduleField(props: {
  value: Schedule;
  onChange: (schedule: Schedule) => void;
  error: string | undefined;
}) {
  const t = useWords('builder');
  const common = useWords('common');
  const { value } = props;
  const intervals = value?.intervals ?? [];
  const put = (next: [number, number][]) => value && props.onChange({ ...value, intervals: next });
  return (
    <fieldset className={css['group']}>
      <legend>{t('shifts')}</legend>
      <Checkbox
        label={t('ownShifts')}
        description={t('ownShiftsHint')}
        checked={value !== null}
        onChange={(event) =>
          props.onChange(event.currentTarget.checked ? { days: [1, 2, 3, 4, 5], intervals: [[540, 1080]] } : null)
        }
      />
      {value && (
        <>
          <Chip.Group
            multiple
            value={value.days.map(String)}
            onChange={(days) => props.onChange({ ...value, days: days.map(Number).sort() })}
          >
            <Group gap={4} role="group" aria-label={t('shiftDays')}>
              {([1, 2, 3, 4, 5, 6, 7] as const).map((day) => (
                <Chip key={day} value={String(day)} size="xs">
                  {common(`weekdayShort${(day % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6}`)}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
          {intervals.map(([from, to], index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: hours are what is being typed
            <div key={index} className={css['interval']}>
              <ClockField
                label={t('shiftFrom')}
                value={from}
                onChange={(next) => put(intervals.map((one, at) => (at === index ? [next, to] : one)))}
              />
              <ClockField
                label={t('shiftTo')}
                value={to}
                onChange={(next) => put(intervals.map((one, at) => (at === index ? [from, next] : one)))}
              />
              {intervals.length > 1 && (
                <IconButton
                  label={t('removeShift', { number: index + 1 })}
                  onClick={() => put(intervals.toSpliced(index, 1))}
                >
                  <IconX size={16} stroke={1.6} />
                </IconButton>
              )}
            </div>
          ))}
          {intervals.length < 6 && (
            <div>
              <OfferChip
                label={t('addShift')}
                onClick={() => {
                  const end = intervals.at(-1)?.[1] ?? 540;
                  put([...intervals, [Math.min(end + 60, 1380), Math.min(end + 300, 1440)]]);
                }}
              />
            </div>
          )}
        </>
      )}
      {props.error && (
        <p className={css['wrong']} role="alert">
          {props.error}
        </p>
      )}
    </fieldset>
  );
}

function ClockField(props: { label: string; value: number; onChange: (minutes: number) => void }) {
  const t = useWords('builder');
  const [typed, setTyped] = useState(clockText(props.value));
  const [wrong, setWrong] = useState(false);
  useEffect(() => setTyped(clockText(props.value)), [props.value]);
  const leave = () => {
    const minutes = parseClock(typed);
    setWrong(minutes === null);
    if (minutes === null) return;
    setTyped(clockText(minutes));
    if (minutes !== props.value) props.onChange(minutes);
  };
  return (
    <TextField
      label={props.label}
      value={typed}
      maxLength={5}
      error={wrong ? t('clockUnread') : undefined}
      onChange={setTyped}
      onBlur={leave}
    />
  );
}
