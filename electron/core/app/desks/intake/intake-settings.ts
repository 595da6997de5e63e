import { isAbsolute, resolve } from 'node:path';
import { isInside } from '#electron/core/profile/cloud-folders.ts';
import { patchSettings, readSettings } from '#electron/core/recovery/small-files.ts';

/** Folders of this workstation; null: none. */
export interface IntakeSettings {
  scans: string | null;
  mail: string | null;
  /** The folder of `rus.traineddata`. */
  language: string | null;
}

const keys = { scans: 'intakeScans', mail: 'intakeMail', language: 'ocrLanguageFolder' } as const;

export function readIntakeSettings(profileDir: string): IntakeSettings {
  const stored = readSettings(profileDir);
  const of = (key: string): string | null => {
    const value = stored[key];
    return typeof value === 'string' && value.trim() !== '' ? value : null;
  };
  return { scans: of(keys.scans), mail: of(keys.mail), language: of(keys.language) };
}

/** Paths are kept as they were typed, without the quotes that Windows copies along. */
export function saveIntakeSettings(profileDir: string, given: IntakeSettings): IntakeSettings {
  const clean = (path: string | null): string | null => path?.trim().replace(/^"(.*)"$/, '$1') || null;
  patchSettings(profileDir, {
    [keys.scans]: clean(given.scans),
    [keys.mail]: clean(given.mail),
    [keys.language]: clean(given.language),
  });
  return readIntakeSettings(profileDir);
}

/** A folder of the profile itself, or one that is no full path, is never watched. */
export function isOwnFolder(profileDir: string, path: string): boolean {
  return !isAbsolute(path) || isInside(resolve(path), resolve(profileDir), process.platform);
}
