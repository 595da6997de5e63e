import { SelectField } from '#renderer/components/select-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/document/form.module.css';
import { useOfferedTemplates } from '#renderer/pages/drafting/use-offered-templates.ts';
import type { DocumentKind } from '#shared/domain/document.ts';

/** A new document may begin with a template: its text is made as soon as the card is saved. */
export function TemplateStart(props: {
  kind: DocumentKind;
  kindId: string | null;
  chosen: string | null;
  onChoose: (documentId: string | null) => void;
}) {
  const { kind, kindId, chosen, onChoose } = props;
  const t = useWords('drafting');
  const offered = useOfferedTemplates(kind, kindId)?.filter((one) => one.attachment) ?? [];
  if (offered.length === 0) return null;
  return (
    <section className={css['files']} aria-label={t('start')}>
      <h2 className={css['filesTitle']}>{t('start')}</h2>
      <SelectField
        label={t('templates')}
        value={offered.some((one) => one.documentId === chosen) ? chosen : null}
        choices={offered.map((one) => ({ value: one.documentId, label: one.title }))}
        onChange={onChoose}
        placeholder={t('startNone')}
        clearable
      />
      <p className={css['hint']}>{t('startHint')}</p>
    </section>
  );
}
