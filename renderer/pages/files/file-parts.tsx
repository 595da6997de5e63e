import {
  IconCloudDown,
  IconDownload,
  IconFileTypeDocx,
  IconFileTypePdf,
  IconPaperclip,
  IconSignature,
} from '@tabler/icons-react';
import type { GivenFile } from '#renderer/bridge/given-file.ts';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { Pill } from '#renderer/components/pill.tsx';
import { Receipt } from '#renderer/components/receipt.tsx';
import { StatusGlyph } from '#renderer/components/status-glyph.tsx';
import { ask } from '#renderer/data/core.ts';
import { useClock } from '#renderer/data/directory.tsx';
import { useAction } from '#renderer/data/use-command.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { VersionedFile } from '#renderer/pages/files/file-groups.ts';
import { useDownload } from '#renderer/pages/files/use-download.ts';
import css from '#renderer/pages/files/versions.module.css';
import type { AttachmentInfo } from '#shared/queries/document.ts';

const icon = { size: 16, stroke: 1.6 } as const;

/** What can be done with a file and with one of its versions; absent where the document is closed. */
export interface FileActions {
  onChoose: (version: AttachmentInfo) => void;
  onCompare: (a: AttachmentInfo, b: AttachmentInfo) => void;
  onVersion?: ((file: VersionedFile, given: readonly GivenFile[]) => void) | undefined;
  onEdit?: ((file: VersionedFile) => void) | undefined;
  onRemove?: ((file: VersionedFile, version?: AttachmentInfo) => void) | undefined;
}

/** The kind of a file at a glance. */
export function FileIcon({ name }: { name: string }) {
  const Icon = /\.(sig|sign|sgn|p7s|p7m)$/i.test(name)
    ? IconSignature
    : /\.docx?$/i.test(name)
      ? IconFileTypeDocx
      : /\.pdf$/i.test(name)
        ? IconFileTypePdf
        : IconPaperclip;
  return <Icon {...icon} className={css['clip']} aria-hidden="true" />;
}

/** This very version is the one an approval in force has agreed to. */
export function Agreed() {
  const t = useWords('files');
  return (
    <Pill tone="green" icon={<StatusGlyph status="done" size={12} />}>
      {t('agreed')}
    </Pill>
  );
}

/** Whether the centre has the bytes. */
export function FileReceipt({ version }: { version: AttachmentInfo }) {
  const card = useWords('card');
  const clock = useClock();
  if (version.refused) return <Receipt receipt="rej" reason={card('fileRefused')} />;
  return version.verifiedAt === null ? (
    <Receipt receipt="out" reason={card('fileWaiting')} />
  ) : (
    <Receipt receipt="full" time={clock.moment(version.verifiedAt)} />
  );
}

/** Brings a file here beside the work, so that it opens without a link later. */
export function Fetch({ version }: { version: AttachmentInfo }) {
  const t = useWords('transfers');
  const fetching = useAction(() => ask('files.fetch', { attachmentId: version.id }));
  return (
    <IconButton
      label={t('fetch', { name: version.name })}
      size={24}
      onClick={() => void fetching.run()}
      disabled={fetching.busy}
    >
      <IconCloudDown {...icon} />
    </IconButton>
  );
}

/** Hands the bytes to the person's folder of downloads. */
export function Download({ version, label }: { version: AttachmentInfo; label: string }) {
  const download = useDownload();
  return (
    <IconButton label={label} size={24} onClick={() => void download.run(version)} disabled={download.busy}>
      <IconDownload {...icon} />
    </IconButton>
  );
}
