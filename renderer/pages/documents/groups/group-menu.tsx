import { Menu } from '@mantine/core';
import { IconCheck, IconLayoutRows } from '@tabler/icons-react';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { useRegisterState } from '#renderer/pages/documents/register.ts';
import { useOwnFields } from '#renderer/pages/documents/use-own-fields.ts';
import { type GroupColumn, groupColumns } from '#shared/queries/document.ts';

const groupable = new Set(['choice', 'employee', 'counterparty', 'flag', 'number']);

/** Puts the register into groups, and folds or unfolds all of them. */
export function GroupMenu() {
  const t = useWords('register');
  const documents = useWords('documents');
  const { group, groupBy, fold } = useRegisterState();
  const own = useOwnFields().filter((field) => groupable.has(field.type));
  const item = (by: GroupColumn | null, label: string) => (
    <Menu.Item
      key={by}
      aria-current={group === by || undefined}
      rightSection={group === by ? <IconCheck size={14} stroke={2} aria-hidden="true" /> : null}
      onClick={() => groupBy(by)}
    >
      {label}
    </Menu.Item>
  );
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <IconButton label={t('groups')} active={group !== null}>
          <IconLayoutRows size={18} stroke={1.6} />
        </IconButton>
      </Menu.Target>
      <Menu.Dropdown>
        {item(null, t('groupNone'))}
        {groupColumns.map((by) => item(by, t(`group_${by}`)))}
        {own.length > 0 && <Menu.Label>{documents('ownFields')}</Menu.Label>}
        {own.map(({ key, label }) => item(`custom:${key}`, label))}
        {group !== null && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => fold({ all: false, but: [] })}>{t('groupsOpen')}</Menu.Item>
            <Menu.Item onClick={() => fold({ all: true, but: [] })}>{t('groupsFold')}</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
