import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { runCommand } from '#renderer/data/core.ts';
import { useClock } from '#renderer/data/directory.tsx';
import { useAction } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { FormBlocks } from '#renderer/pages/print/form-blocks.tsx';
import { MadePreview } from '#renderer/pages/print/made-preview.tsx';
import css from '#renderer/pages/print/print.module.css';
import { SignatureLines } from '#renderer/pages/print/signature-lines.tsx';
import { useMadeFile } from '#renderer/pages/print/use-made-file.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import type { PrintFormName } from '#shared/domain/company/print-form.ts';
import { type PrintSettings, printParts, stampCorners } from '#shared/domain/company/print-settings.ts';
import { shippedHeadings } from '#shared/formats/print/paper-words.ts';
import { sameValue } from '#shared/lib/canonical.ts';
import type { PrintFormLine } from '#shared/queries/print.ts';

const newest = { column: 'createdAt', direction: 'desc' } as const;
/** Papers of lines are tried on a document that has some. */
const kindsOf = (form: PrintFormName) =>
  form === 'invoice' || form === 'act'
    ? { kinds: [form] }
    : form === 'envelope'
      ? { kinds: ['outgoing' as const] }
      : {};

/** One form as the company wants it, with a paper over a document of its own beside it. */
export function FormEditor({ line }: { line: PrintFormLine }) {
  const { form, changed } = line;
  const t = useWords('print');
  const words = useErrorWords();
  const clock = useClock();
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'ru';
  const [draft, setDraft] = useState<PrintSettings | null>(null);
  const settings = draft ?? line.settings;
  const change = (patch: Partial<PrintSettings>) => setDraft({ ...settings, ...patch });
  const edited = draft !== null && !sameValue(draft, line.settings);
  const parts = printParts[form];
  const { data } = useQuery('document.list', {
    filter: kindsOf(form),
    sort: newest,
    start: 0,
    end: form === 'list' ? 12 : 1,
  });
  const { data: files } = useQuery('case_file.list', form === 'inventory' ? {} : null);
  const documentIds = (data?.rows ?? []).map((row) => row.id);
  const caseFileId = files?.toSorted((one, other) => other.documents - one.documents)[0]?.file.id ?? null;
  const ready = documentIds.length > 0 && (form !== 'inventory' || files !== undefined);
  const { made, error, busy } = useMadeFile(
    'print.make',
    ready ? { form, documentIds, language, settings, issuer: 'ours', caseFileId } : null,
  );
  const told = (title: string) => useToasts.getState().show({ tone: 'done', title, object: t(`form_${form}`) });
  const save = useAction(async () => {
    await runCommand('print_form.save', { form, settings });
    setDraft(null);
    told(t('savedForm'));
  });
  const reset = useAction(async () => {
    await runCommand('print_form.reset', { form });
    setDraft(null);
    told(t('resetDone'));
  });
  const failed = save.error ?? reset.error;
  const shipped = shippedHeadings[language][form];
  return (
    <form
      className={css['editor']}
      onSubmit={(event) => {
        event.preventDefault();
        if (edited) void save.run();
      }}
    >
      <MadePreview file={made?.file ?? null} mime="application/pdf" busy={busy} error={error}>
        {data && documentIds.length === 0 && <p className={css['none']}>{t('sampleNone')}</p>}
      </MadePreview>
      <div className={css['settings']}>
        <p className={css['about']}>
          {changed ? t('changedBy', { name: changed.byName ?? '', time: clock.moment(changed.at) }) : t('shipped')}
        </p>
        {parts.heading && (
          <TextField
            label={t('heading')}
            value={settings.heading ?? ''}
            onChange={(heading) => change({ heading: heading === '' ? null : heading })}
            hint={shipped ? t('headingHint', { shipped }) : undefined}
            maxLength={300}
          />
        )}
        {form === 'stamp' && (
          <SelectField
            label={t('corner')}
            value={settings.corner ?? 'free'}
            choices={stampCorners.map((one) => ({ value: one, label: t(`corner_${one}`) }))}
            onChange={(value) => change({ corner: stampCorners.find((one) => one === value) ?? null })}
          />
        )}
        <FormBlocks form={form} settings={settings} onChange={change} />
        {parts.signatures && (
          <SignatureLines lines={settings.signatures} onChange={(signatures) => change({ signatures })} />
        )}
        {parts.note && (
          <TextField
            label={t('note')}
            value={settings.note ?? ''}
            onChange={(note) => change({ note: note === '' ? null : note })}
            maxLength={1000}
            rows={2}
          />
        )}
        {failed && <Note tone="red" title={words(failed)} />}
        <div className={css['state']}>
          {edited && (
            <>
              <ActionButton variant="subtle" onClick={() => setDraft(null)}>
                {t('undoEdits')}
              </ActionButton>
              <ActionButton variant="filled" type="submit" busy={save.busy}>
                {t('saveForm')}
              </ActionButton>
            </>
          )}
          {!edited && changed && (
            <ActionButton busy={reset.busy} onClick={() => void reset.run()}>
              {t('reset')}
            </ActionButton>
          )}
        </div>
      </div>
    </form>
  );
}
