import { useEffect, useState } from 'react';
import { ErrorPanel } from '#renderer/components/error-panel.tsx';
import { SkeletonRows } from '#renderer/components/skeleton-rows.tsx';
import { useDelayed } from '#renderer/components/use-delayed.ts';
import { asCoreError, type CoreError } from '#renderer/data/core-error.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { BytesView, prepareReader } from '#renderer/pages/files/bytes-view.tsx';
import css from '#renderer/pages/files/files.module.css';
import { previewKind } from '#renderer/pages/files/kinds.ts';
import { PreviewProblem } from '#renderer/pages/files/preview-problem.tsx';
import { readAttachment } from '#renderer/pages/files/read-attachment.ts';
import { useLink } from '#renderer/state/link.ts';
import type { AttachmentInfo } from '#shared/queries/document.ts';

/** Shows a file in its place, or says why it cannot. `find`: words to begin with. */
export function FileView({ file, find }: { file: AttachmentInfo; find?: string | undefined }) {
  const t = useWords('files');
  const words = useErrorWords();
  const kind = previewKind(file.mime, file.name);
  const [attempt, setAttempt] = useState(0);
  const [bytes, setBytes] = useState<Blob | null>(null);
  const [error, setError] = useState<CoreError | null>(null);
  const late = useDelayed(kind !== 'none' && file.size > 0 && !bytes && !error, 300);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt reads again
  useEffect(() => {
    if (kind === 'none' || file.size === 0) return;
    let gone = false;
    setBytes(null);
    setError(null);
    prepareReader(kind);
    readAttachment(file.id).then(
      (blob) => !gone && setBytes(blob),
      (fault: unknown) => !gone && setError(asCoreError(fault)),
    );
    return () => {
      gone = true;
    };
  }, [file.id, file.size, kind, attempt]);

  const online = useLink((link) => link.status?.link === 'online');
  const waits = error?.code === 'FILE_NOT_HERE' || error?.code === 'SERVER_UNREACHABLE';
  // It was promised to come with the link. Asked again at the moment the link is back, not while it stays.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a refusal under a working link is not asked about again
  useEffect(() => {
    if (online && waits) setAttempt((before) => before + 1);
  }, [online]);

  if (file.size === 0) return <p className={css['none']}>{t('emptyFile')}</p>;
  if (kind === 'none')
    return <PreviewProblem problem="NO_PREVIEW" bytes={null} name={file.name} attachmentId={file.id} />;
  if (error)
    return (
      <ErrorPanel title={words(error)} text={file.name} code={error.told} onRetry={() => setAttempt(attempt + 1)} />
    );
  if (!bytes) return late ? <SkeletonRows rows={6} /> : null;
  return <BytesView key={file.id} bytes={bytes} name={file.name} mime={file.mime} attachmentId={file.id} find={find} />;
}
