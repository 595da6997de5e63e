import { Menu, UnstyledButton } from '@mantine/core';
import {
  IconDeviceDesktop,
  IconKeyboard,
  IconLanguage,
  IconLock,
  IconLogout,
  IconMoon,
  IconSettings,
  IconSun,
} from '@tabler/icons-react';
import { KeyCaps } from '#renderer/components/key-caps.tsx';
import { PersonAvatar } from '#renderer/components/person-avatar.tsx';
import css from '#renderer/frame/user-menu.module.css';
import { useWords } from '#renderer/i18n/words.ts';

export type SchemeChoice = 'light' | 'dark' | 'auto';

export interface UserMenuProps {
  id: string;
  name: string;
  /** «Новосибирск, МСК+4». */
  place: string;
  scheme: SchemeChoice;
  language: 'ru' | 'en';
  onScheme: (scheme: SchemeChoice) => void;
  onLanguage: (language: 'ru' | 'en') => void;
  onKeys: () => void;
  onSettings: () => void;
  onLock: () => void;
  onSignOut: () => void;
}

const icon = { size: 16, stroke: 1.6 } as const;

/** The person at work, with branch and zone; the looks of the window behind. */
export function UserMenu(props: UserMenuProps) {
  const t = useWords('frame');
  return (
    <Menu position="bottom-end" width={248} withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <UnstyledButton className={css['person'] ?? ''}>
          <PersonAvatar id={props.id} name={props.name} size={28} decorative />
          <span className={css['words']}>
            <span className={css['name']}>{props.name}</span>
            <span className={css['place']}>{props.place}</span>
            <span className="op-hidden">{t('account')}</span>
          </span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('theme')}</Menu.Label>
        <SchemeItem {...props} value="light" label={t('themeLight')} icon={<IconSun {...icon} />} />
        <SchemeItem {...props} value="dark" label={t('themeDark')} icon={<IconMoon {...icon} />} />
        <SchemeItem {...props} value="auto" label={t('themeAuto')} icon={<IconDeviceDesktop {...icon} />} />
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLanguage {...icon} />}
          onClick={() => props.onLanguage(props.language === 'ru' ? 'en' : 'ru')}
        >
          {props.language === 'ru' ? 'English' : 'Русский'}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconKeyboard {...icon} />}
          rightSection={<KeyCaps keys={['?']} />}
          onClick={props.onKeys}
        >
          {t('keys')}
        </Menu.Item>
        <Menu.Item leftSection={<IconSettings {...icon} />} onClick={props.onSettings}>
          {t('settings')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLock {...icon} />}
          rightSection={<KeyCaps keys={['Ctrl', 'L']} />}
          onClick={props.onLock}
        >
          {t('lock')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout {...icon} />} onClick={props.onSignOut}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function SchemeItem(props: UserMenuProps & { value: SchemeChoice; label: string; icon: React.ReactNode }) {
  const chosen = props.scheme === props.value;
  return (
    <Menu.Item
      leftSection={props.icon}
      aria-current={chosen}
      className={chosen ? (css['chosen'] ?? '') : ''}
      onClick={() => props.onScheme(props.value)}
    >
      {props.label}
    </Menu.Item>
  );
}
