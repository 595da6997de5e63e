import { Menu } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useClock } from '#renderer/data/directory.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/compare/compare.module.css';
import { hasText, type VersionedFile } from '#renderer/pages/files/file-groups.ts';
import type { AttachmentInfo } from '#shared/queries/document.ts';

/** What lies on one side: which version of which file, who made it and when; any other text of the document can take its place. */
export function VersionPicker(props: {
  side: 'left' | 'right';
  files: readonly VersionedFile[];
  chosen: AttachmentInfo;
  onChoose: (version: AttachmentInfo) => void;
}) {
  const { side, chosen } = props;
  const t = useWords('compare');
  const clock = useClock();
  const version = t('versionNumber', { version: chosen.version });
  const files = props.files.filter((file) => hasText(file.newest));
  const facts = (one: AttachmentInfo) =>
    t('versionFacts', { time: clock.moment(one.createdAt), name: one.authorName ?? t('someone') });
  return (
    <Menu position="bottom-start" shadow="md" width={380} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <button type="button" className={css['picker']} data-picks={side}>
          <span className="op-hidden">{t(side === 'left' ? 'leftVersion' : 'rightVersion')} </span>
          <span className={css['pill']} data-side={side}>
            {version}
          </span>
          <b className="op-ellipsis">{chosen.note ?? chosen.name}</b>
          <span className={css['when']}>{facts(chosen)}</span>
          <IconChevronDown size={14} stroke={1.6} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={css['menu'] ?? ''}>
        {files.map((file) => [
          <Menu.Label key={file.group}>{file.newest.name}</Menu.Label>,
          ...file.versions.map((one) => (
            <Menu.Item
              key={one.id}
              onClick={() => props.onChoose(one)}
              rightSection={one.id === chosen.id ? <IconCheck size={14} stroke={1.6} /> : undefined}
            >
              <b>{t('versionNumber', { version: one.version })}</b> <span className={css['when']}>{facts(one)}</span>
              {one.note && <span className={css['why']}>{one.note}</span>}
            </Menu.Item>
          )),
        ])}
      </Menu.Dropdown>
    </Menu>
  );
}
