import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { extname, join } from 'node:path';
import { cleanName, type FilesDesk } from '#electron/core/app/desks/files-desk.ts';
import type { Workplace } from '#electron/core/app/workplace.ts';
import { watchCopy } from '#electron/core/jobs/watch-copy.ts';
import { readJson, writeJson } from '#electron/core/profile/json-file.ts';
import { places } from '#electron/core/profile/places.ts';
import { readRow } from '#electron/core/store/rows/read.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { FileEdit } from '#shared/ipc/contract.ts';
import { diskName } from '#shared/lib/text/disk-name.ts';

/** Kinds of files that a program of the system may be asked to open: papers, tables, pictures; never anything that runs. */
const editable = new Set('.docx .doc .odt .rtf .txt .xlsx .xls .ods .csv .pptx .odp .pdf .png .jpg .jpeg'.split(' '));

interface Kept extends FileEdit {
  userId: string;
  /** The version that the copy was last saved as. */
  lastId: string;
}

/**
 * Working copies of attachments: a program of the system edits the copy, every save of it becomes a version. What was saved while
 * Opora was closed becomes a version at its next start.
 */
export class EditDesk {
  readonly #profileDir: string;
  readonly #files: FilesDesk;
  readonly #workplace: () => Workplace | null;
  readonly #edits = new Map<string, Kept>();
  readonly #watching = new Map<string, () => void>();
  #saving: Promise<void> = Promise.resolve();

  constructor(profileDir: string, files: FilesDesk, workplace: () => Workplace | null) {
    this.#profileDir = profileDir;
    this.#files = files;
    this.#workplace = workplace;
  }

  async open(workplace: Workplace, attachmentId: string): Promise<FileEdit> {
    const known = this.#edits.get(attachmentId);
    if (known) return factsOf(known);
    const row = readRow(workplace.db, 'attachment', attachmentId);
    if (!row) throw new Refusal('NOT_FOUND', { entity: 'attachment', id: attachmentId });
    const name = cleanName(row['name'] as string);
    if (!editable.has(extname(name).toLowerCase())) throw new Refusal('UNKNOWN_FORMAT', { name });
    const { localPath: source } = await this.#files.open(workplace, attachmentId);
    const folder = join(places(this.#profileDir).edits, attachmentId);
    const localPath = join(folder, 'copy', diskName(name));
    mkdirSync(join(folder, 'copy'), { recursive: true, mode: 0o700 });
    copyFileSync(source, localPath);
    const documentId = row['documentId'] as string;
    const facts = { attachmentId, documentId, name, localPath, since: Date.now(), versions: 0, problem: null };
    this.#keep({ ...facts, userId: workplace.here.userId, lastId: attachmentId });
    this.#watch(attachmentId);
    return facts;
  }

  list(): FileEdit[] {
    const userId = this.#workplace()?.here.userId;
    return [...this.#edits.values()].filter((edit) => edit.userId === userId).map(factsOf);
  }

  /** The person is done with the copy: what was saved last is taken, then the copy goes. */
  async end(attachmentId: string): Promise<void> {
    await this.#take(attachmentId);
    if (this.#edits.get(attachmentId)?.problem) return;
    this.#watching.get(attachmentId)?.();
    this.#watching.delete(attachmentId);
    this.#edits.delete(attachmentId);
    rmSync(join(places(this.#profileDir).edits, attachmentId), { recursive: true, force: true });
  }

  /** The database of a person is open: their copies of last time are watched again. */
  resume(): void {
    const workplace = this.#workplace();
    if (!workplace) return;
    for (const folder of foldersIn(places(this.#profileDir).edits)) {
      const kept = readJson<Kept>(this.#factsPath(folder));
      if (!kept || kept.userId !== workplace.here.userId || this.#edits.has(folder)) continue;
      this.#edits.set(folder, kept);
      this.#watch(folder);
      void this.#take(folder);
    }
  }

  async stop(): Promise<void> {
    for (const stop of this.#watching.values()) stop();
    this.#watching.clear();
    this.#edits.clear();
    await this.#saving;
  }

  #watch(attachmentId: string): void {
    const edit = this.#edits.get(attachmentId);
    if (!edit) return;
    this.#watching.set(
      attachmentId,
      watchCopy(edit.localPath, () => void this.#take(attachmentId)),
    );
  }

  /** One after another, so that versions follow each other in the order of the saves. */
  #take(attachmentId: string): Promise<void> {
    this.#saving = this.#saving.then(() => this.#save(attachmentId));
    return this.#saving;
  }

  async #save(attachmentId: string): Promise<void> {
    const edit = this.#edits.get(attachmentId);
    const workplace = this.#workplace();
    if (!edit || !workplace || workplace.here.userId !== edit.userId) return;
    try {
      const { documentId, lastId, localPath, name } = edit;
      const file = { handle: localPath, name };
      const reply = await this.#files.addVersion(workplace, { documentId, basedOnId: lastId, file, note: null });
      if (!reply && !edit.problem) return;
      const result = reply?.result as { id: string } | undefined;
      this.#keep({ ...edit, lastId: result?.id ?? lastId, versions: edit.versions + (reply ? 1 : 0), problem: null });
    } catch (error) {
      // The copy stays where it is: nothing that was typed is lost because it could not become a version.
      this.#keep({ ...edit, problem: error instanceof Refusal ? error.code : 'INTERNAL' });
    }
  }

  #keep(edit: Kept): void {
    this.#edits.set(edit.attachmentId, edit);
    writeJson(this.#factsPath(edit.attachmentId), edit);
  }

  #factsPath(attachmentId: string): string {
    return join(places(this.#profileDir).edits, attachmentId, 'edit.json');
  }
}

const factsOf = ({ userId: _user, lastId: _last, ...facts }: Kept): FileEdit => facts;

function foldersIn(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
