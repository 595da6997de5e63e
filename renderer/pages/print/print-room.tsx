import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/confirm-dialog.tsx';
import { Note } from '#renderer/components/note.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { offeredForms } from '#renderer/pages/print/offered-forms.ts';
import { PaperPane } from '#renderer/pages/print/paper-pane.tsx';
import css from '#renderer/pages/print/print.module.css';
import { StampPane } from '#renderer/pages/print/stamp-pane.tsx';
import { usePrintRoom } from '#renderer/state/print.ts';
import { type PrintFormName, printFormNames } from '#shared/domain/company/print-form.ts';
import { mostPrinted } from '#shared/ipc/print-channels.ts';

/** The room of papers: what to print on the right, how it will look on the left. Stands in the frame, closed until somebody asks. */
export function PrintRoom() {
  const { asked, close } = usePrintRoom();
  const t = useWords('print');
  const [last, setLast] = useState(asked);
  // While the dialog fades it shows what it showed.
  useEffect(() => {
    if (asked) setLast(asked);
  }, [asked]);
  const shown = asked ?? last;
  const count = shown?.documentIds.length ?? 0;
  const title = count > 1 ? t('titleMany', { count }) : t('title');
  return (
    <Dialog opened={asked !== null} title={title} onClose={close} width={1180}>
      {asked && count > mostPrinted && (
        <Note
          tone="amber"
          title={t('tooMany', { count: formatCount(count) as never, most: formatCount(mostPrinted) })}
        />
      )}
      {asked && count <= mostPrinted && (
        <Room key={asked.documentIds[0] ?? ''} documentIds={asked.documentIds} begin={asked.form} onClose={close} />
      )}
    </Dialog>
  );
}

function Room(props: { documentIds: readonly string[]; begin: PrintFormName | undefined; onClose: () => void }) {
  const { documentIds, begin, onClose } = props;
  const t = useWords('print');
  const { i18n } = useTranslation();
  const [only] = documentIds;
  const single = documentIds.length === 1 && only !== undefined;
  const { data: card } = useQuery('document.card', single ? { id: only } : null);
  const { data: company } = useQuery('print_form.list', {});
  const [chosen, setChosen] = useState<PrintFormName | null>(begin ?? null);
  const [language, setLanguage] = useState<'ru' | 'en'>(i18n.language === 'en' ? 'en' : 'ru');
  const forms = offeredForms(card?.document.kind ?? null, documentIds.length);
  if (!company || (single && card === undefined)) return <div className={css['room']} />;
  const form = chosen && forms.includes(chosen) ? chosen : (forms[0] ?? 'card');
  const settings = company.find((line) => line.form === form)?.settings;
  const choice = (
    <>
      <SelectField
        label={t('forms')}
        value={form}
        choices={forms.map((one) => ({ value: one, label: t(`form_${one}`) }))}
        onChange={(value) => setChosen(printFormNames.find((one) => one === value) ?? null)}
        autoFocus
      />
      <p className={css['about']}>{t(`about_${form}`)}</p>
      <SelectField
        label={t('language')}
        value={language}
        choices={[
          { value: 'ru', label: t('language_ru') },
          { value: 'en', label: t('language_en') },
        ]}
        onChange={(value) => setLanguage(value === 'en' ? 'en' : 'ru')}
      />
    </>
  );
  if (!settings) return null;
  if (form === 'stamp' && card)
    return <StampPane card={card} language={language} choice={choice} company={settings} onClose={onClose} />;
  return (
    <PaperPane
      key={form}
      form={form}
      documentIds={documentIds}
      language={language}
      company={settings}
      choice={choice}
      onClose={onClose}
    />
  );
}
