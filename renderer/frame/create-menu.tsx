import { Menu } from '@mantine/core';
import { IconChevronDown, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { KeyCaps } from '#renderer/components/key-caps.tsx';
import css from '#renderer/frame/create-menu.module.css';
import { useWords } from '#renderer/i18n/words.ts';

export interface CreateChoice {
  id: string;
  label: string;
  icon: ReactNode;
  keys?: readonly string[];
  onClick: () => void;
}

/** «Создать»: the press makes the kind used last, the arrow opens the rest. */
export function CreateMenu(props: {
  opened: boolean;
  onOpen: (opened: boolean) => void;
  onLast: () => void;
  choices: readonly CreateChoice[];
}) {
  const t = useWords('frame');
  return (
    <div className={css['split']}>
      <button type="button" className={css['main']} onClick={props.onLast} aria-keyshortcuts="Control+N">
        <IconPlus size={16} stroke={1.8} aria-hidden="true" />
        {t('create')}
      </button>
      <Menu
        opened={props.opened}
        onChange={props.onOpen}
        position="bottom-end"
        width={260}
        withinPortal={false}
        withInitialFocusPlaceholder={false}
      >
        <Menu.Target>
          <button type="button" className={css['arrow']} aria-label={t('createMore')}>
            <IconChevronDown size={14} stroke={1.8} />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {props.choices.map((choice) => (
            <Menu.Item
              key={choice.id}
              leftSection={choice.icon}
              rightSection={choice.keys && <KeyCaps keys={choice.keys} />}
              onClick={choice.onClick}
            >
              {choice.label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
