import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/admin/sections/portal/portal-sections.module.css';
import { FormFields } from '#renderer/pages/form-fields/form-fields.tsx';
import type { Form } from '#shared/domain/form/form.ts';
import { valueProblems } from '#shared/domain/form/value-problems.ts';

/** What a recurring request comes with: the form of its service. */
export function RecurringValues(props: {
  form: Form | null;
  value: Record<string, unknown>;
  onChange: (values: Record<string, unknown>) => void;
  error: string | undefined;
}) {
  const t = useWords('builder');
  const { form, value } = props;
  return (
    <fieldset className={css['group']}>
      <legend>{t('values')}</legend>
      {form ? (
        <div className={css['paper']}>
          <FormFields
            form={form}
            values={value}
            problems={props.error ? valueProblems(form, value) : []}
            onChange={props.onChange}
          />
        </div>
      ) : (
        <p className={css['quiet']}>{t('chooseService')}</p>
      )}
      {props.error && (
        <p className={css['wrong']} role="alert">
          {props.error}
        </p>
      )}
    </fieldset>
  );
}
