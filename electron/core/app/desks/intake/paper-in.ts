import type { FilesDesk } from '#electron/core/app/desks/files-desk.ts';
import { presentDay } from '#electron/core/app/queries/registration/present-day.ts';
import type { Workplace } from '#electron/core/app/workplace.ts';
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

const bytesOf = (db: Workplace['db'], documentId: string): Set<string> =>
  new Set(
    prepared(db, 'SELECT sha256 FROM attachment WHERE documentId = ? AND archivedAt IS NULL')
      .pluck()
      .all(documentId) as string[],
  );

export interface RefusedFile {
  name: string;
  code: ErrorCode;
  details: Record<string, unknown>;
}

/** Attaches files one by one, so that one that cannot be taken keeps out no other; those whose bytes are there already stay as they are. */
export async function attachEach(
  workplace: Workplace,
  files: FilesDesk,
  documentId: string,
  given: readonly { path: string; name: string; sha256?: string }[],
): Promise<RefusedFile[]> {
  const refused: RefusedFile[] = [];
  for (const { path, name, sha256 } of given) {
    if (sha256 && bytesOf(workplace.db, documentId).has(sha256)) continue;
    try {
      await files.attach(workplace, documentId, [{ handle: path, name }]);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push({ name, code: error.code, details: error.details ?? {} });
    }
  }
  return refused;
}
