import { Radio } from '@mantine/core';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/counterparty/merge/merge.module.css';
import {
  type Choices,
  differs,
  isGiven,
  type MergeField,
  mergeFields,
  sideOf,
} from '#renderer/pages/counterparty/merge/merge-fields.ts';
import { partyTitle } from '#renderer/pages/documents/counterparty-picker.tsx';
import { useFieldWords } from '#renderer/pages/record/use-field-words.ts';
import type { MergeSide } from '#shared/queries/relations.ts';

/** Details of both records, row by row; where they differ one of the two is chosen. */
export function MergeTable(props: {
  sides: readonly [MergeSide, MergeSide];
  kept: 0 | 1;
  choices: Choices;
  onKeep: (side: 0 | 1) => void;
  onChoose: (field: MergeField, side: 'stays' | 'goes') => void;
}) {
  const { sides, kept, choices } = props;
  const t = useWords('relations');
  const counterparties = useWords('counterparties');
  const words = useFieldWords();
  const clock = useClock();
  const rows = [sides[0].counterparty, sides[1].counterparty] as const;
  const [stays, goes] = kept === 0 ? rows : [rows[1], rows[0]];
  const shown = mergeFields.filter((field) => rows.some((row) => (row[field] ?? null) !== null));
  return (
    <table className={css['table']} aria-label={t('mergeTitle')}>
      <thead>
        <tr>
          <th scope="col" className={css['field']}>
            {t('mergeField')}
          </th>
          {rows.map((row, n) => (
            <th key={row.id} scope="col" data-kept={n === kept || undefined}>
              <a href={`#/counterparties/${row.id}`}>{partyTitle(row)}</a>
              <span className={css['role']}>
                {n === kept ? t('mergeStays') : t('mergeGoes')}
                {n !== kept && <LinkButton onClick={() => props.onKeep(n as 0 | 1)}>{t('mergeSwap')}</LinkButton>}
              </span>
              <span className={css['role']}>
                {counterparties('createdAt')} {clock.moment(row.createdAt)}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((field) => {
          const name = words.fieldNameIn('counterparty', field);
          const different = differs(stays, goes, field);
          const chosen = sideOf(stays, goes, field, choices);
          return (
            <tr key={field} data-different={different || undefined}>
              <th scope="row">{name}</th>
              {rows.map((row, n) => {
                const side = n === kept ? 'stays' : 'goes';
                const value = words.value(field, row[field] ?? null, undefined, 'counterparty');
                return (
                  <td key={row.id} data-chosen={(different && chosen === side) || undefined}>
                    {different ? (
                      <Radio
                        size="xs"
                        name={field}
                        checked={chosen === side}
                        disabled={side === 'stays' && isGiven(stays, goes, field)}
                        onChange={() => props.onChoose(field, side)}
                        label={value}
                        aria-label={`${name}: ${value}`}
                      />
                    ) : (
                      <span className={css['same']} title={t('mergeSame')}>
                        {value}
                      </span>
                    )}
                  </td>
                );
              })}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
