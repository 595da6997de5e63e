import { createHash } from 'node:crypto';
import { parse } from 'node:path';
import type { FilesDesk } from '#electron/core/app/desks/files-desk.ts';
import type { Waiting } from '#electron/core/app/desks/intake/intake-list.ts';
import { isLetter, type LetterAs, type LetterDesk } from '#electron/core/app/desks/intake/letter-desk.ts';
import {
  arrive,
  attachEach,
  isUnfit,
  type RefusedFile,
  readHash,
  refusalOf,
} from '#electron/core/app/desks/intake/paper-in.ts';
import type { Workplace } from '#electron/core/app/workplace.ts';
import { largestFile } from '#electron/core/jobs/keep-file.ts';
import { refuseHarmful } from '#electron/core/jobs/refuse-harmful.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { ChannelPayload } from '#shared/ipc/contract.ts';

/** What became of files that are taken together. */
export interface TakenPapers {
  /** Null when nothing of them could be taken: no document is made then. */
  documentId: string | null;
  refused: RefusedFile[];
  /** These are in and may leave their folder. */
  safe: Waiting[];
}

/** Documents out of papers that wait, or files of a document that is there. */
export class PaperDesk {
  readonly #files: FilesDesk;
  readonly #letters: LetterDesk;

  constructor(files: FilesDesk, letters: LetterDesk) {
    this.#files = files;
    this.#letters = letters;
  }

  /** Rejects with Refusal when the document may not be made. */
  async take(
    workplace: Workplace,
    group: readonly Waiting[],
    into: ChannelPayload<'intake.take'>['into'],
  ): Promise<TakenPapers> {
    if ('documentId' in into) return this.#attach(workplace, into.documentId, group);
    const [first] = group;
    const letter = first && group.length === 1 && isLetter(first.title) ? first : null;
    return (letter && (await this.#letter(workplace, letter, into))) ?? (await this.#make(workplace, group, into));
  }

  /**
   * One document of all. Its key is the bytes of its files, so files wait until all of them can come in: a second try then has the same ones,
   * and goes on with the same document.
   */
  async #make(workplace: Workplace, group: readonly Waiting[], into: LetterAs): Promise<TakenPapers> {
    const { fit, refused } = await sifted(group);
    const [first] = fit;
    if (!first || refused.some(({ code }) => code === 'FILE_UNREADABLE'))
      return { documentId: null, refused, safe: [] };
    const { id } = arrive(workplace, {
      ...{ key: keyOf(fit), format: 'scan', kind: into.kind, kindId: into.kindId },
      ...{ date: null, counterpartyId: null, note: null },
      subject: ((into.subject ?? parse(first.title).name).trim() || first.title).slice(0, 1_000),
    });
    const attached = await this.#attach(workplace, id, fit);
    const safe = attached.refused.length === 0 ? fit : [];
    return { documentId: id, refused: [...refused, ...attached.refused], safe };
  }

  async #attach(workplace: Workplace, documentId: string, items: readonly Waiting[]): Promise<TakenPapers> {
    const taken: TakenPapers = { documentId, refused: [], safe: [] };
    for (const item of items) {
      const given = { path: item.path, name: item.title, sha256: item.sha256 };
      const refused = await attachEach(workplace, this.#files, documentId, [given], false);
      if (refused.length === 0) taken.safe.push(item);
      taken.refused.push(...refused);
    }
    return taken;
  }

  /** A letter that has stayed is tried as one again; null when it is none, and goes as any paper does. */
  async #letter(workplace: Workplace, item: Waiting, into: LetterAs): Promise<TakenPapers | null> {
    // The window offers the name of the file as a subject: the letter has a better one.
    const subject = into.subject === parse(item.title).name ? null : into.subject;
    try {
      const { id, refused } = await this.#letters.take(workplace, item.path, item.title, { ...into, subject });
      return { documentId: id, refused, safe: refused.every(isUnfit) ? [item] : [] };
    } catch (error) {
      const refused = refusalOf(error, item.title);
      const isNone = refused.code === 'UNKNOWN_FORMAT' || refused.code === 'FILE_TOO_LARGE';
      return isNone ? null : { documentId: null, refused: [refused], safe: [] };
    }
  }
}

/** Looks at the files before a document is made for them: none is made that would have no file. */
async function sifted(group: readonly Waiting[]): Promise<{ fit: Waiting[]; refused: RefusedFile[] }> {
  const fit: Waiting[] = [];
  const refused: RefusedFile[] = [];
  for (const item of group) {
    const { path, title, size } = item;
    try {
      if (size > largestFile) throw new Refusal('FILE_TOO_LARGE', { name: title, size, limit: largestFile });
      await refuseHarmful(path, title);
      item.sha256 ??= await readHash(path, title);
      fit.push(item);
    } catch (error) {
      refused.push(refusalOf(error, title));
    }
  }
  return { fit, refused };
}

function keyOf(items: readonly Waiting[]): string {
  const bytes = items.map(({ sha256 }) => sha256 ?? '').sort();
  return `scan:${createHash('sha256').update(bytes.join()).digest('hex')}`;
}
