import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { join, parse } from 'node:path';
import type { FilesDesk } from '#electron/core/app/desks/files-desk.ts';
import { IntakeList, type Waiting } from '#electron/core/app/desks/intake/intake-list.ts';
import {
  type IntakeSettings,
  isOwnFolder,
  readIntakeSettings,
  saveIntakeSettings,
} from '#electron/core/app/desks/intake/intake-settings.ts';
import { isLetter, type LetterDesk } from '#electron/core/app/desks/intake/letter-desk.ts';
import { arrive, attachEach, type PaperIn } from '#electron/core/app/desks/intake/paper-in.ts';
import { putAway } from '#electron/core/app/desks/intake/put-away.ts';
import { WatchedFolder } from '#electron/core/app/desks/intake/watched-folder.ts';
import type { Workplace } from '#electron/core/app/workplace.ts';
import { mediaTypeOf } from '#electron/core/jobs/media-type.ts';
import { findLanguages } from '#electron/core/jobs/ocr/languages.ts';
import { places } from '#electron/core/profile/places.ts';
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

/** Folders that appear inside of a watched one. */
const TAKEN = 'Принято';
const ASIDE = 'Отложено';
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
  readonly #own: string;
  readonly #list: IntakeList;
  readonly #watched = new Map<From, WatchedFolder>();
  /** What is in, but could not be moved out of its folder. */
  readonly #left = new Set<string>();
  #settings: IntakeSettings;
  #busy: Promise<unknown> = Promise.resolve();

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#own = join(parts.profileDir, 'intake');
    this.#list = new IntakeList(parts.changed);
    this.#settings = readIntakeSettings(parts.profileDir);
  }

  get languageFolder(): string | null {
    return this.#settings.language;
  }

  /** Somebody has begun to work here, or has left. */
  opened(): void {
    this.stop();
    sweepMade(places(this.#parts.profileDir).made);
    if (!this.#parts.current()) return;
    this.#settings = readIntakeSettings(this.#parts.profileDir);
    this.#watch('scans', this.#settings.scans);
    this.#watch('mail', this.#settings.mail);
    if (existsSync(this.#own)) this.#watch('given', this.#own);
  }

  stop(): void {
    for (const folder of this.#watched.values()) folder.stop();
    this.#watched.clear();
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
    this.opened();
    this.#parts.language?.();
    await Promise.all([...this.#watched.values()].map((folder) => folder.look()));
    return this.folders();
  }

  /** Keeps copies of files that a person hands over, each under a name that every system bears. */
  async add({ files }: ChannelPayload<'intake.add'>): Promise<null> {
    this.#parts.workplace();
    await mkdir(this.#own, { recursive: true, mode: 0o700 });
    for (const { handle, name } of files) {
      const place = join(this.#own, `${Date.now()}-${randomBytes(4).toString('hex')}~${safeName(name).slice(-150)}`);
      const draft = `${place}.part`;
      await copyFile(handle, draft).catch(async () => {
        await rm(draft, { force: true });
        throw new Refusal('FILE_UNREADABLE', { name });
      });
      await rename(draft, place);
    }
    if (!this.#watched.has('given')) this.#watch('given', this.#own);
    const own = this.#watched.get('given');
    // What was copied here is whole at once: two looks say so.
    await own?.look();
    await own?.look();
    await this.#busy;
    return null;
  }

  /** A copy inside of the profile, where the host may show it. */
  async open({ id }: { id: string }): Promise<IntakeReplies['intake.open']> {
    this.#parts.workplace();
    const item = this.#waiting(id);
    const folder = places(this.#parts.profileDir).made;
    const copy = join(folder, `intake-${id}`);
    if (!existsSync(copy)) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await copyFile(item.path, copy).catch(() => {
        throw new Refusal('FILE_UNREADABLE', { name: item.title });
      });
    }
    return { localPath: copy, name: item.title, mediaType: mediaTypeOf(item.title), size: item.size };
  }

  /** Makes documents of files, or attaches them to one. What is in leaves its folder; what is refused stays. */
  async take({ ids, into }: ChannelPayload<'intake.take'>): Promise<IntakeTaken> {
    const workplace = this.#parts.workplace();
    const items = ids.map((id) => this.#waiting(id));
    const taken: IntakeTaken = { documents: [], refused: [], left: [] };
    const together = 'documentId' in into || into.subject !== null;
    for (const group of together ? [items] : items.map((item) => [item])) {
      const documentId = 'documentId' in into ? into.documentId : this.#document(workplace, group, into);
      if (!taken.documents.includes(documentId)) taken.documents.push(documentId);
      for (const item of group) {
        const given = { path: item.path, name: item.title, ...(item.sha256 ? { sha256: item.sha256 } : {}) };
        const refused = await attachEach(workplace, this.#parts.files, documentId, [given]);
        taken.refused.push(...refused);
        if (refused.length === 0 && !(await this.#leave(item, TAKEN))) taken.left.push(item.title);
      }
    }
    return taken;
  }

  async putAside({ ids }: { ids: string[] }): Promise<null> {
    this.#parts.workplace();
    for (const id of ids) {
      const item = this.#waiting(id);
      if (!(await this.#leave(item, ASIDE))) throw new Refusal('FILE_UNREADABLE', { name: item.title });
    }
    return null;
  }

  #document(
    workplace: Workplace,
    group: readonly Waiting[],
    into: Pick<PaperIn, 'kind' | 'kindId'> & { subject: string | null },
  ): string {
    const [first] = group;
    if (!first) throw new Refusal('BAD_INPUT', { field: 'ids' });
    const bytes = group.map(({ sha256, id }) => sha256 ?? id).sort();
    const hash = createHash('sha256').update(bytes.join()).digest('hex');
    const subject = (into.subject ?? parse(first.title).name).trim() || first.title;
    const paper = { key: `scan:${hash}`, format: 'scan', date: null, counterpartyId: null, note: null } as const;
    return arrive(workplace, {
      ...paper,
      kind: into.kind,
      kindId: into.kindId,
      subject: subject.slice(0, 1_000),
    }).id;
  }

  /** Out of the list, and out of its folder where that is possible. */
  async #leave(item: Waiting, folder: string): Promise<boolean> {
    await rm(join(places(this.#parts.profileDir).made, `intake-${item.id}`), { force: true });
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

  #watch(from: From, path: string | null): void {
    if (path === null || (from !== 'given' && isOwnFolder(this.#parts.profileDir, path))) return;
    const accepts = (name: string): boolean => from === 'given' || papers.test(name) || isLetter(name);
    const folder = new WatchedFolder(
      path,
      accepts,
      () => {
        this.#busy = this.#busy.then(() => this.#follow(from, folder)).catch((error) => console.error('intake', error));
      },
      this.#parts.pause,
    );
    this.#watched.set(from, folder);
    folder.start();
  }

  async #follow(from: From, folder: WatchedFolder): Promise<void> {
    if (this.#watched.get(from) !== folder) return;
    const files = folder.files;
    const fresh = await this.#list.follow(from, files, Date.now());
    for (const item of fresh) {
      if (this.#left.has(item.id)) this.#list.drop(item.id);
      else if (isLetter(item.title)) await this.#letter(item);
    }
    this.#parts.changed();
  }

  /** A letter asks nothing: it says itself what it is. One that cannot be read waits with the scans, and says why. */
  async #letter(item: Waiting): Promise<void> {
    const workplace = this.#parts.current();
    if (!workplace?.db.open) return;
    try {
      await this.#parts.letters.take(workplace, item.path, item.title);
      await this.#leave(item, TAKEN);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      item.problem = { code: error.code, details: error.details ?? {} };
    }
  }
}

/** Copies for the preview and drafts of tables that an earlier run left behind. */
function sweepMade(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder))
    if (/^(intake-|letter-|table-)/.test(name)) rmSync(join(folder, name), { recursive: true, force: true });
}

const removed = (path: string): Promise<boolean> =>
  rm(path, { force: true }).then(
    () => true,
    () => false,
  );
