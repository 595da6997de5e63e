import { rmSync, statSync } from 'node:fs';
import type { Workplace } from '#electron/core/app/workplace.ts';
import { claimsOfEdits, claimsOfOthers } from '#electron/core/files/claims.ts';
import { type DiskFile, diskFiles } from '#electron/core/files/disk-files.ts';
import { hasFile } from '#electron/core/files/send-file.ts';
import { readJson, writeJson } from '#electron/core/profile/json-file.ts';
import { places } from '#electron/core/profile/places.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { Refusal } from '#shared/domain/error.ts';
import { type FileSpace, filesLimits } from '#shared/ipc/file-channels.ts';

export interface SpacePorts {
  profileDir: string;
  key: Uint8Array;
  workplace(): Workplace | null;
  /** Hashes that move just now. */
  busy(): readonly string[];
  gone(sha256: string): void;
}

interface Spare extends DiskFile {
  attachmentId: string;
  usedAt: number;
}

/** Used within this time means in use: a window may still be reading it, a command may be about to name it. Milliseconds. */
const fresh = 10 * 60_000;
/** Looking at the whole folder costs; it is done no more often than this by itself. */
const rest = 30_000;

/** Keeps the files of this workstation within their room, giving up only what the centre has and nobody here needs. */
export class SpaceKeeper {
  readonly #ports: SpacePorts;
  #timer: NodeJS.Timeout | null = null;
  #lastLook = Number.NEGATIVE_INFINITY;
  #freeing: Promise<{ files: number; bytes: number }> | null = null;

  constructor(ports: SpacePorts) {
    this.#ports = ports;
  }

  get limit(): number {
    const kept = readJson<{ filesLimit?: unknown }>(places(this.#ports.profileDir).settings)?.filesLimit;
    return typeof kept === 'number' && kept > 0 ? kept : filesLimits.usual;
  }

  set limit(bytes: number) {
    const path = places(this.#ports.profileDir).settings;
    writeJson(path, { ...(readJson<Record<string, unknown>>(path) ?? {}), filesLimit: bytes });
  }

  async read(workplace: Workplace): Promise<FileSpace> {
    const { files, bytes } = await diskFiles(this.#ports.profileDir);
    const spare = this.#spare(workplace.db, files, 0);
    const sum = (sql: string) => prepared(workplace.db, sql).get() as { files: number; bytes: number };
    return {
      limit: this.limit,
      used: bytes,
      files: files.length,
      pinned: sum(`${countSql} WHERE pinned = 1 AND here = 1`),
      onlyHere: sum(`${countSql} WHERE here = 1 AND EXISTS (SELECT 1 FROM attachment
        WHERE attachment.sha256 = file.sha256 AND verifiedAt IS NULL AND archivedAt IS NULL)`),
      spare: { files: spare.length, bytes: spare.reduce((total, one) => total + one.size, 0) },
    };
  }

  /** More may have come than there is room for: looked at soon. */
  wake(): void {
    this.#timer ??= setTimeout(
      () => {
        this.#timer = null;
        this.#lastLook = performance.now();
        const workplace = this.#ports.workplace();
        // Without the centre's word nothing is given up; the next arrival looks again.
        if (workplace) void this.free(workplace, { all: false }).catch(() => undefined);
      },
      Math.max(1_000, this.#lastLook + rest - performance.now()),
    );
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
  }

  /**
   * Gives up what was not opened for longest until the rest fits, or with `all` everything that can be fetched again. The centre is asked
   * about each file at that very moment. Rejects with Refusal OFFLINE when it cannot be.
   */
  free(workplace: Workplace, options: { all: boolean }): Promise<{ files: number; bytes: number }> {
    this.#freeing ??= this.#free(workplace, options).finally(() => {
      this.#freeing = null;
    });
    return this.#freeing;
  }

  async #free(workplace: Workplace, { all }: { all: boolean }): Promise<{ files: number; bytes: number }> {
    const { link, db } = workplace;
    const { files, bytes } = await diskFiles(this.#ports.profileDir);
    const freed = { files: 0, bytes: 0 };
    let over = all ? Number.POSITIVE_INFINITY : bytes - this.limit;
    if (over <= 0) return freed;
    if (link?.state.link !== 'online') throw new Refusal('OFFLINE', {});
    const centre = { serverUrl: link.serverUrl, access: () => link.access() };
    for (const one of this.#spare(db, files, all ? 0 : fresh)) {
      if (over <= 0 || !db.open) break;
      if (!(await hasFile(centre, one, AbortSignal.timeout(10_000)))) continue;
      if (!this.#giveUp(db, one)) continue;
      over -= one.size;
      freed.files += 1;
      freed.bytes += one.size;
    }
    return freed;
  }

  /** Takes the bytes away if nothing has happened to them since they were looked at: all of this within one turn of the thread. */
  #giveUp(db: Workplace['db'], one: Spare): boolean {
    if (!db.open || this.#ports.busy().includes(one.sha256)) return false;
    if (statSync(one.path, { throwIfNoEntry: false })?.mtimeMs !== one.changedAt) return false;
    const removed = prepared(
      db,
      `DELETE FROM file WHERE sha256 = ? AND ${spareRule} AND max(added_at, coalesce(opened_at, 0)) = ?`,
    ).run(one.sha256, one.usedAt);
    if (removed.changes === 0) return false;
    // Forgotten first: bytes that nobody remembers cost room, a memory of bytes that are not there costs trust.
    rmSync(one.path, { force: true });
    this.#ports.gone(one.sha256);
    return true;
  }

  /** Files that could be given up, the longest unused first. */
  #spare(db: Readable, files: readonly DiskFile[], young: number): Spare[] {
    const { profileDir, key, workplace, busy } = this.#ports;
    const userId = workplace()?.here.userId;
    const others = userId === undefined ? null : claimsOfOthers(profileDir, key, userId);
    if (!others) return [];
    const edited = claimsOfEdits(profileDir, db);
    const known = new Map(
      (prepared(db, spareSql).all() as { sha256: string; usedAt: number; attachmentId: string }[]).map((one) => [
        one.sha256,
        one,
      ]),
    );
    const limit = Date.now() - young;
    return files
      .flatMap((file) => {
        const own = known.get(file.sha256);
        const last = Math.max(own?.usedAt ?? 0, others.get(file.sha256) ?? 0);
        if (!own || edited.has(file.sha256) || busy().includes(file.sha256)) return [];
        if (last === Number.POSITIVE_INFINITY || (young > 0 && Math.max(last, file.changedAt) > limit)) return [];
        return [{ ...file, ...own, last }];
      })
      .sort((one, other) => one.last - other.last);
  }
}

const countSql = 'SELECT count(*) AS files, coalesce(sum(size), 0) AS bytes FROM file';
const spareRule = 'here = 1 AND uploaded = 1 AND pinned = 0 AND problem IS NULL';
/** Verified under every name it has: one that the centre has not confirmed may be somebody's only copy. */
const spareSql = `SELECT file.sha256, max(file.added_at, coalesce(file.opened_at, 0)) AS usedAt, min(attachment.id) AS attachmentId
  FROM file JOIN attachment ON attachment.sha256 = file.sha256 WHERE ${spareRule}
  GROUP BY file.sha256 HAVING min(attachment.verifiedAt IS NOT NULL) = 1`;
