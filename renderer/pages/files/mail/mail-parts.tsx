import { IconDownload } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { useFormats, useWords } from '#renderer/i18n/words.ts';
import { FileIcon } from '#renderer/pages/files/file-parts.tsx';
import css from '#renderer/pages/files/mail/mail.module.css';
import { saveBlob } from '#renderer/pages/files/save-blob.ts';
import { harmOf, headLength } from '#shared/formats/harmful.ts';
import type { MailPart } from '#shared/formats/mail/message.ts';

/** A file that lies in another one, for whoever shows files. */
export interface InnerFile {
  bytes: Blob;
  name: string;
  mime: string;
}

/** Files that came with a letter: each can be looked at here and saved. Programs are named and nothing else. */
export function MailParts({ parts, show }: { parts: readonly MailPart[]; show: (file: InnerFile) => ReactNode }) {
  const t = useWords('preview');
  const formats = useFormats();
  const [open, setOpen] = useState<number | null>(null);
  const shown = open === null ? undefined : parts[open];
  const bytes = useMemo(() => shown && new Blob([shown.bytes], { type: shown.mime }), [shown]);
  return (
    <div className={css['parts']}>
      <h3>{t('mailFiles', { count: parts.length })}</h3>
      <ul>
        {parts.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the files of a letter never change their order
          <li key={index}>
            <button
              type="button"
              className={css['part']}
              aria-expanded={open === index}
              disabled={isHarmful(part)}
              onClick={() => setOpen(open === index ? null : index)}
            >
              <FileIcon name={part.name} />
              <span className="op-ellipsis">{part.name}</span>
              <span className={css['size']}>{formats.size(part.bytes.length)}</span>
            </button>
            {isHarmful(part) ? (
              <span className={css['size']}>{t('mailProgram')}</span>
            ) : (
              <IconButton
                label={t('saveFile', { name: part.name })}
                size={24}
                onClick={() => saveBlob(new Blob([part.bytes], { type: part.mime }), part.name)}
              >
                <IconDownload size={16} stroke={1.6} />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {shown && bytes && <div key={open}>{show({ bytes, name: shown.name, mime: shown.mime })}</div>}
    </div>
  );
}

const isHarmful = ({ name, bytes }: MailPart): boolean => harmOf(name, bytes.subarray(0, headLength)) !== null;
