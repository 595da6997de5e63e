import { useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Dialog } from '#renderer/components/confirm-dialog.tsx';
import dialog from '#renderer/components/dialog.module.css';
import { Note } from '#renderer/components/note.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { TemplateProblems } from '#renderer/pages/drafting/template-problems.tsx';
import { useTemplateKinds } from '#renderer/pages/drafting/use-template-kinds.ts';
import { saveBlob } from '#renderer/pages/files/save-blob.ts';
import { MadePreview } from '#renderer/pages/print/made-preview.tsx';
import css from '#renderer/pages/print/print.module.css';
import { useMadeFile } from '#renderer/pages/print/use-made-file.ts';
import { contractKinds } from '#shared/domain/document.ts';
import type { TemplateLine } from '#shared/queries/company.ts';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const newest = { column: 'createdAt', direction: 'desc' } as const;
/** So many documents are offered to try on; others are found by words. */
const OFFERED = 30;

/** A template filled from a document that is there already: to look at, nothing is attached. */
export function TemplateTryDialog({ line, onClose }: { line: TemplateLine; onClose: () => void }) {
  const t = useWords('drafting');
  const common = useWords('common');
  const status = useWords('status');
  const { kindOf } = useTemplateKinds();
  const [text, setText] = useState('');
  const [picked, setPicked] = useState<string | null>(null);
  const wanted = (line.kinds ?? [...contractKinds]).map(kindOf);
  const kinds = [...new Set(wanted.flatMap(({ kind }) => kind ?? []))];
  const kindIds = wanted.flatMap(({ kindId }) => kindId ?? []);
  const words = text.trim().slice(0, 200);
  const filter = {
    kinds,
    // Own kinds are built on others: by their ids alone where the template is for nothing else.
    ...(kindIds.length > 0 && kindIds.length === wanted.length ? { kindIds } : {}),
  };
  const range = { sort: newest, start: 0, end: OFFERED };
  const { data } = useQuery('document.list', { filter, ...range });
  const { data: found } = useQuery('document.list', words ? { filter: { ...filter, text: words }, ...range } : null);
  const rows = (words ? found?.rows : null) ?? data?.rows ?? [];
  const choices = rows.map((row) => ({ value: row.id, label: `${row.number ?? status('noNumber')} · ${row.subject}` }));
  const documentId = picked ?? data?.rows[0]?.id ?? null;
  const templateAttachmentId = line.attachment?.id ?? null;
  const order = documentId && templateAttachmentId ? { documentId, templateAttachmentId } : null;
  const { made, error, busy } = useMadeFile('drafting.try', order);
  const problems = made && 'problems' in made.reply ? made.reply.problems : [];
  return (
    <Dialog opened title={t('tryTitle', { title: line.title })} onClose={onClose} width={1180}>
      <div className={css['room']}>
        <MadePreview file={made?.file ?? null} mime={docx} busy={busy} error={error}>
          {problems.length > 0 && (
            <div className={css['told']}>
              <Note tone="red" title={t('problems', { count: problems.length })}>
                <TemplateProblems problems={problems} />
              </Note>
            </div>
          )}
        </MadePreview>
        <div className={css['settings']}>
          <SelectField
            label={t('tryDocument')}
            value={documentId}
            choices={choices}
            onChange={setPicked}
            // The words of what is chosen are no search.
            onSearch={(typed) => setText(choices.some((one) => one.label === typed) ? '' : typed)}
            placeholder={t('tryNone')}
            search
          />
          <p className={css['about']}>{data?.rows.length === 0 ? t('tryNone') : t('tryHint')}</p>
        </div>
      </div>
      <div className={dialog['actions']}>
        <ActionButton variant="subtle" onClick={onClose}>
          {common('close')}
        </ActionButton>
        <ActionButton
          reason={made?.file ? undefined : t('tryNothing')}
          onClick={() => made?.file && saveBlob(made.file.bytes, made.file.name)}
        >
          {t('tryDownload')}
        </ActionButton>
      </div>
    </Dialog>
  );
}
