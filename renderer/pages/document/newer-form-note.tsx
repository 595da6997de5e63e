import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import type { FormOf, FormValues } from '#renderer/pages/document/form-values.ts';
import { carryValues } from '#shared/domain/form/carry-values.ts';
import { fieldsOf } from '#shared/domain/form/form.ts';
import type { KindLine } from '#shared/queries/kind.ts';

/** A document keeps the form it was filled in under; the newer one is offered, with what fits of the values. */
export function NewerFormNote(props: {
  values: FormValues;
  kinds: readonly KindLine[];
  formOf: FormOf;
  onChange: (patch: Partial<FormValues>) => void;
}) {
  const { values, kinds, formOf, onChange } = props;
  const t = useWords('form');
  const kind = kinds.find((one) => one.id === values.kindId);
  const before = values.kindVersionId ? formOf(values.kindVersionId) : null;
  if (!kind || !before || kind.versionId === values.kindVersionId) return null;
  const known = new Set(fieldsOf(before).map((field) => field.key));
  const carried = carryValues(values.custom, before, kind.form);
  const lost = fieldsOf(before).filter((field) => values.custom[field.key] != null && carried[field.key] == null);
  // Fields that the company added beside the form belong to no version.
  const beside = Object.entries(values.custom).filter(([key]) => !known.has(key));
  return (
    <Note
      tone="ink"
      title={t('newerForm')}
      actions={
        <LinkButton
          onClick={() =>
            onChange({ kindVersionId: kind.versionId, custom: { ...Object.fromEntries(beside), ...carried } })
          }
        >
          {t('newerFormTake')}
        </LinkButton>
      }
    >
      {lost.length > 0
        ? t('newerFormLoses', { fields: lost.map((field) => `«${field.label}»`).join(', ') })
        : t('newerFormText')}
    </Note>
  );
}
