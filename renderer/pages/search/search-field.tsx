import { IconSearch, IconX } from '@tabler/icons-react';
import { type Ref, useEffect, useRef, useState } from 'react';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/search/search.module.css';

/** Rest after the last key before the results follow, in milliseconds. */
const REST = 90;

/** What to find; Enter and the arrow down lead into the results, Esc clears. */
export function SearchField(props: {
  value: string;
  onChange: (text: string) => void;
  onEnter: () => void;
  ref: Ref<HTMLInputElement>;
}) {
  const { value } = props;
  const t = useWords('search');
  const common = useWords('common');
  const [typed, setTyped] = useState(value);
  // What this field has said itself comes back as its value, perhaps when more has been typed already.
  const told = useRef(value);
  const tell = useRef(props.onChange);
  tell.current = props.onChange;
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setTyped(value);
  }, [value]);
  const say = (text: string) => {
    told.current = text;
    tell.current(text);
  };
  const later = useRef(say);
  later.current = say;
  useEffect(() => {
    if (typed === told.current) return;
    const timer = setTimeout(() => later.current(typed), REST);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <search className={css['field']}>
      <IconSearch size={16} stroke={1.6} aria-hidden="true" />
      <input
        ref={props.ref}
        // biome-ignore lint/a11y/noAutofocus: whoever comes to the page of search has come to type
        autoFocus={value === ''}
        value={typed}
        maxLength={500}
        placeholder={t('placeholder')}
        aria-label={t('field')}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && typed !== '') setTyped('');
          else if (event.key === 'Enter' || event.key === 'ArrowDown') {
            if (typed !== told.current) say(typed);
            props.onEnter();
          } else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      {typed !== '' && (
        <button type="button" aria-label={common('clear')} onClick={() => setTyped('')}>
          <IconX size={14} stroke={1.6} />
        </button>
      )}
    </search>
  );
}
