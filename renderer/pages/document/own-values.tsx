import { KeyValues } from '#renderer/components/key-values.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/document/document.module.css';
import { fieldsFor } from '#renderer/pages/document/form-values.ts';
import { useCustomWords } from '#renderer/pages/document/use-custom-words.ts';
import { useDefinitions } from '#renderer/pages/document/use-definitions.ts';
import { FormValues } from '#renderer/pages/form-fields/form-values.tsx';
import { fieldsOf } from '#shared/domain/form/form.ts';
import { isBlank } from '#shared/domain/form/json-value.ts';
import type { DocumentCard } from '#shared/queries/document.ts';

/** What is filled in of the company's own fields: as the kind's version says, then those added to the built-in kind. */
export function OwnValues({ card }: { card: DocumentCard }) {
  const t = useWords('card');
  const words = useCustomWords();
  const definitions = useDefinitions();
  const { document, ownKind, names } = card;
  const custom = document.custom ?? {};
  const known = new Set(ownKind ? fieldsOf(ownKind.form).map((field) => field.key) : []);
  const beside = fieldsFor(document.kind, definitions).filter(
    (one) => !known.has(one.key) && !isBlank(custom[one.key]),
  );
  const own = ownKind !== null && Object.keys(custom).some((key) => known.has(key));
  if (!own && beside.length === 0) return null;
  return (
    <section>
      <h2 className={css['heading']}>{t('ownFields')}</h2>
      {own && <FormValues form={ownKind.form} values={custom} names={names} />}
      {beside.length > 0 && (
        <KeyValues captionWidth={148} entries={beside.map((one) => [one.label, words(one, custom[one.key])])} />
      )}
    </section>
  );
}
