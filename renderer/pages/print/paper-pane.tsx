import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { useAction } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { saveBlob } from '#renderer/pages/files/save-blob.ts';
import { FormBlocks } from '#renderer/pages/print/form-blocks.tsx';
import { MadePreview } from '#renderer/pages/print/made-preview.tsx';
import { PaneForm } from '#renderer/pages/print/pane-form.tsx';
import css from '#renderer/pages/print/print.module.css';
import { printPdf } from '#renderer/pages/print/print-pdf.ts';
import { useMadeFile } from '#renderer/pages/print/use-made-file.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import type { PrintFormName } from '#shared/domain/company/print-form.ts';
import type { PrintMissing, PrintSettings } from '#shared/domain/company/print-settings.ts';
import { mostPrinted } from '#shared/ipc/print-channels.ts';

const icon = { size: 16, stroke: 1.6 } as const;

/** A paper over documents: looked at, changed for this once, printed or saved. */
export function PaperPane(props: {
  form: PrintFormName;
  documentIds: readonly string[];
  language: 'ru' | 'en';
  /** As the company wants the form. */
  company: PrintSettings;
  choice: ReactNode;
  onClose: () => void;
}) {
  const { form, documentIds, language, company } = props;
  const t = useWords('print');
  const words = useErrorWords();
  const [patch, setPatch] = useState<Partial<PrintSettings>>({});
  const [issuer, setIssuer] = useState<'ours' | 'theirs'>('ours');
  const [caseFileId, setCaseFile] = useState<string | null>(null);
  const settings = { ...company, ...patch };
  const filed = useQuery(
    'registration.card',
    documentIds.length === 1 ? { documentId: documentIds[0] ?? '' } : null,
  ).data;
  const ownCase = filed?.registrations.find((one) => one.registration.voidedAt === null)?.caseFile?.id ?? null;
  const chosenCase = form === 'inventory' ? (caseFileId ?? ownCase) : null;
  const { made, error, busy } = useMadeFile('print.make', {
    ...{ form, documentIds: [...documentIds], language, settings, issuer },
    caseFileId: chosenCase,
  });
  const printing = useAction(async () => {
    if (made?.file) await printPdf(made.file.bytes);
  });
  const save = () => {
    if (!made?.file) return;
    saveBlob(made.file.bytes, made.file.name);
    useToasts.getState().show({ tone: 'done', title: t('saved'), object: made.file.name });
  };
  const waits = made?.file ? undefined : t('making');
  return (
    <PaneForm
      preview={<MadePreview file={made?.file ?? null} mime="application/pdf" busy={busy} error={error} />}
      error={printing.error && words(printing.error)}
      actions={
        <>
          <ActionButton icon={<IconDownload {...icon} />} onClick={save}>
            {t('save')}
          </ActionButton>
          <ActionButton
            variant="filled"
            type="submit"
            icon={<IconPrinter {...icon} />}
            busy={printing.busy}
            reason={waits}
          >
            {t('printNow')}
          </ActionButton>
        </>
      }
      onSubmit={() => void printing.run()}
      onClose={props.onClose}
    >
      {props.choice}
      {form === 'inventory' && <CaseField value={chosenCase} onChange={setCaseFile} />}
      {(form === 'invoice' || form === 'act') && (
        <SelectField
          label={t('issuer')}
          value={issuer}
          choices={[
            { value: 'ours', label: t('issuer_ours') },
            { value: 'theirs', label: t('issuer_theirs') },
          ]}
          onChange={(value) => setIssuer(value === 'theirs' ? 'theirs' : 'ours')}
        />
      )}
      <FormBlocks
        form={form}
        settings={settings}
        onChange={(changed) => setPatch((before) => ({ ...before, ...changed }))}
      />
      {made && <Missing missing={made.reply.missing} form={form} />}
      {made && made.reply.left > 0 && (
        <Note tone="amber" title={t('inventoryLeft', { count: made.reply.left })}>
          {t('inventoryLeftHint', { most: formatCount(mostPrinted) })}
        </Note>
      )}
      {made && made.reply.unseen > 0 && (
        <Note tone="amber" title={t('inventoryUnseen', { count: made.reply.unseen })}>
          {t('inventoryUnseenHint')}
        </Note>
      )}
      {form === 'label' && <p className={css['about']}>{t('labelHint')}</p>}
    </PaneForm>
  );
}

function CaseField({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const t = useWords('print');
  const { data } = useQuery('case_file.list', {});
  const files = (data ?? []).map((line) => line.file);
  return (
    <SelectField
      label={t('caseFile')}
      value={value}
      choices={files.map((one) => ({ value: one.id, label: `${one.index} ${one.title}, ${one.year}` }))}
      onChange={onChange}
      placeholder={t(data && files.length === 0 ? 'caseFileNone' : 'caseFileChoose')}
      search
    />
  );
}

function Missing({ missing, form }: { missing: readonly PrintMissing[]; form: PrintFormName }) {
  const t = useWords('print');
  if (missing.length === 0) return null;
  const list = missing.map((one) => t(`missing_${one}`)).join(', ');
  const unpaid = form === 'invoice' && missing.some((one) => one === 'account' || one === 'bik' || one === 'bankName');
  return (
    <Note tone="amber" title={`${t('missing')} ${list}`}>
      {unpaid && t('missing_qr')}
    </Note>
  );
}
