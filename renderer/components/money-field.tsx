import { useEffect, useState } from 'react';
import { TextField } from '#renderer/components/text-field.tsx';
import { formatAmount, parseMoney } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';

export interface MoneyFieldProps {
  label: string;
  /** Integer kopecks, or null for none. */
  value: number | null;
  onChange: (kopecks: number | null) => void;
  error?: string | undefined;
  hint?: string;
}

/** An amount as people type it; written in full on leaving the field. What is not understood stays as typed. */
export function MoneyField({ label, value, onChange, error, hint }: MoneyFieldProps) {
  const t = useWords('common');
  const written = value === null ? '' : formatAmount(value);
  const [typed, setTyped] = useState(written);
  const [wrong, setWrong] = useState(false);
  // While typing, the text already means this value and is left alone; a value from elsewhere is written anew.
  useEffect(() => setTyped((text) => (parseMoney(text) === value ? text : written)), [value, written]);

  const leave = () => {
    const kopecks = parseMoney(typed);
    const unread = typed.trim() !== '' && kopecks === null;
    setWrong(unread);
    if (unread) return;
    setTyped(kopecks === null ? '' : formatAmount(kopecks));
    if (kopecks !== value) onChange(kopecks);
  };
  return (
    <TextField
      label={label}
      value={typed}
      onChange={(text) => {
        setTyped(text);
        setWrong(false);
        const kopecks = parseMoney(text);
        // The draft follows every readable state, so that Ctrl+S saves what is seen.
        if (text.trim() === '' || kopecks !== null) onChange(text.trim() === '' ? null : kopecks);
      }}
      onBlur={leave}
      error={wrong ? t('moneyUnread') : error}
      hint={hint}
    />
  );
}
