import i18next from 'i18next';
import { ask } from '#renderer/data/core.ts';
import { chooseLanguage, type Language, languages } from '#renderer/i18n/start.ts';
import { type ColumnSetting, columnSetting } from '#renderer/state/documents-register.ts';
import { type NoticeSettings, noticeSettings, readNotices, useNotices } from '#renderer/state/notices.ts';
import { type Density, usePanels } from '#renderer/state/panels.ts';

export const schemes = ['light', 'dark', 'auto'] as const;
export type Scheme = (typeof schemes)[number];
export const densities = ['compact', 'normal', 'roomy'] as const;

/** What a workstation keeps about its windows; anything unreadable counts as not chosen. */
export interface WindowSettings {
  language?: Language;
  scheme?: Scheme;
  density?: Density;
  railFolded?: boolean;
  preview?: boolean;
  /** Single letters act as keys. */
  letters?: boolean;
  columns?: Record<string, readonly ColumnSetting[]>;
  notices?: NoticeSettings;
}

const among = <T extends string>(values: readonly T[], value: unknown): T | undefined =>
  values.find((one) => one === value);
const flag = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined);

/** Reads settings as they lie in the file of the profile. */
export function readSettings(stored: Record<string, unknown>): WindowSettings {
  const found: { [K in keyof WindowSettings]: WindowSettings[K] | undefined } = {
    language: among(languages, stored['language']),
    scheme: among(schemes, stored['scheme']),
    density: among(densities, stored['density']),
    railFolded: flag(stored['railFolded']),
    preview: flag(stored['preview']),
    letters: flag(stored['letters']),
    columns: readColumns(stored['columns']),
    notices: readNotices(stored['notices']),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** Columns by register; what is no column is left out. */
function readColumns(stored: unknown): WindowSettings['columns'] | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const columns = ([register, given]: [string, unknown]) => [
    register,
    Array.isArray(given) ? given.flatMap((one) => columnSetting.safeParse(one).data ?? []) : [],
  ];
  return Object.fromEntries(Object.entries(stored).map(columns));
}

/** Brings the windows to what the workstation remembers, and keeps it from then on. The browser's own storage is gone with its port. */
export async function restoreSettings(setScheme: (scheme: Scheme) => void): Promise<void> {
  const stored = readSettings(await ask('settings.read', {}));
  const { language, scheme, notices, ...panels } = stored;
  if (language && language !== i18next.language) await chooseLanguage(language);
  if (scheme) setScheme(scheme);
  if (notices) useNotices.setState(notices);
  usePanels.setState(panels);
}

/** Writes what was chosen; a refusal loses a preference, never work. */
export function keepSettings(patch: WindowSettings): void {
  ask('settings.write', { patch: { ...patch } }).catch(console.error);
}

/** Follows the language and the panels; returns the way to stop. */
export function followChoices(): () => void {
  const language = (chosen: string) => keepSettings({ language: chosen === 'en' ? 'en' : 'ru' });
  i18next.on('languageChanged', language);
  const stop = usePanels.subscribe((now, before) => {
    const { railFolded, preview, density, letters, columns } = now;
    const next = { railFolded, preview, density, letters, columns };
    const changed = Object.entries(next).filter(([name, value]) => before[name as keyof typeof next] !== value);
    if (changed.length > 0) keepSettings(Object.fromEntries(changed));
  });
  const stopNotices = useNotices.subscribe((now) => keepSettings({ notices: noticeSettings(now) }));
  return () => {
    i18next.off('languageChanged', language);
    stopNotices();
    stop();
  };
}
