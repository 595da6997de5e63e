import { useEffect, useState } from 'react';
import { bytesOf, onEvent } from '#renderer/api.ts';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Dialog } from '#renderer/components/confirm-dialog.tsx';
import dialog from '#renderer/components/dialog.module.css';
import { Note } from '#renderer/components/note.tsx';
import { ProgressLine } from '#renderer/components/progress-line.tsx';
import { Segmented } from '#renderer/components/segmented.tsx';
import { ask } from '#renderer/data/core.ts';
import { CoreError } from '#renderer/data/core-error.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/documents/bulk/bulk.module.css';
import { saveBlob } from '#renderer/pages/files/save-blob.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import type { ExportColumn } from '#shared/ipc/export-channels.ts';

interface ExportProps {
  count: number;
  /** The documents, once they are wanted. */
  ids: () => Promise<readonly string[]>;
  columns: readonly ExportColumn[];
  /** Names the file and the sheet. */
  title: string;
  onClose: () => void;
}

/** Writes documents into a file, and hands it to the folder of downloads. */
export function ExportDialog({ opened, ...props }: ExportProps & { opened: boolean }) {
  const t = useWords('register');
  return (
    <Dialog opened={opened} title={t('exportTitle', { count: props.count })} onClose={props.onClose} width={460}>
      {opened && <Export {...props} />}
    </Dialog>
  );
}

function Export({ count, ids, columns, title, onClose }: ExportProps) {
  const t = useWords('register');
  const common = useWords('common');
  const words = useErrorWords();
  const [format, setFormat] = useState<'xlsx' | 'csv'>('xlsx');
  const [encoding, setEncoding] = useState<'utf-8' | 'windows-1251'>('utf-8');
  const [done, setDone] = useState(0);
  useEffect(
    () =>
      onEvent((event) => {
        if (event.type === 'progress' && event.job === 'export') setDone(event.done);
      }),
    [],
  );
  // A dialog that was closed wants no file any more.
  useEffect(() => () => void ask('export.cancel', {}).catch(console.error), []);
  const write = useAction(async () => {
    setDone(0);
    const order = { ids: [...(await ids())], columns: [...columns], format, encoding, title };
    const file = await ask('export.run', order).catch((fault: unknown) => {
      if (fault instanceof CoreError && fault.told === 'CANCELLED') return null;
      throw fault;
    });
    if (!file) return;
    const { handle } = file as unknown as { handle: string | null };
    if (handle === null) throw new CoreError({ code: 'FILE_LOST', details: { name: file.name } });
    saveBlob(await bytesOf(handle), file.name);
    const told = [
      file.missing.length > 0 ? t('exportMissing', { characters: file.missing.slice(0, 12).join(' ') }) : '',
      file.gone > 0 ? t('exportGone', { count: file.gone }) : '',
    ].filter(Boolean);
    useToasts.getState().show({ tone: 'done', title: t('exportDone'), object: [file.name, ...told].join('. ') });
    onClose();
  });
  if (write.busy)
    return (
      <ProgressLine
        title={t('exporting')}
        done={done}
        total={count}
        onCancel={() => void ask('export.cancel', {}).catch(console.error)}
      />
    );
  return (
    <form
      className={css['body']}
      onSubmit={(event) => {
        event.preventDefault();
        void write.run();
      }}
    >
      <div>
        <Segmented
          label={t('exportFormat')}
          value={format}
          choices={[
            { value: 'xlsx', label: t('exportXlsx') },
            { value: 'csv', label: t('exportCsv') },
          ]}
          onChange={setFormat}
        />
      </div>
      {format === 'csv' && (
        <div>
          <Segmented
            label={t('exportEncoding')}
            value={encoding}
            choices={[
              { value: 'utf-8', label: t('exportUtf8') },
              { value: 'windows-1251', label: t('exportCp1251') },
            ]}
            onChange={setEncoding}
          />
        </div>
      )}
      <p className={css['quiet']}>
        {t('exportHint')} {format === 'csv' && t('exportHintCsv')}
      </p>
      {write.error && <Note tone="red" title={words(write.error)} />}
      <div className={dialog['actions']}>
        <ActionButton variant="subtle" onClick={onClose}>
          {common('cancel')}
        </ActionButton>
        <ActionButton type="submit" variant="filled" autoFocus>
          {`${t('export')} ${formatCount(count)}`}
        </ActionButton>
      </div>
    </form>
  );
}
