import { join } from 'node:path';

/** Where things lie in the folder of a profile. */
export const places = (profileDir: string) => ({
  lock: join(profileDir, 'profile.lock'),
  facts: join(profileDir, 'workstation.json'),
  settings: join(profileDir, 'settings.json'),
  files: join(profileDir, 'files'),
  /** Working copies given to programs of the system, a folder each. */
  edits: join(profileDir, 'edits'),
  /** Files made here before they are kept: filled templates, pages to print. */
  made: join(profileDir, 'made'),
  person: (userId: string) => join(profileDir, 'people', userId),
  database: (userId: string) => join(profileDir, 'people', userId, 'opora.db'),
  download: (userId: string) => join(profileDir, 'people', userId, 'download.db'),
});

/** Content-addressed place of a file's bytes. */
export const fileOf = (profileDir: string, sha256: string): string =>
  join(places(profileDir).files, sha256.slice(0, 2), sha256);
