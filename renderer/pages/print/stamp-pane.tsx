import { Radio } from '@mantine/core';
import { IconRubberStamp } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { ask } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { filesOf } from '#renderer/pages/files/file-groups.ts';
import { useFileErrorWords } from '#renderer/pages/files/use-file-error-words.ts';
import { MadePreview } from '#renderer/pages/print/made-preview.tsx';
import { PaneForm } from '#renderer/pages/print/pane-form.tsx';
import css from '#renderer/pages/print/print.module.css';
import { useMadeFile } from '#renderer/pages/print/use-made-file.ts';
import { useStampWords } from '#renderer/pages/print/use-stamp-words.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import { type PrintSettings, stampCorners } from '#shared/domain/company/print-settings.ts';
import type { DocumentCard } from '#shared/queries/document.ts';

/** The stamp of registration on a PDF of the document: looked at first, then the next version or a copy. */
export function StampPane(props: {
  card: DocumentCard;
  language: 'ru' | 'en';
  company: PrintSettings;
  choice: ReactNode;
  onClose: () => void;
}) {
  const { card, language, company } = props;
  const t = useWords('print');
  const words = useFileErrorWords();
  const stampWords = useStampWords();
  const navigate = useNavigate();
  const files = filesOf(card.attachments)
    .map((file) => file.newest)
    .filter((file) => file.mime === 'application/pdf' || /\.pdf$/i.test(file.name));
  const [fileId, setFile] = useState<string | null>(null);
  const [corner, setCorner] = useState<(typeof stampCorners)[number] | null>(null);
  const [result, setResult] = useState<'version' | 'copy'>('version');
  const file = files.find((one) => one.id === fileId) ?? files[0] ?? null;
  const order = file && { attachmentId: file.id, corner, language };
  const { made, error, busy } = useMadeFile('print.stamp', order && { ...order, result: 'try' });
  const reply = made?.reply ?? null;
  const problem = reply && 'problem' in reply ? reply.problem : null;
  const facts = reply && 'overlaps' in reply ? reply : null;
  const stamping = useAction(async () => {
    if (!order) return;
    const told = await ask('print.stamp', { ...order, result });
    if ('problem' in told) return;
    useToasts.getState().show({ tone: 'done', title: t('stampDone'), object: file.name });
    props.onClose();
    navigate(`/documents/${card.document.id}?tab=files`);
  });
  const locked = card.document.archivedAt !== null;
  return (
    <PaneForm
      preview={
        <MadePreview file={made?.file ?? null} mime="application/pdf" busy={busy} error={error} onlyFirst>
          {!file && (
            <p className={css['none']}>
              <b>{t('stampNoFiles')}</b>
              <span>{t('stampNoFilesText')}</span>
            </p>
          )}
          {problem && (
            <div className={css['told']}>
              <Note tone="red" title={stampWords(problem)} />
            </div>
          )}
        </MadePreview>
      }
      error={stamping.error && words(stamping.error)}
      actions={
        <ActionButton
          variant="filled"
          type="submit"
          icon={<IconRubberStamp size={16} stroke={1.6} />}
          busy={stamping.busy}
          reason={
            locked
              ? t('stampArchived')
              : made?.file
                ? undefined
                : file
                  ? problem
                    ? t('stampCannot')
                    : t('making')
                  : t('stampNoFiles')
          }
        >
          {t('stampRun')}
        </ActionButton>
      }
      onSubmit={() => void stamping.run()}
      onClose={props.onClose}
    >
      {props.choice}
      {files.length > 1 && (
        <SelectField
          label={t('stampFile')}
          value={file?.id ?? null}
          choices={files.map((one) => ({ value: one.id, label: one.name }))}
          onChange={setFile}
        />
      )}
      <SelectField
        label={t('corner')}
        value={corner ?? company.corner ?? 'free'}
        choices={stampCorners.map((one) => ({ value: one, label: t(`corner_${one}`) }))}
        onChange={(value) => setCorner(stampCorners.find((one) => one === value) ?? null)}
      />
      <Radio.Group
        label={t('stampResult')}
        value={result}
        onChange={(value) => setResult(value === 'copy' ? 'copy' : 'version')}
      >
        <div className={css['radios']}>
          <Radio size="xs" value="version" label={t('stampVersion')} />
          <Radio size="xs" value="copy" label={t('stampCopy')} />
        </div>
      </Radio.Group>
      <p className={css['about']}>{t('stampKept')}</p>
      {facts?.overlaps && <Note tone="amber" title={t('stampOverlaps')} />}
      {facts?.isScan && <Note tone="ink" title={t('stampScan')} />}
      {facts?.wasSigned && <Note tone="amber" title={t('stampSigned')} />}
      {card.document.number === null && <Note tone="ink" title={t('stampUnnumbered')} />}
    </PaneForm>
  );
}
