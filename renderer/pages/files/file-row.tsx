import { Menu } from '@mantine/core';
import {
  IconChevronRight,
  IconDots,
  IconExternalLink,
  IconFilePlus,
  IconGitCompare,
  IconTrash,
} from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { KeyCaps } from '#renderer/components/key-caps.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { useFormats, useWords } from '#renderer/i18n/words.ts';
import { chooseFiles } from '#renderer/pages/files/choose-files.ts';
import { hasText, previousVersion, type VersionedFile } from '#renderer/pages/files/file-groups.ts';
import { Agreed, Download, Fetch, type FileActions, FileIcon, FileReceipt } from '#renderer/pages/files/file-parts.tsx';
import { FilePlace, placeOf } from '#renderer/pages/files/file-place.tsx';
import { TransferLine } from '#renderer/pages/files/transfer-line.tsx';
import { useTransfer } from '#renderer/pages/files/use-transfers.ts';
import { VersionList } from '#renderer/pages/files/version-list.tsx';
import css from '#renderer/pages/files/versions.module.css';
import { dropOn } from '#renderer/state/drop-place.ts';

const icon = { size: 16, stroke: 1.6 } as const;

/** One file: its newest version with who, when and why; under it the earlier ones. Files dropped on it become its next version. */
export function FileRow(props: {
  file: VersionedFile;
  shown: string | undefined;
  agreed: ReadonlySet<string>;
  dragging: boolean;
  actions: FileActions;
  /** What lies beside it: signatures, powers of attorney. */
  children?: ReactNode;
}) {
  const { file, shown, agreed, actions } = props;
  const { newest } = file;
  const t = useWords('files');
  const card = useWords('card');
  const formats = useFormats();
  const clock = useClock();
  const [open, setOpen] = useState(false);
  const [over, setOver] = useState(false);
  const transfer = useTransfer(newest.sha256);
  const place = placeOf(newest, transfer);
  const author = newest.authorName ?? card('someone');
  const moment = clock.moment(newest.createdAt);
  const facts =
    file.versions.length > 1 || newest.version > 1
      ? t('versionFacts', { version: newest.version, time: moment, name: author })
      : card('fileAdded', { name: author, time: moment });
  const { onVersion, onRemove } = actions;
  const dropped = props.dragging && onVersion !== undefined;
  return (
    <li
      className={css['file']}
      data-chosen={newest.id === shown || undefined}
      data-target={dropped || undefined}
      data-over={(dropped && over) || undefined}
      onDragEnter={() => setOver(true)}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        setOver(false);
        if (onVersion && event.dataTransfer.files.length > 0) dropOn((given) => onVersion(file, given.slice(0, 1)));
      }}
    >
      <button
        type="button"
        id={`file-${newest.id}`}
        className={css['choose']}
        aria-pressed={newest.id === shown}
        onClick={() => actions.onChoose(newest)}
        onKeyDown={(event) => {
          if (event.key === 'Delete') onRemove?.(file);
        }}
      >
        <FileIcon name={newest.name} />
        <span className={css['words']}>
          <span className="op-hidden">{card('openFile')} </span>
          <span className={css['name']} title={newest.name}>
            {newest.name}
          </span>
          <span className={css['facts']}>{dropped ? t('dropVersion') : facts}</span>
          {newest.note && <span className={css['facts']}>{t('versionWhy', { note: newest.note })}</span>}
          <FilePlace place={place} size={formats.size(newest.size)} />
        </span>
      </button>
      <span className={css['tools']}>
        {agreed.has(newest.id) && <Agreed />}
        <FileReceipt version={newest} />
        {place === 'centre' && <Fetch version={newest} />}
        <Download version={newest} label={card('downloadFile', { name: newest.name })} />
        <FileMenu file={file} actions={actions} />
      </span>
      {transfer && <TransferLine transfer={transfer} />}
      {props.children}
      {file.versions.length > 1 && (
        <div className={css['under']}>
          <button
            type="button"
            className={css['more']}
            aria-expanded={open}
            data-open={open || undefined}
            onClick={() => setOpen(!open)}
          >
            <IconChevronRight size={14} stroke={1.6} aria-hidden="true" />
            {t('versionsShow', { count: file.versions.length - 1 })}
          </button>
        </div>
      )}
      {open && <VersionList file={file} shown={shown} agreed={agreed} actions={actions} />}
    </li>
  );
}

function FileMenu({ file, actions }: { file: VersionedFile; actions: FileActions }) {
  const t = useWords('files');
  const { onVersion, onEdit, onRemove } = actions;
  const previous = hasText(file.newest) ? previousVersion(file, file.newest) : null;
  if (!onVersion && !onEdit && !onRemove && !previous) return null;
  return (
    <Menu position="bottom-end" shadow="md" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <IconButton label={t('actions', { name: file.newest.name })} size={24}>
          <IconDots {...icon} />
        </IconButton>
      </Menu.Target>
      <Menu.Dropdown>
        {previous && (
          <Menu.Item
            leftSection={<IconGitCompare {...icon} />}
            onClick={() => actions.onCompare(previous, file.newest)}
          >
            {t('comparePrevious')}
          </Menu.Item>
        )}
        {onVersion && (
          <Menu.Item
            leftSection={<IconFilePlus {...icon} />}
            onClick={() => void chooseFiles(false).then((given) => given.length > 0 && onVersion(file, given))}
          >
            {t('newVersion')}
          </Menu.Item>
        )}
        {onEdit && (
          <Menu.Item leftSection={<IconExternalLink {...icon} />} onClick={() => onEdit(file)}>
            {t('openInProgram')}
          </Menu.Item>
        )}
        {onRemove && (
          <Menu.Item
            leftSection={<IconTrash {...icon} />}
            rightSection={<KeyCaps keys={['Del']} />}
            onClick={() => onRemove(file)}
          >
            {t('remove')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
