import { closeSync, fsyncSync, openSync } from 'node:fs';

/**
 * Makes a file durable. Node's fsync is F_FULLFSYNC on macOS (libuv, src/unix/fs.c: uv__fs_fsync), so the drive's own cache is emptied
 * there as well.
 */
export function syncFile(path: string): void {
  // Windows flushes only what was opened for writing.
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Makes names in a folder durable: created, renamed and removed ones. Windows does so by itself and opens no folders. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
