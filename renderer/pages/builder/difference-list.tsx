import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/builder/builder.module.css';
import { differenceOf } from '#renderer/pages/builder/difference-of.ts';
import { fieldsOf } from '#shared/domain/form/form.ts';
import type { ServiceDefinition } from '#shared/domain/service/definition.ts';

/** What has changed between two definitions, a line each. */
export function DifferenceList({ before, after }: { before: ServiceDefinition; after: ServiceDefinition }) {
  const t = useWords('builder');
  const difference = differenceOf(before, after);
  if (difference.same) return <p className={css['quiet']}>{t('nothingChanged')}</p>;
  const labels = new Map(
    [...fieldsOf(before.form), ...fieldsOf(after.form)].map((field) => [field.key, field.label || field.key]),
  );
  return (
    <ul className={css['changes']}>
      {difference.fields.map((one) => (
        <li key={one.key} data-change={one.change}>
          {t(`change_${one.change}`, { field: labels.get(one.key) ?? one.key })}
        </li>
      ))}
      {difference.layout && <li data-change="changed">{t('change_layout')}</li>}
      {difference.parts.map((part) => (
        <li key={part} data-change="changed">
          {t(`part_${part}`)}
        </li>
      ))}
    </ul>
  );
}
