import type { FilesDesk } from '#electron/core/app/desks/files-desk.ts';
import { presentDay } from '#electron/core/app/queries/registration/present-day.ts';
import type { Workplace } from '#electron/core/app/workplace.ts';
import { hashOf } from '#electron/core/jobs/durable-file.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { readRow } from '#electron/core/store/rows/read.ts';
import type { DocumentKind } from '#shared/domain/document.ts';
import { type ErrorCode, Refusal } from '#shared/domain/error.ts';

/** What is known of a paper that comes in; the rest is filled in on its card. */
export interface PaperIn {
  /** The same paper has the same key on whatever way it comes. */
  key: string;
  format: 'mail' | 'scan';
  kind: DocumentKind;
  kindId: string | null;
  subject: string;
  /** `yyyy-mm-dd`; null: today where the person works. */
  date: string | null;
  counterpartyId: string | null;
  note: string | null;
}

export interface Arrived {
  id: string;
  outcome: 'created' | 'restored' | 'known';
}

/** Makes the document of a paper, or finds the one it has been made into before. Throws Refusal. */
export function arrive(workplace: Workplace, paper: PaperIn): Arrived {
  const { db, here } = workplace;
  const branchId = String(readRow(db, 'employee', here.userId)?.['branchId']);
  const { key, format, kindId, date, ...said } = paper;
  const values = {
    ...said,
    ...{ number: null, amount: null, vatAmount: null, currency: 'RUB', state: 'reg', dueDate: null, labels: [] },
    date: date ?? presentDay(db, here.userId, Date.now()),
    responsibleId: here.userId,
    branchId,
    ...(kindId ? { kindId } : {}),
  };
  return workplace.run('document.import-row', { key, format, values }).result as unknown as Arrived;
}

export interface RefusedFile {
  name: string;
  code: ErrorCode;
  details: Record<string, unknown>;
}

/** What will never be taken in, however often it is tried: a program in disguise, a file without bytes. */
export const isUnfit = ({ code }: RefusedFile): boolean => code === 'FILE_REFUSED' || code === 'FILE_EMPTY';

/** A refusal as people are told of it; anything else is thrown on. */
export function refusalOf(error: unknown, name: string): RefusedFile {
  if (!(error instanceof Refusal)) throw error;
  return { name, code: error.code, details: error.details ?? {} };
}

/** The hash of a file's bytes. Rejects with Refusal FILE_UNREADABLE. */
export const readHash = (path: string, name: string): Promise<string> =>
  hashOf(path).catch(() => {
    throw new Refusal('FILE_UNREADABLE', { name });
  });

/**
 * Attaches files one by one, so that one that cannot be taken keeps out no other; those whose bytes are there already stay as they are.
 * `archived`: what somebody has put away counts as there, and does not come back by itself.
 */
export async function attachEach(
  workplace: Workplace,
  files: FilesDesk,
  documentId: string,
  given: readonly { path: string; name: string; sha256?: string | null }[],
  archived: boolean,
): Promise<RefusedFile[]> {
  const refused: RefusedFile[] = [];
  for (const { path, name, sha256 } of given) {
    try {
      const bytes = sha256 ?? (await readHash(path, name));
      if (hasBytes(workplace, documentId, bytes, archived)) continue;
      await files.attach(workplace, documentId, [{ handle: path, name }]);
    } catch (error) {
      refused.push(refusalOf(error, name));
    }
  }
  return refused;
}

const hasBytes = ({ db }: Workplace, documentId: string, sha256: string, archived: boolean): boolean =>
  prepared(
    db,
    'SELECT 1 FROM attachment WHERE documentId = ? AND sha256 = ? AND (archivedAt IS NULL OR ?) LIMIT 1',
  ).get(documentId, sha256, archived ? 1 : 0) !== undefined;
