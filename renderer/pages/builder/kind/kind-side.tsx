import { useState } from 'react';
import { useClock } from '#renderer/data/directory.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/builder/builder.module.css';
import { KindRights } from '#renderer/pages/builder/kind/kind-rights.tsx';
import { FormFields } from '#renderer/pages/form-fields/form-fields.tsx';
import type { Form } from '#shared/domain/form/form.ts';
import { valueProblems } from '#shared/domain/form/value-problems.ts';
import type { KindSetup } from '#shared/queries/kind.ts';

/** The form as whoever files a document will have it, who may, and the versions with what was filled in under each. */
export function KindSide({ setup, form }: { setup: KindSetup; form: Form }) {
  const t = useWords('builder');
  const status = useWords('status');
  const clock = useClock();
  const [values, setValues] = useState<Record<string, unknown>>({});
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const problems = valueProblems(form, values).filter((one) => left.has(one.field));
  const { row, versions } = setup;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard
    <section className={css['try']} aria-label={t('tryOut')} tabIndex={0}>
      <header className={css['panelHead']}>
        <h2>{t('tryOut')}</h2>
      </header>
      <p className={css['quiet']}>{t('kindCounts', { kind: status(`kind_${row.base}`) })}</p>
      <FormFields
        form={form}
        values={values}
        problems={problems}
        onChange={setValues}
        onLeave={(key) => setLeft((before) => new Set([...before, key]))}
      />
      <KindRights row={row} />
      <header className={css['panelHead']}>
        <h2>{t('tab_versions')}</h2>
      </header>
      {versions.length === 0 && <p className={css['quiet']}>{t('kindUnpublished')}</p>}
      <ul className={css['changes']}>
        {versions.map((one) => (
          <li key={one.id}>
            {t('kindVersion', {
              version: one.number,
              date: clock.moment(one.publishedAt),
              name: one.authorName ?? '',
              documents: one.documents,
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
