import { useEffect, useState } from 'react';
import { TextField } from '#renderer/components/text-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { asKey } from '#renderer/pages/builder/field-key.ts';

/** The name of a field for templates: only what a name may hold is taken, and only once it is one. */
export function KeyField(props: {
  value: string;
  /** Requests have it under this name: another one would not find what they hold. */
  published: boolean;
  error: string | undefined;
  onChange: (key: string) => void;
}) {
  const t = useWords('builder');
  const [typed, setTyped] = useState(props.value);
  useEffect(() => setTyped(props.value), [props.value]);
  const take = () => {
    const key = asKey(typed);
    setTyped(key === '' ? props.value : key);
    if (key !== '' && key !== props.value) props.onChange(key);
  };
  return (
    <TextField
      label={t('key')}
      hint={t(props.published ? 'keyPublished' : 'keyHint')}
      value={typed}
      maxLength={60}
      error={props.error}
      onChange={setTyped}
      onBlur={take}
    />
  );
}
