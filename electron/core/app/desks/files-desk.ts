import type { Workplace } from '#electron/core/app/workplace.ts';
import { CheckedFiles, dropDamaged, hasDamaged, setAsideDamaged } from '#electron/core/files/checked-files.ts';
import { arrivedFile, factsOf, missFile, openedFile } from '#electron/core/files/file-table.ts';
import { hasPins, refreshPins } from '#electron/core/files/pins.ts';
import { SpaceKeeper } from '#electron/core/files/space-keeper.ts';
import { dropUnnamed, tidyUp } from '#electron/core/files/tidy-up.ts';
import { TransferQueue } from '#electron/core/files/transfer-queue.ts';
import { type KeptFile, keepFile, rememberFile } from '#electron/core/jobs/keep-file.ts';
import { mediaTypeOf } from '#electron/core/jobs/media-type.ts';
import { refuseHarmful } from '#electron/core/jobs/refuse-harmful.ts';
import { fileOf } from '#electron/core/profile/places.ts';
import type { CoreSettings } from '#electron/core/settings.ts';
import { readRow } from '#electron/core/store/rows/read.ts';
import type { AttachmentPurpose } from '#shared/domain/attachment.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { ChannelReply, CommandReply } from '#shared/ipc/contract.ts';
import { shortName } from '#shared/lib/text/short-name.ts';

export interface FileEvents {
  /** Figures of transfers have changed. */
  moved(): void;
  /** Attachments whose bytes have come or gone. */
  arrived(ids: string[]): void;
}

/** A large case is not gone through at every keystroke somebody saves, milliseconds. */
const pinPause = 500;

/** Files of the open workplace: attached, opened, on their way, kept for work without a link, given up. */
export class FilesDesk {
  readonly transfers: TransferQueue;
  readonly space: SpaceKeeper;
  readonly #settings: CoreSettings;
  readonly #workplace: () => Workplace | null;
  readonly #checked = new CheckedFiles();
  #growing: NodeJS.Timeout | null = null;

  constructor(settings: CoreSettings, workplace: () => Workplace | null, events: FileEvents) {
    const { profileDir, key } = settings;
    this.#settings = settings;
    this.#workplace = workplace;
    this.transfers = new TransferQueue({
      profileDir,
      workplace,
      moved: events.moved,
      arrived: (ids) => {
        events.arrived(ids);
        this.space.wake();
      },
    });
    this.space = new SpaceKeeper({
      profileDir,
      key,
      workplace,
      busy: () => this.transfers.busy,
      gone: (sha256) => this.transfers.tell(sha256),
    });
  }

  /** Rows have changed: cases that are kept here grow or shrink with them, and files may have to move. */
  wake(): void {
    this.transfers.wake();
    this.#growing ??= setTimeout(() => {
      this.#growing = null;
      const workplace = this.#workplace();
      if (workplace && hasPins(workplace.db)) this.refreshPins(workplace);
    }, pinPause);
  }

  /** Another person's database is open: what the last run left is put in order, then everything goes on. */
  opened(): void {
    const workplace = this.#workplace();
    if (!workplace) return this.transfers.wake();
    tidyUp(this.#settings, workplace.db, workplace.here.userId);
    this.wake();
    this.space.wake();
  }

  refreshPins(workplace: Workplace): void {
    for (const sha256 of refreshPins(workplace.db, Date.now())) this.transfers.tell(sha256);
    this.transfers.wake();
  }

  async stop(): Promise<void> {
    this.space.stop();
    if (this.#growing) clearTimeout(this.#growing);
    await this.transfers.stop();
  }

  /** Keeps the bytes first, then says so in a command: a record never names a file that is nowhere. */
  async attach(
    workplace: Workplace,
    documentId: string,
    given: readonly { handle: string; name: string }[],
    purpose: AttachmentPurpose | null = null,
    ofId: string | null = null,
  ): Promise<CommandReply> {
    const files: (KeptFile & { name: string; mime: string })[] = [];
    try {
      for (const { handle, name } of given) {
        const kept = await this.#keep(handle, name);
        rememberFile(workplace.db, kept, Date.now());
        files.push({ ...kept, name: cleanName(name), mime: mediaTypeOf(name) });
      }
      return workplace.run('attachment.add', { documentId, files, purpose, ...(ofId ? { ofId } : {}) });
    } catch (error) {
      this.#drop(workplace, files);
      throw error;
    }
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
    try {
      return workplace.run('attachment.add-version', { documentId, basedOnId, file: named, note });
    } catch (error) {
      this.#drop(workplace, [kept]);
      throw error;
    }
  }

  #drop({ db, here }: Workplace, kept: readonly KeptFile[]): void {
    const hashes = kept.map((one) => one.sha256);
    dropUnnamed(this.#settings, db, here.userId, hashes);
  }

  /** A refusal names the file: of several that come together only that one is to be left out. */
  async #keep(handle: string, name: string): Promise<KeptFile> {
    try {
      await refuseHarmful(handle, name);
      const kept = await keepFile(this.#settings.profileDir, handle);
      this.#checked.written(fileOf(this.#settings.profileDir, kept.sha256), kept.sha256);
      return kept;
    } catch (error) {
      throw error instanceof Refusal ? new Refusal(error.code, { ...error.details, name }) : error;
    }
  }

  /** The bytes of an attachment, whole and checked, fetched first when they are not here. */
  async open(workplace: Workplace, attachmentId: string): Promise<ChannelReply<'files.open'>> {
    const row = readRow(workplace.db, 'attachment', attachmentId);
    if (!row) throw new Refusal('NOT_FOUND', { entity: 'attachment', id: attachmentId });
    const { sha256, size, name, mime } = row as RowOf<'attachment'>;
    const localPath = fileOf(this.#settings.profileDir, sha256);
    if (!(await this.#checked.isWhole(localPath, sha256))) {
      const wasHere = setAsideDamaged(localPath);
      await this.#bring(workplace, { attachmentId, sha256, size, name }, wasHere);
      dropDamaged(localPath);
    } else if (factsOf(workplace.db, sha256)?.here !== 1) {
      // Another person of this computer had brought it.
      arrivedFile(workplace.db, sha256, size, Date.now());
    }
    openedFile(workplace.db, sha256, Date.now());
    return { localPath, name, mediaType: mime, size };
  }

  async #bring(
    workplace: Workplace,
    file: { attachmentId: string; sha256: string; size: number; name: string },
    wasHere: boolean,
  ): Promise<void> {
    const { sha256, name } = file;
    const code = wasHere ? 'FILE_DAMAGED' : 'FILE_NOT_HERE';
    if (wasHere) missFile(workplace.db, sha256);
    if (workplace.link?.state.link !== 'online') throw new Refusal(code, { name });
    try {
      await this.transfers.need(workplace, file);
    } catch (error) {
      const refusal = error instanceof Refusal ? error : new Refusal('INTERNAL', {});
      // Spoiled here and never arrived there: that has to be said as it is.
      const lost = refusal.code === 'FILE_NOT_HERE' && (wasHere || hasDamaged(this.#settings.profileDir, sha256));
      throw new Refusal(lost ? 'FILE_LOST' : refusal.code, { ...refusal.details, name });
    }
  }
}

/** The last part of a path, without characters that no file system or no person could bear. */
export function cleanName(name: string): string {
  // A Mac takes letters apart that others write whole: й as и and a breve.
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are removed
  const plain = last.replace(/[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '').trim();
  return shortName(plain || 'file', (each) => each.length <= 255);
}
