import { existsSync } from 'node:fs';
import { UploadQueue } from '#electron/core/app/desks/upload-queue.ts';
import type { Workplace } from '#electron/core/app/workplace.ts';
import { fetchFile } from '#electron/core/jobs/fetch-file.ts';
import { type KeptFile, keepFile, rememberFile } from '#electron/core/jobs/keep-file.ts';
import { mediaTypeOf } from '#electron/core/jobs/media-type.ts';
import { refuseHarmful } from '#electron/core/jobs/refuse-harmful.ts';
import { fileOf } from '#electron/core/profile/places.ts';
import type { CoreSettings } from '#electron/core/settings.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { readRow } from '#electron/core/store/rows/read.ts';
import type { AttachmentPurpose } from '#shared/domain/attachment.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { ChannelReply, CommandReply, SyncStatus } from '#shared/ipc/contract.ts';
import { shortName } from '#shared/lib/text/short-name.ts';

/** Files of the open workplace: attached, opened, on their way to the centre. */
export class FilesDesk {
  readonly #settings: CoreSettings;
  readonly #uploads: UploadQueue;

  constructor(settings: CoreSettings, workplace: () => Workplace | null, moved: () => void) {
    this.#settings = settings;
    this.#uploads = new UploadQueue(settings.profileDir, workplace, moved);
  }

  get state(): SyncStatus['files'] {
    return this.#uploads.state;
  }

  wake(): void {
    this.#uploads.wake();
  }

  stop(): Promise<void> {
    return this.#uploads.stop();
  }

  /** Keeps the bytes first, then says so in a command: a record never names a file that is nowhere. */
  async attach(
    workplace: Workplace,
    documentId: string,
    given: readonly { handle: string; name: string }[],
    purpose: AttachmentPurpose | null = null,
  ): Promise<CommandReply> {
    const files = [];
    for (const { handle, name } of given) {
      const kept = await this.#keep(handle, name);
      rememberFile(workplace.db, kept, Date.now());
      files.push({ ...kept, name: cleanName(name), mime: mediaTypeOf(name) });
    }
    return workplace.run('attachment.add', { documentId, files, purpose });
  }

  /** A newer version of a file. Bytes equal to those it is made from make no version: null. */
  async addVersion(
    workplace: Workplace,
    given: { documentId: string; basedOnId: string; file: { handle: string; name: string }; note: string | null },
  ): Promise<CommandReply | null> {
    const { documentId, basedOnId, file, note } = given;
    const base = readRow(workplace.db, 'attachment', basedOnId);
    const kept = await this.#keep(file.handle, file.name);
    if (base?.['sha256'] === kept.sha256) return null;
    rememberFile(workplace.db, kept, Date.now());
    const named = { ...kept, name: cleanName(file.name), mime: mediaTypeOf(file.name) };
    return workplace.run('attachment.add-version', { documentId, basedOnId, file: named, note });
  }

  /** A refusal names the file: of several that come together only that one is to be left out. */
  async #keep(handle: string, name: string): Promise<KeptFile> {
    try {
      await refuseHarmful(handle, name);
      return await keepFile(this.#settings.profileDir, handle);
    } catch (error) {
      throw error instanceof Refusal ? new Refusal(error.code, { ...error.details, name }) : error;
    }
  }

  async open(workplace: Workplace, attachmentId: string): Promise<ChannelReply<'files.open'>> {
    const row = readRow(workplace.db, 'attachment', attachmentId);
    if (!row) throw new Refusal('NOT_FOUND', { entity: 'attachment', id: attachmentId });
    const sha256 = row['sha256'] as string;
    const localPath = fileOf(this.#settings.profileDir, sha256);
    if (!existsSync(localPath)) {
      if (workplace.link?.state.link !== 'online') throw new Refusal('FILE_NOT_HERE', { name: row['name'] });
      const centre = { serverUrl: workplace.link.serverUrl, access: await workplace.link.access() };
      await fetchFile(centre, { attachmentId, sha256, size: row['size'] as number, target: localPath });
      const sql = `INSERT INTO file (sha256, size, here, uploaded, added_at) VALUES (?, ?, 1, 1, ?)
        ON CONFLICT (sha256) DO UPDATE SET here = 1`;
      prepared(workplace.db, sql).run(sha256, row['size'], Date.now());
    }
    return { localPath, name: row['name'] as string, mediaType: row['mime'] as string, size: row['size'] as number };
  }
}

/** The last part of a path, without characters that no file system or no person could bear. */
export function cleanName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are removed
  const plain = last.replace(/[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '').trim();
  return shortName(plain || 'file', (each) => each.length <= 255);
}
