import { IconFilePlus, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { GivenFile } from '#renderer/bridge/given-file.ts';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { ErrorBoundary } from '#renderer/components/error-boundary.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { useFormats, useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/document/pending-files.module.css';
import { BytesView } from '#renderer/pages/files/bytes-view.tsx';
import { chooseFiles } from '#renderer/pages/files/choose-files.ts';
import { FileIcon } from '#renderer/pages/files/file-parts.tsx';

/** Files that will be attached when the document is saved, the one under the hand on view. */
export function PendingFiles(props: {
  files: readonly GivenFile[];
  onAdd: (files: readonly GivenFile[]) => void;
  onRemove: (file: GivenFile) => void;
}) {
  const { files, onAdd, onRemove } = props;
  const t = useWords('form');
  const formats = useFormats();
  const [chosen, setChosen] = useState<GivenFile | null>(null);
  const shown = chosen && files.includes(chosen) ? chosen : (files[0] ?? null);
  return (
    <section className={css['files']} aria-label={t('files')}>
      <div className={css['place']} data-empty={files.length === 0 || undefined}>
        <IconFilePlus size={20} stroke={1.6} aria-hidden="true" />
        <p>
          <b>{t('filesDrop')}</b>
          <span>{t('filesHint')}</span>
        </p>
        <ActionButton onClick={() => void chooseFiles().then(onAdd)}>{t('addFiles')}</ActionButton>
      </div>
      {files.length > 0 && (
        <ul>
          {files.map((file, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two files may have the same name
            <li key={`${file.name}-${place}`} data-shown={file === shown || undefined}>
              <button type="button" aria-pressed={file === shown} onClick={() => setChosen(file)}>
                <FileIcon name={file.name} />
                <span className="op-ellipsis">{file.name}</span>
                {file.size !== null && <span className={css['size']}>{formats.size(file.size)}</span>}
              </button>
              <IconButton label={t('takeAway', { name: file.name })} size={24} onClick={() => onRemove(file)}>
                <IconX size={14} stroke={1.6} />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      {shown && (
        <ErrorBoundary place="FILE" key={files.indexOf(shown)}>
          <Preview file={shown} />
        </ErrorBoundary>
      )}
    </section>
  );
}

/** The file itself, so that the fields are filled in from what it says. */
function Preview({ file }: { file: GivenFile }) {
  const [bytes, setBytes] = useState<Blob | null>(null);
  useEffect(() => {
    let gone = false;
    setBytes(null);
    // One that cannot be read is told when it is attached: the form goes on without the view.
    file.bytes?.().then((blob) => !gone && setBytes(blob), console.error);
    return () => {
      gone = true;
    };
  }, [file]);
  if (!bytes) return null;
  return (
    <div className={css['view']}>
      <BytesView bytes={bytes} name={file.name} mime={bytes.type} />
    </div>
  );
}
