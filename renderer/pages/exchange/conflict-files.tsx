import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Dialog } from '#renderer/components/confirm-dialog.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/exchange/conflict.module.css';
import { type SidedFile, sidesOf } from '#renderer/pages/exchange/file-sides.ts';
import { comparedPair, hasText } from '#renderer/pages/files/file-groups.ts';
import { FileView } from '#renderer/pages/files/file-view.tsx';
import type { AttachmentInfo } from '#shared/queries/document.ts';
import type { ConflictLine } from '#shared/queries/exchange.ts';

/** Files of the disputed document by whose version is the latest at either side; both are opened beside each other. */
export function ConflictFiles({
  line,
  documentId,
  mineLabel,
}: {
  line: ConflictLine;
  documentId: string;
  mineLabel: string;
}) {
  const t = useWords('exchange');
  const navigate = useNavigate();
  const { data } = useQuery('document.card', { id: documentId });
  const [opened, setOpened] = useState<SidedFile | null>(null);
  const files = data ? sidesOf(data.attachments, line.authorName) : [];
  if (files.length === 0) return null;
  const compare = (one: AttachmentInfo, other: AttachmentInfo) => {
    const [left, right] = comparedPair(one, other);
    navigate(`/documents/${documentId}/compare/${left.id}/${right.id}`);
  };
  return (
    <section className={css['files']} aria-label={t('filesOfBoth')}>
      <h3>{t('filesOfBoth')}</h3>
      <ul>
        {files.map((file) => (
          <li key={file.group}>
            <Side file={file.mine} label={mineLabel} />
            <Side file={file.theirs} label={t('columnCentre')} />
            <span className={css['fileTools']}>
              <LinkButton onClick={() => setOpened(file)}>
                {t(file.mine && file.theirs ? 'openBoth' : 'openFile')}
              </LinkButton>
              {file.mine && file.theirs && hasText(file.mine) && hasText(file.theirs) && (
                <LinkButton onClick={() => compare(file.mine as AttachmentInfo, file.theirs as AttachmentInfo)}>
                  {t('compareBoth')}
                </LinkButton>
              )}
            </span>
          </li>
        ))}
      </ul>
      <Dialog
        opened={opened !== null}
        title={opened?.name ?? ''}
        onClose={() => setOpened(null)}
        width={opened?.mine && opened.theirs ? 1280 : 760}
      >
        <div className={css['beside']}>
          {opened?.mine && <Shown file={opened.mine} label={mineLabel} />}
          {opened?.theirs && <Shown file={opened.theirs} label={t('columnCentre')} />}
        </div>
      </Dialog>
    </section>
  );
}

function useFileLine(): (file: AttachmentInfo) => string {
  const t = useWords('exchange');
  const clock = useClock();
  return (file) =>
    t('fileLine', { version: file.version, who: file.authorName ?? '…', time: clock.moment(file.createdAt) });
}

function Side({ file, label }: { file: AttachmentInfo | null; label: string }) {
  const t = useWords('exchange');
  const lineOf = useFileLine();
  return (
    <span className={css['fileSide']}>
      <span className={css['quiet']}>{label}</span>
      <span className="op-ellipsis">{file?.name ?? '–'}</span>
      <span className={css['quiet']}>{file ? lineOf(file) : t('fileNone')}</span>
    </span>
  );
}

function Shown({ file, label }: { file: AttachmentInfo; label: string }) {
  const lineOf = useFileLine();
  return (
    <section aria-label={`${label}: ${file.name}`}>
      <p>
        <b>{label}</b> <span className={css['quiet']}>{lineOf(file)}</span>
      </p>
      <FileView file={file} />
    </section>
  );
}
