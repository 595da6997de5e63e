import { IconChevronRight } from '@tabler/icons-react';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/exchange/conflict.module.css';
import { namedAfter } from '#renderer/pages/exchange/named-after.ts';
import { fieldKey } from '#renderer/pages/record/field-key.ts';
import { shapeOf } from '#renderer/pages/record/field-shape.ts';
import type { useFieldWords } from '#renderer/pages/record/use-field-words.ts';
import type { ConflictFacts, ConflictLine } from '#shared/queries/exchange.ts';

/** The whole card twice, side by side: as its author would have it, and as it stands in the centre. */
export function BothVersions(props: {
  line: ConflictLine;
  facts: ConflictFacts | null | undefined;
  mineLabel: string;
  words: ReturnType<typeof useFieldWords>;
}) {
  const { line, facts, words } = props;
  const t = useWords('exchange');
  const { conflict } = line;
  const standing = facts?.standing;
  if (!standing) return null;
  const about = conflict.objectEntity;
  const disputed = new Map(conflict.fields.map((one) => [one.field, one]));
  const names = { ...facts.names, ...line.names };
  const said = (field: string, value: unknown) => words.value(field, value, names, about);
  const empty = (value: unknown) => value === null || value === '' || (Array.isArray(value) && value.length === 0);
  const fields = Object.keys(standing).filter(
    (field) =>
      fieldKey(field, about) !== 'field_unknown' &&
      shapeOf(field, about) !== 'whole' &&
      (disputed.has(field) || !empty(standing[field])),
  );
  return (
    <details className={css['merged']}>
      <summary>
        <IconChevronRight size={14} stroke={1.6} aria-hidden="true" />
        {t('bothVersions', { count: fields.length })}
      </summary>
      <table className={css['versions']}>
        <thead>
          <tr>
            <th scope="col">{t('columnField')}</th>
            <th scope="col">{props.mineLabel}</th>
            <th scope="col">{t('columnCentre')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field} data-disputed={disputed.has(field) || undefined}>
              <th scope="row">{words.fieldNameIn(namedAfter(line), field)}</th>
              <td>{said(field, disputed.has(field) ? (disputed.get(field)?.mine ?? null) : standing[field])}</td>
              <td>{said(field, standing[field])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
