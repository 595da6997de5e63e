import { TextField } from '#renderer/components/text-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/builder/builder.module.css';
import { FaultLines } from '#renderer/pages/builder/fault-lines.tsx';
import type { Form, FormSection } from '#shared/domain/form/form.ts';

/** A section: what stands above its fields. */
export function SectionProperties(props: {
  form: Form;
  section: FormSection;
  at: number;
  faults: readonly string[];
  onChange: (form: Form) => void;
}) {
  const t = useWords('builder');
  const put = (patch: Partial<FormSection>) =>
    props.onChange({
      sections: props.form.sections.map((one, at) => (at === props.at ? { ...one, ...patch } : one)),
    });
  return (
    <div className={css['properties']}>
      <TextField
        label={t('sectionTitle')}
        hint={t('sectionTitleHint')}
        value={props.section.title}
        maxLength={200}
        onChange={(title) => put({ title })}
      />
      <TextField
        label={t('hint')}
        value={props.section.hint ?? ''}
        rows={2}
        maxLength={1000}
        onChange={(hint) => put({ hint: hint === '' ? null : hint })}
      />
      <FaultLines faults={props.faults} />
    </div>
  );
}
