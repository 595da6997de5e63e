import { ErrorBoundary } from '#renderer/components/error-boundary.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { byPurpose, filesOf, isBeside } from '#renderer/pages/files/file-groups.ts';
import { FileView } from '#renderer/pages/files/file-view.tsx';
import css from '#renderer/pages/files/files.module.css';
import { previewKind } from '#renderer/pages/files/kinds.ts';
import type { AttachmentInfo } from '#shared/queries/document.ts';

/** The file that stands for a document: the first that can be shown, on a desk of its own. */
export function FirstFile({ attachments }: { attachments: readonly AttachmentInfo[] }) {
  const t = useWords('files');
  // Of each file its newest version; the text of a contract before what belongs to it.
  const papers = filesOf(attachments).filter((one) => !isBeside(one));
  const living = byPurpose(papers).flatMap((part) => part.files.map((one) => one.newest));
  const file = living.find((one) => previewKind(one.mime, one.name) !== 'none') ?? living[0];
  if (!file) return null;
  return (
    <div className={css['desk']} data-desk>
      <ErrorBoundary place="FILE" key={file.id}>
        <FileView file={file} />
      </ErrorBoundary>
      <p className={css['caption']}>
        <span className="op-ellipsis">{file.name}</span>
        {living.length > 1 && <span>{t('moreFiles', { count: living.length - 1 })}</span>}
      </p>
    </div>
  );
}
