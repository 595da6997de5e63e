import { IconChevronRight } from '@tabler/icons-react';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/exchange/conflict.module.css';
import { namedAfter } from '#renderer/pages/exchange/named-after.ts';
import { toldMerged } from '#renderer/pages/exchange/told-merged.ts';
import type { useFieldWords } from '#renderer/pages/record/use-field-words.ts';
import type { ConflictFacts, ConflictLine } from '#shared/queries/exchange.ts';

/** What came together without anybody being asked, each with whose word it is. */
export function ConflictMerged(props: {
  line: ConflictLine;
  facts: ConflictFacts | null | undefined;
  mine: boolean;
  words: ReturnType<typeof useFieldWords>;
}) {
  const { line, facts, words } = props;
  const t = useWords('exchange');
  const record = useWords('record');
  const told = toldMerged(line.conflict, facts);
  if (told.length === 0) return null;
  const names = { ...facts?.names, ...line.names };
  const sourceOf = (one: (typeof told)[number]): string => {
    if (one.source === 'centre') return one.who ? t('sourceCentreBy', { who: one.who }) : t('sourceCentre');
    if (one.source === 'both') return t(props.mine ? 'sourceBoth' : 'sourceBothOther');
    return t(props.mine ? 'sourceMine' : 'sourceAuthor');
  };
  const insteadOf = ({ field, instead }: (typeof told)[number]): string => {
    if (!instead) return '';
    const value = words.value(field, instead.value, names, line.conflict.objectEntity);
    return instead.by ? t('insteadOfBy', { value, who: instead.by }) : t('insteadOf', { value });
  };
  return (
    <details className={css['merged']} open>
      <summary>
        <IconChevronRight size={14} stroke={1.6} aria-hidden="true" />
        {t('mergedSelf', { count: told.length })}
      </summary>
      <ul>
        {told.map((one) => (
          <li key={one.field}>
            {record('changeOnly', {
              field: words.fieldNameIn(namedAfter(line), one.field),
              to: words.value(one.field, one.value, names, line.conflict.objectEntity),
            })}{' '}
            <span className={css['quiet']}>{[sourceOf(one), insteadOf(one)].filter(Boolean).join('; ')}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
