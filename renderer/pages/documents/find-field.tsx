import { IconFilterSearch, IconX } from '@tabler/icons-react';
import { type Ref, useEffect, useRef, useState } from 'react';
import { KeyCaps } from '#renderer/components/key-caps.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/documents/documents.module.css';

/** How long the hand rests before the list follows, in milliseconds. */
const REST = 150;

/** Words that narrow the list; `/` brings the hand here, Esc clears it. */
export function FindField({
  value,
  onChange,
  ref,
}: {
  value: string;
  onChange: (text: string) => void;
  ref: Ref<HTMLInputElement>;
}) {
  const t = useWords('documents');
  const common = useWords('common');
  const [typed, setTyped] = useState(value);
  const send = useRef(onChange);
  send.current = onChange;
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => send.current(typed), REST);
    return () => clearTimeout(timer);
  }, [typed, value]);
  // A list puts the focus on its cursor when its rows are drawn, be it after the hand has come here: only a press leads away.
  const pressed = useRef(false);
  useEffect(() => {
    const press = (event: Event) => {
      if (!(event instanceof KeyboardEvent) || event.key.length > 1) pressed.current = true;
    };
    for (const kind of ['pointerdown', 'keydown']) window.addEventListener(kind, press, { capture: true });
    return () => {
      for (const kind of ['pointerdown', 'keydown']) window.removeEventListener(kind, press, { capture: true });
    };
  }, []);
  return (
    <label className={css['find']}>
      <IconFilterSearch size={16} stroke={1.6} aria-hidden="true" />
      <input
        ref={ref}
        value={typed}
        placeholder={t('find')}
        aria-label={t('find')}
        aria-busy={typed !== value}
        onFocus={() => {
          pressed.current = false;
        }}
        onBlur={(event) => {
          if (!pressed.current && event.relatedTarget?.closest('[role="grid"]')) event.currentTarget.focus();
        }}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && typed !== '') {
            event.stopPropagation();
            setTyped('');
          }
        }}
      />
      {typed === '' ? (
        <KeyCaps keys={['/']} />
      ) : (
        <button type="button" aria-label={common('clear')} onClick={() => setTyped('')}>
          <IconX size={14} stroke={1.6} />
        </button>
      )}
    </label>
  );
}
