import { createReadStream, existsSync } from 'node:fs';
import { DetailedError, Upload } from 'tus-js-client';
import type { Workplace } from '#electron/core/app/workplace.ts';
import { fileOf } from '#electron/core/profile/places.ts';
import type { Writable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { SyncStatus } from '#shared/ipc/contract.ts';

interface WaitingFile {
  sha256: string;
  size: number;
  upload_url: string | null;
  name: string;
  attachment: string;
}

const chunk = 4 * 1024 * 1024;
const retryAfter = 3_000;

/** Sends files to the centre one after another, beside the commands and never in their way; resumes where it stopped. */
export class UploadQueue {
  readonly #profileDir: string;
  readonly #workplace: () => Workplace | null;
  readonly #moved: () => void;
  #running: Promise<void> | null = null;
  #current: { upload: Upload; sent: number } | null = null;
  #retry: NodeJS.Timeout | null = null;
  #stopped = false;

  constructor(profileDir: string, workplace: () => Workplace | null, moved: () => void) {
    this.#profileDir = profileDir;
    this.#workplace = workplace;
    this.#moved = moved;
  }

  get state(): SyncStatus['files'] {
    const db = this.#workplace()?.db;
    if (!db) return { waiting: 0, bytesLeft: 0 };
    // Bytes that no record names (an import that created nothing) have nowhere to go.
    const sql = `SELECT count(*) AS waiting, coalesce(sum(size), 0) AS bytes FROM file
      WHERE uploaded = 0 AND EXISTS (SELECT 1 FROM attachment WHERE attachment.sha256 = file.sha256)`;
    const { waiting, bytes } = prepared(db, sql).get() as { waiting: number; bytes: number };
    return { waiting, bytesLeft: Math.max(0, bytes - (this.#current?.sent ?? 0)) };
  }

  wake(): void {
    if (this.#running || this.#stopped) return;
    this.#running = this.#run().finally(() => {
      this.#running = null;
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#retry) clearTimeout(this.#retry);
    await this.#current?.upload.abort();
  }

  async #run(): Promise<void> {
    for (;;) {
      const workplace = this.#workplace();
      if (workplace?.link?.state.link !== 'online' || this.#stopped) return;
      const file = nextFile(workplace.db);
      if (!file) return;
      const path = fileOf(this.#profileDir, file.sha256);
      if (!existsSync(path)) {
        mark(workplace.db, file.sha256, `uploaded = 1, here = 0, problem = 'FILE_NOT_HERE'`);
        continue;
      }
      try {
        await this.#send(workplace, file, path);
        if (workplace.db.open) mark(workplace.db, file.sha256, 'uploaded = 1, upload_url = NULL, problem = NULL');
        this.#moved();
      } catch (error) {
        if (!isRefused(error)) return this.#later();
        // The centre will not have these bytes, however often they come: the card of their record says so.
        if (workplace.db.open)
          mark(workplace.db, file.sha256, `uploaded = 1, upload_url = NULL, problem = 'FILE_REFUSED'`);
        this.#moved();
      }
    }
  }

  #later(): void {
    if (this.#stopped) return;
    this.#retry = setTimeout(() => this.wake(), retryAfter);
  }

  async #send(workplace: Workplace, file: WaitingFile, path: string): Promise<void> {
    const { link, db } = workplace;
    if (!link) return;
    const access = await link.access();
    const { sha256, size, name, attachment } = file;
    const authorization = { authorization: `Bearer ${access}` };
    // Bytes that we have sent before need not travel again: asking is enough for the centre to check them off.
    const known = await fetch(new URL(`/files/${sha256}?attachment=${attachment}`, link.serverUrl), {
      method: 'HEAD',
      headers: authorization,
    });
    if (known.ok) return;
    await new Promise<void>((resolve, reject) => {
      const upload = new Upload(createReadStream(path), {
        endpoint: new URL('/files/upload', link.serverUrl).href,
        ...(file.upload_url ? { uploadUrl: file.upload_url } : {}),
        uploadSize: size,
        chunkSize: chunk,
        retryDelays: null,
        metadata: { sha256, size: String(size), name, attachment },
        headers: authorization,
        onUploadUrlAvailable: () => {
          if (upload.url && db.open)
            prepared(db, 'UPDATE file SET upload_url = ? WHERE sha256 = ?').run(upload.url, sha256);
        },
        onProgress: (sent) => {
          if (this.#current) this.#current.sent = sent;
          this.#moved();
        },
        onSuccess: () => resolve(),
        onError: (error) => {
          // An upload the centre has forgotten begins anew.
          if (db.open) prepared(db, 'UPDATE file SET upload_url = NULL WHERE sha256 = ?').run(sha256);
          reject(error);
        },
      });
      this.#current = { upload, sent: 0 };
      upload.start();
    }).finally(() => {
      this.#current = null;
    });
  }
}

/** The next file whose attachment the centre already knows: before that it could not tell whose it is. */
function nextFile(db: Writable): WaitingFile | undefined {
  const sql = `SELECT file.sha256, file.size, file.upload_url, attachment.name, attachment.id AS attachment
    FROM file JOIN attachment ON attachment.sha256 = file.sha256
    WHERE file.uploaded = 0 AND attachment.v > 0 AND attachment.verifiedAt IS NULL ORDER BY file.size LIMIT 1`;
  const found = prepared(db, sql).get() as WaitingFile | undefined;
  if (found) return found;
  // The centre verified the bytes from another workstation: nothing is left to send.
  prepared(
    db,
    `UPDATE file SET uploaded = 1 WHERE uploaded = 0 AND sha256 IN
      (SELECT sha256 FROM attachment GROUP BY sha256 HAVING min(v) > 0 AND min(verifiedAt IS NOT NULL) = 1)`,
  ).run();
  return undefined;
}

const isRefused = (error: unknown): boolean =>
  error instanceof DetailedError && (error.originalResponse?.getBody() ?? '').includes('"FILE_REFUSED"');

const mark = (db: Writable, sha256: string, what: string): void => {
  prepared(db, `UPDATE file SET ${what} WHERE sha256 = ?`).run(sha256);
};
