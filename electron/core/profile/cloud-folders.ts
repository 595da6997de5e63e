import { posix, win32 } from 'node:path';

/** Names that the programs of clouds give to the folders they copy away, wherever these lie. */
const names = [
  'OneDrive[^\\\\/]*',
  'Dropbox( \\([^\\\\/]*\\))?',
  'Google ?Drive[^\\\\/]*',
  'DriveFS',
  'Yandex[. ]?Disk[^\\\\/]*',
  'Яндекс[. ]?Диск[^\\\\/]*',
  'iCloud ?Drive',
  'Mobile Documents',
  'CloudStorage',
  'Nextcloud',
  'ownCloud',
  'Облако Mail(\\.ru)?',
  'Cloud Mail\\.ru',
  'СберДиск',
  'SberDisk',
  'pCloud ?Drive',
  'MEGA(sync)?',
  'Box Sync',
];
const synced = new RegExp(`(^|[\\\\/])(${names.join('|')})([\\\\/]|$)`, 'iu');
/** Google's drive letter holds nothing but these. */
const streamed = /^[a-z]:[\\/](My Drive|Мой диск|Shared drives|Общие диски)([\\/]|$)/iu;
/** Where OneDrive says on Windows that it has its folders, renamed ones too. */
const roots = ['OneDrive', 'OneDriveCommercial', 'OneDriveConsumer'];

/** Whether a program of a cloud copies this folder away, as far as its path and the environment tell. */
export function isCloudFolder(folder: string, env: NodeJS.ProcessEnv, platform: NodeJS.Platform): boolean {
  if (synced.test(folder) || streamed.test(folder)) return true;
  return roots.some((name) => {
    const root = env[name];
    return root !== undefined && root !== '' && isInside(folder, root, platform);
  });
}

/** The same folder or one inside it; Windows does not tell capitals apart. */
export function isInside(folder: string, root: string, platform: NodeJS.Platform): boolean {
  const path = platform === 'win32' ? win32 : posix;
  const plain = (one: string): string => (platform === 'win32' ? one.toLowerCase() : one);
  const way = path.relative(plain(root), plain(folder));
  return way === '' || (way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way));
}
