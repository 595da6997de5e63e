import { lastDecided, takeNewName } from '#electron/core/store/fork.ts';
import type { Writable } from '#electron/core/store/handle.ts';
import { readMeta, writeMeta } from '#electron/core/store/meta.ts';
import type { Welcome } from '#shared/sync/down.ts';

/** Keeps what the centre says of itself at the beginning of a connection. A centre that has gone back gets a new name from us. */
export function welcomed(db: Writable, message: Welcome, now: number, newName: () => string): void {
  writeMeta(db, 'clockAhead', now - message.now);
  if (readMeta(db, 'epoch') === undefined) writeMeta(db, 'epoch', message.epoch);
  // It has been restored from a backup that is older than what it confirmed to us under this name.
  const decided = lastDecided(db);
  if (decided > (readMeta(db, 'namedN') ?? 0) && message.lastN < decided) takeNewName(db, newName());
}
