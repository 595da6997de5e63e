import { ActionIcon, Popover } from '@mantine/core';
import { Calendar } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import css from '#renderer/components/date-field.module.css';
import { TextField } from '#renderer/components/text-field.tsx';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { parseDate } from '#renderer/i18n/format/parse-date.ts';
import { useFormats } from '#renderer/i18n/words.ts';

export interface DateFieldProps {
  label: string;
  /** `yyyy-mm-dd`, or null for none. */
  value: string | null;
  onChange: (date: string | null) => void;
  /** The date in the branch; typed shifts and weekdays count from it. */
  today: string;
  error?: string | undefined;
  required?: boolean;
}

/** A date as people type it (13.5, 130526, +3, пт) or pick it; the weekday and the distance stand under it. */
export function DateField({ label, value, onChange, today, error, required }: DateFieldProps) {
  const { t, i18n } = useTranslation('common');
  const formats = useFormats();
  const written = value ? formatDate(value) : '';
  const [typed, setTyped] = useState(written);
  const [wrong, setWrong] = useState(false);
  const [opened, setOpened] = useState(false);
  useEffect(() => setTyped(written), [written]);

  const choose = (date: string | null) => {
    setWrong(false);
    setTyped(date ? formatDate(date) : '');
    if (date !== value) onChange(date);
  };
  const leave = () => {
    if (typed.trim() === '') return choose(null);
    const date = parseDate(typed, today);
    if (date) choose(date);
    else setWrong(true);
  };
  return (
    <div className={css['field']}>
      <TextField
        label={label}
        value={typed}
        onChange={(text) => {
          setTyped(text);
          setWrong(false);
        }}
        onBlur={leave}
        error={wrong ? t('dateUnread') : error}
        hint={value && !wrong ? `${formats.weekday(value)}, ${formats.relativeDay(value, today)}` : undefined}
        required={required ?? false}
      />
      <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus>
        <Popover.Target>
          <ActionIcon
            className={css['button']}
            size={26}
            aria-label={`${label}: ${t('openCalendar')}`}
            onClick={() => setOpened(!opened)}
          >
            <IconCalendar size={16} stroke={1.6} />
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown>
          <Calendar
            locale={i18n.language}
            firstDayOfWeek={1}
            defaultDate={value ?? today}
            getDayProps={(date) => ({
              selected: date === value,
              onClick: () => {
                choose(date);
                setOpened(false);
              },
            })}
          />
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}
