import { IconArticle, IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { KeyCaps } from '#renderer/components/key-caps.tsx';
import { ServiceIcon } from '#renderer/components/service-icon.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useShortcuts } from '#renderer/frame/use-shortcuts.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/portal/ask-field.module.css';
import { Marked } from '#renderer/pages/portal/marked.tsx';
import { useTimes } from '#renderer/pages/portal/use-times.ts';

/** Enough to choose from; more are found by another word. */
const SERVICES = 6;
const ARTICLES = 4;

/** The one field of the portal: services and articles by the words people use, while they type. Enter opens the first. */
export function AskField() {
  const t = useWords('portal');
  const navigate = useNavigate();
  const times = useTimes();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [place, setPlace] = useState(0);
  const [closed, setClosed] = useState(false);
  useShortcuts(useMemo(() => [{ keys: '/', run: () => input.current?.focus() }], []));
  const typed = text.trim();
  const found = useQuery('service.search', typed === '' ? null : { text: typed, serviceId: null });
  const services = found.data?.services.slice(0, SERVICES) ?? [];
  const articles = found.data?.articles.slice(0, ARTICLES) ?? [];
  const goals = [
    ...services.map((hit) => `/tickets/new/${hit.service.id}`),
    ...articles.map((hit) => `/tickets/articles/${hit.id}`),
  ];
  const opened = typed !== '' && !closed && found.data !== undefined;
  const chosen = Math.min(place, goals.length - 1);
  const press = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && goals.length > 0) {
      event.preventDefault();
      setClosed(false);
      setPlace((chosen + step + goals.length) % goals.length);
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing && opened && found.current) {
      const goal = goals[chosen];
      if (goal) navigate(goal);
    } else if (event.key === 'Escape' && opened) {
      event.preventDefault();
      setClosed(true);
    }
  };
  const row = (index: number) => ({
    id: `${id}-${index}`,
    role: 'option',
    'aria-selected': index === chosen,
    className: css['hit'],
    onMouseMove: () => setPlace(index),
    // The field keeps the cursor: its leaving would close the list before the press is over.
    onMouseDown: (event: { preventDefault: () => void }) => event.preventDefault(),
    onClick: () => navigate(goals[index] ?? '/tickets'),
  });
  return (
    <div className={css['ask']}>
      <IconSearch size={18} stroke={1.6} className={css['glass']} aria-hidden="true" />
      <input
        ref={input}
        className={css['input']}
        type="text"
        role="combobox"
        aria-labelledby="portal-question"
        aria-autocomplete="list"
        aria-expanded={opened}
        aria-controls={opened ? `${id}-list` : undefined}
        aria-activedescendant={opened && goals.length > 0 ? `${id}-${chosen}` : undefined}
        placeholder={t('askHint')}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setPlace(0);
          setClosed(false);
        }}
        onKeyDown={press}
        onBlur={() => setClosed(true)}
        onFocus={() => setClosed(false)}
      />
      <span className={css['key']}>
        <KeyCaps keys={[typed === '' ? '/' : 'Enter']} />
      </span>
      {opened && goals.length > 0 && (
        <div className={css['list']} id={`${id}-list`} role="listbox" aria-label={t('found')}>
          {services.map((hit, index) => (
            <div key={hit.service.id} {...row(index)}>
              <ServiceIcon icon={hit.service.icon} size={16} />
              <b>
                <Marked text={hit.service.name} ranges={hit.nameRanges} />
              </b>
              <span className={css['words']}>
                {hit.keyword ? <Marked text={hit.keyword} ranges={hit.keywordRanges} /> : hit.service.description}
              </span>
              {hit.service.usualMinutes !== null && (
                <span className={css['end']}>{times.usual(hit.service.usualMinutes)}</span>
              )}
            </div>
          ))}
          {articles.map((hit, index) => (
            <div key={hit.id} {...row(services.length + index)}>
              <IconArticle size={16} stroke={1.6} aria-hidden="true" />
              <span className={css['title']}>
                <Marked text={hit.title} ranges={hit.titleRanges} />
              </span>
              <span className={css['words']}>
                <Marked text={hit.excerpt} ranges={hit.excerptRanges} />
              </span>
              <span className={css['end']}>{t('article')}</span>
            </div>
          ))}
        </div>
      )}
      {opened && goals.length === 0 && found.current && (
        <p className={css['none']} role="status">
          <b>{t('nothingFound', { text: typed })}</b> {t('nothingFoundText')}
        </p>
      )}
    </div>
  );
}
