import { Checkbox } from '@mantine/core';
import { IconGitCompare, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { useFormats, useWords } from '#renderer/i18n/words.ts';
import { comparedPair, hasText, previousVersion, type VersionedFile } from '#renderer/pages/files/file-groups.ts';
import { Agreed, Download, type FileActions, FileReceipt } from '#renderer/pages/files/file-parts.tsx';
import css from '#renderer/pages/files/versions.module.css';
import type { AttachmentInfo } from '#shared/queries/document.ts';

const icon = { size: 16, stroke: 1.6 } as const;

/** All versions of a file, the newest first. Two that are ticked can be compared. */
export function VersionList(props: {
  file: VersionedFile;
  shown: string | undefined;
  agreed: ReadonlySet<string>;
  actions: FileActions;
}) {
  const { file, actions } = props;
  const t = useWords('files');
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [one, other] = file.versions.filter((version) => ticked.includes(version.id));
  const pair = one && other ? comparedPair(one, other) : null;
  // The third one takes the place of the one ticked first.
  const tick = (id: string) =>
    setTicked((before) => (before.includes(id) ? before.filter((known) => known !== id) : [...before, id].slice(-2)));
  const comparable = hasText(file.newest);
  return (
    <div className={css['versions']}>
      <ol aria-label={t('versionsOf', { name: file.newest.name })} reversed>
        {file.versions.map((version) => (
          <VersionLine
            key={version.id}
            file={file}
            version={version}
            chosen={version.id === props.shown}
            agreed={props.agreed.has(version.id)}
            ticked={ticked.includes(version.id)}
            onTick={comparable ? () => tick(version.id) : undefined}
            actions={actions}
          />
        ))}
      </ol>
      {comparable && (
        <div className={css['compare']}>
          {pair ? (
            <ActionButton size="xs" icon={<IconGitCompare {...icon} />} onClick={() => actions.onCompare(...pair)}>
              {t('compareChosen', { left: pair[0].version, right: pair[1].version })}
            </ActionButton>
          ) : (
            t('compareHint')
          )}
        </div>
      )}
    </div>
  );
}

function VersionLine(props: {
  file: VersionedFile;
  version: AttachmentInfo;
  chosen: boolean;
  agreed: boolean;
  ticked: boolean;
  onTick: (() => void) | undefined;
  actions: FileActions;
}) {
  const { file, version, actions } = props;
  const t = useWords('files');
  const card = useWords('card');
  const formats = useFormats();
  const clock = useClock();
  const number = version.version;
  const previous = hasText(version) ? previousVersion(file, version) : null;
  const { onRemove } = actions;
  return (
    <li className={css['version']} data-chosen={props.chosen || undefined}>
      {props.onTick && (
        <Checkbox
          size="xs"
          checked={props.ticked}
          onChange={props.onTick}
          aria-label={t('versionChoose', { version: number })}
        />
      )}
      <button
        type="button"
        className={css['look']}
        aria-pressed={props.chosen}
        onClick={() => actions.onChoose(version)}
      >
        <span className={css['first']}>
          <span className="op-hidden">{card('openFile')} </span>
          <b>{t('version', { version: number })}</b> {props.agreed && <Agreed />}
        </span>
        <span className={css['facts']}>
          {card('fileAdded', { name: version.authorName ?? card('someone'), time: clock.moment(version.createdAt) })} ·{' '}
          <span className="op-figures">{formats.size(version.size)}</span>
        </span>
        {version.note && <span className={css['why']}>{version.note}</span>}
        {version.parallel && <span className={css['parallel']}>{t('versionParallel', { version: number - 1 })}</span>}
      </button>
      <span className={css['tools']}>
        <FileReceipt version={version} />
        {previous && (
          <IconButton
            label={t('compareVersion', { version: number })}
            size={24}
            onClick={() => actions.onCompare(previous, version)}
          >
            <IconGitCompare {...icon} />
          </IconButton>
        )}
        <Download version={version} label={t('downloadVersion', { version: number })} />
        {onRemove && (
          <IconButton label={t('removeVersion', { version: number })} size={24} onClick={() => onRemove(file, version)}>
            <IconTrash {...icon} />
          </IconButton>
        )}
      </span>
    </li>
  );
}
