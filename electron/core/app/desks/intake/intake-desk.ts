import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FilesDesk } from '#electron/core/app/desks/files-desk.ts';
import { IntakeList, idOf, type Waiting } from '#electron/core/app/desks/intake/intake-list.ts';
import {
  type IntakeSettings,
  isOwnFolder,
  readIntakeSettings,
  saveIntakeSettings,
} from '#electron/core/app/desks/intake/intake-settings.ts';
import { isLetter, type LetterDesk } from '#electron/core/app/desks/intake/letter-desk.ts';
import { PaperDesk, type TakenPapers } from '#electron/core/app/desks/intake/paper-desk.ts';
import { isUnfit, type RefusedFile, refusalOf } from '#electron/core/app/desks/intake/paper-in.ts';
import { copyWhole, putAway } from '#electron/core/app/desks/intake/put-away.ts';
import { WatchedFolder } from '#electron/core/app/desks/intake/watched-folder.ts';
import type { Workplace } from '#electron/core/app/workplace.ts';
import { mediaTypeOf } from '#electron/core/jobs/media-type.ts';
import { findLanguages } from '#electron/core/jobs/ocr/languages.ts';
import { places } from '#electron/core/profile/places.ts';
import { isFull } from '#electron/core/recovery/trouble.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { ChannelPayload } from '#shared/ipc/contract.ts';
import type {
  IntakeFolder,
  IntakeFolders,
  IntakeItem,
  IntakeReplies,
  IntakeTaken,
} from '#shared/ipc/intake-channels.ts';
import { safeName } from '#shared/lib/text/safe-name.ts';
import { shortName } from '#shared/lib/text/short-name.ts';

/** Folders that appear inside of a watched one. */
const TAKEN = 'Принято';
const ASIDE = 'Отложено';
/** Bytes of a name in the folder of what was handed over: a number stands before it, and file systems bear 255. */
const NAME = 200;
const papers = /\.(pdf|tiff?|jpe?g|png)$/i;

interface Parts {
  profileDir: string;
  /** The open workplace; null when nobody works here. */
  current: () => Workplace | null;
  workplace: () => Workplace;
  files: FilesDesk;
  letters: LetterDesk;
  /** The list has changed. */
  changed: () => void;
  /** The folder of the language of scans may have changed. */
  language?: () => void;
  /** Between two looks at a folder, milliseconds. */
  pause?: number;
}

type From = IntakeItem['from'];

