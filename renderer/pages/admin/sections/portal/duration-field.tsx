import { useEffect, useState } from 'react';
import { TextField } from '#renderer/components/text-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { useWorkingTimeWords } from '#renderer/pages/admin/sections/portal/use-working-time-words.ts';
import { parseWorkingTime, WORKING_DAY } from '#renderer/pages/admin/sections/portal/working-time.ts';

/** A term as people type it: «4 ч», «2 раб. дня». What is not understood stays as typed. */
export function DurationField(props: {
  label: string;
  /** Working minutes; null: no term. */
  value: number | null;
  onChange: (minutes: number | null) => void;
  /** Minutes of a day, as this clock runs. */
  day?: number;
}) {
  const t = useWords('builder');
  const words = useWorkingTimeWords();
  const { value, day = WORKING_DAY } = props;
  const written = value === null ? '' : words(value, day);
  const [typed, setTyped] = useState(written);
  const [wrong, setWrong] = useState(false);
  useEffect(() => setTyped((text) => (parseWorkingTime(text, day) === value ? text : written)), [value, written, day]);
  const leave = () => {
    const minutes = parseWorkingTime(typed, day);
    setWrong(typed.trim() !== '' && minutes === null);
    if (typed.trim() === '' || minutes !== null) setTyped(minutes === null ? '' : words(minutes, day));
  };
  return (
    <TextField
      label={props.label}
      value={typed}
      maxLength={40}
      placeholder={t('noTerm')}
      error={wrong ? t('termUnread') : undefined}
      onBlur={leave}
      onChange={(text) => {
        setTyped(text);
        setWrong(false);
        const minutes = parseWorkingTime(text, day);
        if (text.trim() === '' || minutes !== null) props.onChange(minutes);
      }}
    />
  );
}
