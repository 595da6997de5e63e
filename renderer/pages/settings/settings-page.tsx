import { Switch, useMantineColorScheme } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { hostInfo } from '#renderer/api.ts';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { KeyValues } from '#renderer/components/key-values.tsx';
import { Segmented } from '#renderer/components/segmented.tsx';
import { PageHeader, Sheet } from '#renderer/components/sheet.tsx';
import { lockWindow, signOut } from '#renderer/frame/leave.ts';
import { chooseLanguage } from '#renderer/i18n/start.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { RecoveryPart } from '#renderer/pages/recovery/recovery-part.tsx';
import { FilesPart } from '#renderer/pages/settings/files-part.tsx';
import { IntakePart } from '#renderer/pages/settings/intake-part.tsx';
import { NoticesPart } from '#renderer/pages/settings/notices-part.tsx';
import css from '#renderer/pages/settings/settings.module.css';
import { useOverlays } from '#renderer/state/overlays.ts';
import { usePanels } from '#renderer/state/panels.ts';
import { useSession } from '#renderer/state/session.ts';
import { densities } from '#renderer/state/settings.ts';

/** How this workstation looks and acts; everything applies at once. */
export function SettingsPage() {
  const t = useWords('settings');
  const frame = useWords('frame');
  const grid = useWords('grid');
  const { i18n } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { density, setDensity, letters, setLetters } = usePanels();
  const show = useOverlays((overlays) => overlays.show);
  return (
    <Sheet>
      <PageHeader title={t('title')} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard */}
      <section className={css['page']} tabIndex={0} aria-label={t('title')}>
        <Part title={t('look')}>
          <Line label={t('language')}>
            <Segmented
              label={t('language')}
              value={i18n.language === 'en' ? 'en' : 'ru'}
              choices={[
                { value: 'ru', label: t('russian') },
                { value: 'en', label: t('english') },
              ]}
              onChange={(language) => void chooseLanguage(language)}
            />
          </Line>
          <Line label={t('theme')}>
            <Segmented
              label={t('theme')}
              value={colorScheme}
              choices={[
                { value: 'light', label: frame('themeLight') },
                { value: 'dark', label: frame('themeDark') },
                { value: 'auto', label: frame('themeAuto') },
              ]}
              onChange={setColorScheme}
            />
          </Line>
          <Line label={t('density')}>
            <Segmented
              label={t('density')}
              value={density}
              choices={densities.map((value) => ({ value, label: grid(value) }))}
              onChange={setDensity}
            />
          </Line>
        </Part>
        <Part title={t('keys')}>
          <Line label={t('letters')} hint={t('lettersHint')}>
            <Switch
              aria-label={t('letters')}
              checked={letters}
              onChange={(event) => setLetters(event.currentTarget.checked)}
            />
          </Line>
          <ActionButton keys={['?']} onClick={() => show('keys')}>
            {t('showMap')}
          </ActionButton>
        </Part>
        <NoticesPart />
        <FilesPart />
        <IntakePart />
        <Part title={t('session')}>
          <Line label={t('lockNow')} hint={t('lockHint')}>
            <ActionButton keys={['Ctrl', 'L']} onClick={lockWindow}>
              {frame('lock')}
            </ActionButton>
          </Line>
          <Line label={t('signOut')} hint={t('signOutHint')}>
            <ActionButton onClick={signOut}>{frame('signOut')}</ActionButton>
          </Line>
        </Part>
        <RecoveryPart />
        <About />
        <p className={css['quiet']}>{t('kept')}</p>
      </section>
    </Sheet>
  );
}

function About() {
  const t = useWords('settings');
  const host = hostInfo();
  const user = useSession((session) => session.state?.user);
  return (
    <Part title={t('about')}>
      <KeyValues
        captionWidth={140}
        entries={[
          [t('version'), host.version],
          [t('host'), host.kind === 'electron' ? t('hostElectron') : t('hostBrowser')],
          [t('profile'), host.profile],
          [t('platform'), host.platform],
          user ? [t('person'), `${user.fullName} · ${user.position}`] : null,
        ]}
      />
    </Part>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={css['part']} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Line({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  return (
    <div className={css['line']}>
      <div>
        <p>{label}</p>
        {hint && <p className={css['quiet']}>{hint}</p>}
      </div>
      {children}
    </div>
  );
}