/** «Приём»: what scanners and mail programs lay into folders, and what a person hands over, waits here until it is a document or part of one. */
export class IntakeDesk {
  readonly #parts: Parts;
  readonly #papers: PaperDesk;
  #list: IntakeList;
  readonly #watched = new Map<From, WatchedFolder>();
  /** What is in, but could not be moved out of its folder. */
  readonly #left = new Set<string>();
  #settings: IntakeSettings;
  #busy: Promise<unknown> = Promise.resolve();

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#papers = new PaperDesk(parts.files, parts.letters);
    this.#list = new IntakeList(parts.changed);
    this.#settings = readIntakeSettings(parts.profileDir);
    this.#sweep(/^(\.[0-9a-f]{16}$|intake-|letter-|table-)/);
  }

  get languageFolder(): string | null {
    return this.#settings.language;
  }

  /** Somebody has begun to work here, or has left. */
  opened(): void {
    this.stop();
    this.#settings = readIntakeSettings(this.#parts.profileDir);
    this.#watchAll();
  }

  /** What waited is nobody's until somebody works here again: files that were handed over are for the eyes of whoever did. */
  stop(): void {
    for (const folder of this.#watched.values()) folder.stop();
    this.#watched.clear();
    this.#list = new IntakeList(this.#parts.changed);
    this.#sweep(/^intake-/);
  }

  list(): IntakeItem[] {
    return this.#list.tell(this.#parts.workplace().db);
  }

  folders(): IntakeFolders {
    const { scans, mail, language } = this.#settings;
    const found = findLanguages(language);
    return {
      scans: this.#told('scans', scans),
      mail: this.#told('mail', mail),
      language: { path: language, ready: found.length > 0, found },
    };
  }

  async saveFolders(given: IntakeSettings): Promise<IntakeFolders> {
    this.#settings = saveIntakeSettings(this.#parts.profileDir, given);
    this.#watchAll();
    this.#parts.language?.();
    await Promise.all([...this.#watched.values()].map((folder) => folder.look()));
    return this.folders();
  }

  /** Keeps copies of files that a person hands over, each under a name that every system bears. */
  async add({ files }: ChannelPayload<'intake.add'>): Promise<null> {
    const own = this.#own(this.#parts.workplace());
    for (const { handle, name } of files) {
      // An empty file never appears among those that wait.
      if ((await stat(handle).catch(() => null))?.size === 0) throw new Refusal('FILE_EMPTY', { name });
      const short = shortName(safeName(name), (each) => Buffer.byteLength(each) <= NAME);
      await copied(handle, join(own, `${Date.now()}-${randomBytes(4).toString('hex')}~${short}`), name);
    }
    // Whoever works here now, should that have changed meanwhile.
    this.#watch('given', this.#own(this.#parts.workplace()));
    const watched = this.#watched.get('given');
    // What was copied here is whole at once: two looks say so.
    await watched?.look();
    await watched?.look();
    await this.#busy;
    return null;
  }

  /** A copy inside of the profile, where the host may show it. */
  async open({ id }: { id: string }): Promise<IntakeReplies['intake.open']> {
    this.#parts.workplace();
    const item = this.#waiting(id);
    const copy = this.#copy(item);
    if (!existsSync(copy)) await copied(item.path, copy, item.title);
    return { localPath: copy, name: item.title, mediaType: mediaTypeOf(item.title), size: item.size };
  }

  /** Makes documents of files, or attaches them to one. What is in leaves its folder; what is refused stays. */
  take({ ids, into }: ChannelPayload<'intake.take'>): Promise<IntakeTaken> {
    const workplace = this.#parts.workplace();
    const items = [...new Set(ids)].map((id) => this.#waiting(id));
    const together = 'documentId' in into || into.subject !== null;
    return this.#inTurn(async () => {
      const taken: IntakeTaken = { documents: [], refused: [], left: [] };
      for (const group of together ? [items] : items.map((item) => [item]))
        await this.#note(taken, await this.#papers.take(workplace, group, into));
      return taken;
    });
  }

  async #note(taken: IntakeTaken, { documentId, refused, safe }: TakenPapers): Promise<void> {
    if (documentId !== null && !taken.documents.includes(documentId)) taken.documents.push(documentId);
    taken.refused.push(...refused);
    for (const item of safe) if (!(await this.#leave(item, TAKEN))) taken.left.push(item.title);
  }

  async putAside({ ids }: { ids: string[] }): Promise<null> {
    this.#parts.workplace();
    for (const id of ids) {
      const item = this.#waiting(id);
      if (!(await this.#leave(item, ASIDE))) throw new Refusal('FILE_UNREADABLE', { name: item.title });
    }
    return null;
  }

  /** Out of the list, and out of its folder where that is possible. */
  async #leave(item: Waiting, folder: string): Promise<boolean> {
    await rm(this.#copy(item), { force: true });
    const gone = item.from === 'given' ? await removed(item.path) : await putAway(item.path, folder);
    if (!gone) this.#left.add(item.id);
    this.#list.drop(item.id);
    return gone;
  }

  #waiting(id: string): Waiting {
    const item = this.#list.get(id);
    if (!item) throw new Refusal('NOT_FOUND', { entity: 'intake', id });
    return item;
  }

  #told(from: From, path: string | null): IntakeFolder {
    if (path !== null && isOwnFolder(this.#parts.profileDir, path)) return { path, problem: 'FOLDER_OWN' };
    return { path, problem: this.#watched.get(from)?.problem ?? null };
  }

  #own(workplace: Workplace): string {
    return join(this.#parts.profileDir, 'intake', workplace.here.userId);
  }

  #copy({ id }: Waiting): string {
    return join(places(this.#parts.profileDir).made, `intake-${id}`);
  }

  /** One thing after another: a file is not taken twice at the same time. */
  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#busy.then(work);
    this.#busy = done.catch(() => undefined);
    return done;
  }

  /** The screen may be locked meanwhile: letters come in all the same. */
  #watchAll(): void {
    const workplace = this.#parts.current();
    if (!workplace) return;
    this.#watch('scans', this.#settings.scans);
    this.#watch('mail', this.#settings.mail);
    const own = this.#own(workplace);
    this.#watch('given', existsSync(own) ? own : null);
  }

  /** A folder that is watched already goes on as it is. */
  #watch(from: From, given: string | null): void {
    const isOwn = given !== null && from !== 'given' && isOwnFolder(this.#parts.profileDir, given);
    const path = isOwn ? null : given;
    const before = this.#watched.get(from);
    if ((before?.path ?? null) === path) return;
    before?.stop();
    this.#watched.delete(from);
    this.#list.forget(from);
    if (path === null) return;
    const accepts = (name: string): boolean => from === 'given' || papers.test(name) || isLetter(name);
    const changed = (): void => {
      this.#inTurn(() => this.#follow(from, folder)).catch((error) => console.error('intake', error));
    };
    const folder = new WatchedFolder(path, accepts, changed, this.#parts.pause);
    this.#watched.set(from, folder);
    folder.start();
  }

  async #follow(from: From, folder: WatchedFolder): Promise<void> {
    if (this.#watched.get(from) !== folder) return;
    const list = this.#list;
    const files = folder.files.filter((file) => !this.#left.has(idOf(file)));
    await list.follow(from, files, Date.now());
    for (const item of list.all) {
      // Another person may work here meanwhile, or another folder be watched.
      if (this.#watched.get(from) !== folder) return;
      if (item.from === from && isLetter(item.title) && !item.problem) await this.#letter(item);
    }
    this.#parts.changed();
  }

  /** A letter asks nothing: it says itself what it is. One of which something could not be taken waits with the scans, and says why. */
  async #letter(item: Waiting): Promise<void> {
    const workplace = this.#parts.current();
    if (!workplace?.db.open) return;
    const missing = await this.#parts.letters.take(workplace, item.path, item.title).then(
      ({ refused }) => refused.find((one) => !isUnfit(one)),
      (error) => faultOf(error, item.title),
    );
    if (missing) item.problem = { code: missing.code, details: { ...missing.details, name: missing.name } };
    else await this.#leave(item, TAKEN);
  }

  /** Copies for the preview, drafts of letters and tables. */
  #sweep(which: RegExp): void {
    const folder = places(this.#parts.profileDir).made;
    for (const name of existsSync(folder) ? readdirSync(folder).filter((each) => which.test(each)) : []) {
      try {
        rmSync(join(folder, name), { recursive: true, force: true });
      } catch (error) {
        // Another program holds it: the next start finds it again.
        console.error('intake', error);
      }
    }
  }
}

/** One letter that fails in whatever way keeps out no other. */
function faultOf(error: unknown, name: string): RefusedFile {
  if (error instanceof Refusal) return refusalOf(error, name);
  console.error('intake', error);
  return { name, code: 'INTERNAL', details: {} };
}

/** A copy of a file. Rejects with Refusal DISK_FULL or FILE_UNREADABLE. */
const copied = (from: string, to: string, name: string): Promise<void> =>
  copyWhole(from, to).catch((error) => {
    throw isFull(error) ? new Refusal('DISK_FULL', {}) : new Refusal('FILE_UNREADABLE', { name });
  });

const removed = (path: string): Promise<boolean> =>
  rm(path, { force: true }).then(
    () => true,
    () => false,
  );
