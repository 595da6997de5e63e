import { chmodSync, closeSync, existsSync, openSync, statSync } from 'node:fs';

const owner = 0o600;

/**
 * Makes a database its owner's only, before SQLite opens it: what SQLite puts beside it takes over the rights of the file (SQLite,
 * os_unix.c: findCreateFileMode). One that an earlier program made loses the rights of others. Windows leaves that to the folder.
 * Never throws: whatever keeps it from being done, SQLite meets as well and names.
 */
export function keepToOwner(path: string): void {
  if (process.platform === 'win32' || path === ':memory:') return;
  try {
    // An existing one is not opened: closing it would give up the locks that this process holds on it.
    if (!existsSync(path)) closeSync(openSync(path, 'ax', owner));
    for (const tail of ['', '-wal', '-shm'])
      if (existsSync(path + tail) && (statSync(path + tail).mode & 0o077) !== 0) chmodSync(path + tail, owner);
  } catch {}
}
