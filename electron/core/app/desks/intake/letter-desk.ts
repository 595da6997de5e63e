import { createHash, randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cleanName, type FilesDesk } from '#electron/core/app/desks/files-desk.ts';
import {
  type Arrived,
  arrive,
  attachEach,
  type PaperIn,
  type RefusedFile,
  readHash,
} from '#electron/core/app/desks/intake/paper-in.ts';
import { senderOf } from '#electron/core/app/desks/intake/sender.ts';
import { storedOf } from '#electron/core/app/queries/rows-of.ts';
import type { Workplace } from '#electron/core/app/workplace.ts';
import type { LetterParts } from '#electron/core/jobs/mail/letter-parts.ts';
import type { JobRunner } from '#electron/core/jobs/registry.ts';
import { places } from '#electron/core/profile/places.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { localDate } from '#shared/lib/dates/local-time.ts';
import { visibleText } from '#shared/lib/text/visible.ts';

export const isLetter = (name: string): boolean => /\.(eml|msg)$/i.test(name);

/** What a letter became. */
export interface TakenLetter extends Arrived {
  refused: RefusedFile[];
}

/** The kind of its document; `subject`: null for the letter's own. */
export interface LetterAs extends Pick<PaperIn, 'kind' | 'kindId'> {
  subject: string | null;
}

const incoming: LetterAs = { kind: 'incoming', kindId: null, subject: null };

/** As long as the card's fields are. */
const SUBJECT = 1_000;
const NOTE = 20_000;

/** Letters become incoming documents: who wrote, about what, when; the letter itself and its files are attached. */
export class LetterDesk {
  readonly #folder: string;
  readonly #jobs: JobRunner;
  readonly #files: FilesDesk;

  constructor(profileDir: string, jobs: JobRunner, files: FilesDesk) {
    this.#folder = places(profileDir).made;
    this.#jobs = jobs;
    this.#files = files;
  }

  /**
   * Rejects with Refusal when it is no letter or cannot be read. The same letter a second time only brings what is still missing of it: a stop
   * in the middle of an earlier time, or a full disk, may have left a document without its files. `said`: what a person wants it to be.
   */
  async take(workplace: Workplace, path: string, name: string, said: LetterAs = incoming): Promise<TakenLetter> {
    const folder = join(this.#folder, `letter-${randomUUID()}`);
    try {
      const letter = await this.#jobs.call('mail.parts', { path, name, folder });
      const sha256 = await readHash(path, name);
      const arrived = arrive(workplace, {
        ...{ key: keyOf(letter, sha256), format: 'mail', kind: said.kind, kindId: said.kindId },
        subject: (said.subject || visibleText(letter.subject) || visibleText(name.replace(/\.\w+$/, '')) || name).slice(
          0,
          SUBJECT,
        ),
        date: dayOf(workplace, letter.date),
        counterpartyId: letter.address ? senderOf(workplace.db, letter.address) : null,
        note: noteOf(letter),
      });
      // A copy of a letter has other bytes, such as the way it went.
      const isCopy = arrived.outcome !== 'created' && hasLetter(workplace, arrived.id);
      const given = [...(isCopy ? [] : [{ path, name: cleanName(name), sha256 }]), ...letter.files];
      return { ...arrived, refused: await attachEach(workplace, this.#files, arrived.id, given, true) };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** One letter has one Message-ID in every copy (RFC 5322, 3.6.4); without one it is told by its bytes. */
const keyOf = ({ messageId }: LetterParts, sha256: string): string =>
  messageId === null ? `mail:bytes:${sha256}` : `mail:id:${hash(messageId)}`;

const hasLetter = ({ db }: Workplace, documentId: string): boolean =>
  (prepared(db, 'SELECT name FROM attachment WHERE documentId = ?').pluck().all(documentId) as string[]).some(isLetter);

/** The day of the letter where the person works; null when it has none that can be read. */
function dayOf({ db, here }: Workplace, date: string): string | null {
  const time = Date.parse(date);
  if (Number.isNaN(time)) return null;
  const person = storedOf(db, 'employee', here.userId)?.row;
  const branch = person && storedOf(db, 'branch', person.branchId)?.row;
  const day = localDate(branch?.offsets ?? [], time);
  return day >= '1990-01-01' && day <= '2099-12-31' ? day : null;
}

/** Who, to whom, and the words of the letter. */
function noteOf({ from, to, cc, text }: LetterParts): string {
  const heads = [from, to && `→ ${to}`, cc && `(${cc})`].filter((line) => line !== '');
  return `${heads.join('\n')}\n\n${text.replaceAll('\u0000', '')}`.trim().slice(0, NOTE);
}
