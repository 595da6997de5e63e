import { Checkbox } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { TextField } from '#renderer/components/text-field.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/drafting/drafting.module.css';

/** Clauses of the library by category; those that are chosen are put into the text in the order they were chosen. */
export function ClausePicker(props: { chosen: readonly string[]; onChange: (ids: readonly string[]) => void }) {
  const { chosen } = props;
  const t = useWords('drafting');
  const [text, setText] = useState('');
  const { data } = useQuery('clause.list', { text: text.trim() ? text.trim().slice(0, 200) : null });
  const clauses = (data ?? []).filter((clause) => clause.archivedAt === null);
  const categories = [...new Set(clauses.map((clause) => clause.category))];
  const toggle = (id: string) =>
    props.onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <fieldset className={css['clauses']}>
      <legend>
        {t('clauses')} {chosen.length > 0 && <span>{t('clausesChosen', { count: chosen.length })}</span>}
      </legend>
      <TextField
        label={t('clausesFind')}
        value={text}
        onChange={setText}
        type="search"
        icon={<IconSearch size={14} stroke={1.6} />}
      />
      {data && clauses.length === 0 && (
        <p className={css['quiet']}>{t(text.trim() ? 'clausesNone' : 'clausesEmpty')}</p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling list must be reachable with the keyboard */}
      <section className={css['library']} tabIndex={0} aria-label={t('clauses')}>
        {categories.map((category) => (
          <div key={category}>
            <h4>{category}</h4>
            {clauses
              .filter((clause) => clause.category === category)
              .map((clause) => (
                <Checkbox
                  key={clause.id}
                  size="xs"
                  checked={chosen.includes(clause.id)}
                  onChange={() => toggle(clause.id)}
                  aria-label={t('clauseAdd', { title: clause.title })}
                  label={clause.title}
                  description={clause.text}
                />
              ))}
          </div>
        ))}
      </section>
    </fieldset>
  );
}
