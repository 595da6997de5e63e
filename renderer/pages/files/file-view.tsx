import { lazy, Suspense, useEffect, useState } from 'react';
import { bytesOf } from '#renderer/api.ts';
import { ErrorPanel } from '#renderer/components/error-panel.tsx';
import { SkeletonRows } from '#renderer/components/skeleton-rows.tsx';
import { useDelayed } from '#renderer/components/use-delayed.ts';
import { ask } from '#renderer/data/core.ts';
import { asCoreError, CoreError } from '#renderer/data/core-error.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/files/files.module.css';
import { decodeText, previewKind, TEXT_SHOWN } from '#renderer/pages/files/kinds.ts';
import type { AttachmentInfo } from '#shared/queries/document.ts';

// The reader of PDF is the heaviest part of the window: it comes with the first such file.
const PdfView = lazy(async () => ({ default: (await import('#renderer/pages/files/pdf-view.tsx')).PdfView }));

const DocxView = lazy(async () => ({ default: (await import('#renderer/pages/files/docx-view.tsx')).DocxView }));

/** The bytes of an attachment: from here, or from the centre when they are only there. */
export async function readAttachment(id: string): Promise<Blob> {
  // On its way here the host puts a handle in place of the path; none means that the file is gone.
  const { handle } = (await ask('files.open', { attachmentId: id })) as unknown as { handle: string | null };
  if (handle === null) throw new CoreError({ code: 'FILE_UNREADABLE' });
  return bytesOf(handle);
}

/** Shows a file in its place, or says why it cannot. */
export function FileView({ file }: { file: AttachmentInfo }) {
  const t = useWords('files');
  const words = useErrorWords();
  const kind = previewKind(file.mime, file.name);
  const [attempt, setAttempt] = useState(0);
  const [bytes, setBytes] = useState<Blob | null>(null);
  const [error, setError] = useState<CoreError | null>(null);
  const [unreadable, setUnreadable] = useState(false);
  const late = useDelayed(kind !== 'none' && file.size > 0 && !bytes && !error, 300);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt reads again
  useEffect(() => {
    if (kind === 'none' || file.size === 0) return;
    let gone = false;
    setBytes(null);
    setError(null);
    setUnreadable(false);
    readAttachment(file.id).then(
      (blob) => !gone && setBytes(blob),
      (fault: unknown) => !gone && setError(asCoreError(fault)),
    );
    return () => {
      gone = true;
    };
  }, [file.id, file.size, kind, attempt]);

  if (file.size === 0) return <p className={css['none']}>{t('emptyFile')}</p>;
  if (kind === 'none') return <p className={css['none']}>{t('notPreviewed')}</p>;
  if (error)
    return (
      <ErrorPanel title={words(error)} text={file.name} code={error.told} onRetry={() => setAttempt(attempt + 1)} />
    );
  if (unreadable)
    return (
      <ErrorPanel
        title={t('previewFailed')}
        text={file.name}
        code="FILE_PREVIEW"
        onRetry={() => setAttempt(attempt + 1)}
      />
    );
  if (!bytes) return late ? <SkeletonRows rows={6} /> : null;
  if (kind === 'pdf') {
    return (
      <Suspense fallback={null}>
        <PdfView bytes={bytes} onFail={() => setUnreadable(true)} />
      </Suspense>
    );
  }
  if (kind === 'docx') {
    return (
      <Suspense fallback={null}>
        <DocxView bytes={bytes} file={file} />
      </Suspense>
    );
  }
  return kind === 'image' ? (
    <ImageView bytes={bytes} name={file.name} onFail={() => setUnreadable(true)} />
  ) : (
    <TextView bytes={bytes} />
  );
}

function ImageView({ bytes, name, onFail }: { bytes: Blob; name: string; onFail: () => void }) {
  const t = useWords('files');
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const url = URL.createObjectURL(bytes);
    setAddress(url);
    return () => URL.revokeObjectURL(url);
  }, [bytes]);
  return address && <img className={css['image']} src={address} alt={t('image', { name })} onError={onFail} />;
}

function TextView({ bytes }: { bytes: Blob }) {
  const t = useWords('files');
  const [text, setText] = useState('');
  useEffect(() => {
    let gone = false;
    void bytes
      .slice(0, TEXT_SHOWN)
      .arrayBuffer()
      .then((buffer) => !gone && setText(decodeText(new Uint8Array(buffer))));
    return () => {
      gone = true;
    };
  }, [bytes]);
  return (
    <div className={css['text']}>
      {bytes.size > TEXT_SHOWN && <p className={css['cut']}>{t('textCut')}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling text must be reachable with the keyboard */}
      <pre tabIndex={0}>{text}</pre>
    </div>
  );
}
