import { type FSWatcher, statSync, watch } from 'node:fs';
import { basename, dirname } from 'node:path';

/** Programs save in several strokes (a draft, a rename, attributes): a save is over when the file has been still for this long. */
const stillFor = 1_200;

/** Calls `saved` after each save of a file, once it is still. Watches the folder: many programs put a new file in the place of the old. */
export function watchCopy(path: string, saved: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  let seen = stampOf(path);
  const settle = (last: string | null): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const now = stampOf(path);
      if (now === null || now === seen) return;
      if (now !== last) return settle(now);
      seen = now;
      saved();
    }, stillFor);
  };
  const watcher: FSWatcher = watch(dirname(path), (_kind, name) => {
    if (name === null || name === basename(path)) settle(stampOf(path));
  });
  // A folder taken away under the watcher ends the watching, not the program.
  watcher.on('error', () => watcher.close());
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}

function stampOf(path: string): string | null {
  const found = statSync(path, { throwIfNoEntry: false });
  return found ? `${found.size}:${found.mtimeMs}:${found.ino}` : null;
}
