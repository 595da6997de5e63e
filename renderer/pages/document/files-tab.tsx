import { IconDownload, IconPaperclip, IconPlus, IconTrash } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { ErrorBoundary } from '#renderer/components/error-boundary.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { Receipt } from '#renderer/components/receipt.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useFormats, useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/document/files-tab.module.css';
import { useRemoveFile } from '#renderer/pages/document/use-remove-file.ts';
import { chooseFiles } from '#renderer/pages/files/choose-files.ts';
import { FileView } from '#renderer/pages/files/file-view.tsx';
import type { useAttach } from '#renderer/pages/files/use-attach.ts';
import { useDownload } from '#renderer/pages/files/use-download.ts';
import type { AttachmentInfo, DocumentCard } from '#shared/queries/document.ts';

const icon = { size: 16, stroke: 1.6 } as const;

/** The files of a document with what is known of each in the centre, and the chosen one shown beside them. */
export function FilesTab({ card, attach }: { card: DocumentCard; attach: ReturnType<typeof useAttach> }) {
  const t = useWords('card');
  const words = useErrorWords();
  const locked = card.document.archivedAt !== null;
  const living = card.attachments.filter((file) => file.archivedAt === null);
  const gone = card.attachments.filter((file) => file.archivedAt !== null);
  const [chosen, setChosen] = useState<string | null>(null);
  const remove = useRemoveFile(card.document.id);
  const shown = living.find((file) => file.id === chosen) ?? living[0];
  const failed = attach.error ?? remove.error;
  const press = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const at = living.findIndex((file) => file.id === shown?.id);
    const next = living[at + step];
    if (step === 0 || !next) return;
    event.preventDefault();
    setChosen(next.id);
    document.getElementById(`file-${next.id}`)?.focus();
  };
  return (
    <div className={css['split']}>
      <div className={css['list']}>
        <div className={css['head']}>
          {!locked && (
            <ActionButton
              icon={<IconPlus {...icon} />}
              busy={attach.busy}
              onClick={() => void chooseFiles().then(attach.run)}
            >
              {t('addFiles')}
            </ActionButton>
          )}
        </div>
        {failed && (
          <div className={css['failed']}>
            <Note tone="red" title={words(failed)} />
          </div>
        )}
        {living.length === 0 ? (
          <p className={css['empty']}>
            <b>{t('noFiles')}</b>
            {!locked && <span>{t('noFilesText')}</span>}
          </p>
        ) : (
          <ul className={css['files']} aria-label={t('fileList')} onKeyDown={press}>
            {living.map((file) => (
              <FileRow
                key={file.id}
                file={file}
                chosen={file.id === shown?.id}
                onChoose={() => setChosen(file.id)}
                onRemove={locked ? undefined : () => void remove.run(file)}
              />
            ))}
          </ul>
        )}
        {gone.length > 0 && <GoneFiles files={gone} />}
      </div>
      {shown && (
        <section className={css['view']} aria-label={t('preview')}>
          <ErrorBoundary place="FILE" key={shown.id}>
            <FileView file={shown} />
          </ErrorBoundary>
        </section>
      )}
    </div>
  );
}

function FileRow(props: {
  file: AttachmentInfo;
  chosen: boolean;
  onChoose: () => void;
  onRemove: (() => void) | undefined;
}) {
  const { file } = props;
  const t = useWords('card');
  const files = useWords('files');
  const formats = useFormats();
  const clock = useClock();
  const download = useDownload();
  const added = t('fileAdded', { name: file.authorName ?? t('someone'), time: clock.moment(file.createdAt) });
  return (
    <li className={css['file']} data-chosen={props.chosen || undefined}>
      <button
        type="button"
        id={`file-${file.id}`}
        className={css['choose']}
        aria-pressed={props.chosen}
        onClick={props.onChoose}
        onKeyDown={(event) => {
          if (event.key === 'Delete') props.onRemove?.();
        }}
      >
        <IconPaperclip {...icon} className={css['clip']} aria-hidden="true" />
        <span className={css['words']}>
          <span className="op-hidden">{t('openFile')} </span>
          <span className={css['name']} title={file.name}>
            {file.name}
          </span>
          <span className={css['facts']}>
            <span className="op-figures">{formats.size(file.size)}</span> · {files(`place_${file.place}`)}
          </span>
          <span className={css['facts']}>{added}</span>
        </span>
      </button>
      <span className={css['tools']}>
        {file.verifiedAt === null ? (
          <Receipt receipt="out" reason={t('fileWaiting')} />
        ) : (
          <Receipt receipt="full" time={clock.moment(file.verifiedAt)} />
        )}
        <IconButton
          label={t('downloadFile', { name: file.name })}
          size={24}
          onClick={() => void download.run(file)}
          disabled={download.busy}
        >
          <IconDownload {...icon} />
        </IconButton>
        {props.onRemove && (
          <IconButton label={t('removeFile', { name: file.name })} keys={['Del']} size={24} onClick={props.onRemove}>
            <IconTrash {...icon} />
          </IconButton>
        )}
      </span>
    </li>
  );
}

function GoneFiles({ files }: { files: readonly AttachmentInfo[] }) {
  const t = useWords('card');
  const clock = useClock();
  return (
    <details className={css['gone']}>
      <summary>{t('removedFiles', { count: files.length })}</summary>
      <ul>
        {files.map((file) => (
          <li key={file.id}>
            {file.name} <span>{t('fileRemoved', { time: clock.moment(file.archivedAt ?? 0) })}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
