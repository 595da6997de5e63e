import { nameOf } from '#electron/core/app/queries/names.ts';
import { ownNumbers } from '#electron/core/app/queries/registration/own-numbers.ts';
import { rowsOf, storedOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { isOpenOn, takes } from '#shared/commands/registration/in-journal.ts';
import { kindIndex, numberOf } from '#shared/domain/registration/pattern.ts';
import { periodOf } from '#shared/domain/registration/period.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

/** What is offered to whoever registers a document: its own branch's journals before those of the whole company. */
export function registrationNext(
  db: Readable,
  { documentId, date, caseFileId }: QueryArgs<'registration.next'>,
): QueryResult<'registration.next'> {
  const document = storedOf(db, 'document', documentId)?.row;
  if (!document) return null;
  const branch = storedOf(db, 'branch', document.branchId)?.row;
  const places = 'WHERE year = ? AND (branchId IS NULL OR branchId = ?) ORDER BY "index", id';
  const year = Number(date.slice(0, 4));
  const caseFiles = rowsOf(db, 'case_file', places, year, document.branchId).filter((one) => isOpenOn(one, date));
  const caseIndex = caseFiles.find((one) => one.id === caseFileId)?.index ?? '';
  const kind = kindIndex(document.kind, nameOf(db, 'document_kind', document.kindId ?? null));
  const journals = rowsOf(db, 'journal', 'WHERE archivedAt IS NULL ORDER BY branchId IS NULL, position, id');
  const offers = journals
    .filter((journal) => takes(journal, document))
    .map((journal) => {
      const period = periodOf(journal.period, date);
      const own = ownNumbers(db, journal.id, period);
      const [first] = own;
      const parts = { journal: journal.index, branch: branch?.code ?? '', case: caseIndex };
      const number = (seq: number) => numberOf(journal.pattern, { ...parts, kind, date, seq });
      return { journal, period, next: first ? { ...first, number: number(first.seq) } : null, left: own.length };
    });
  return { date, caseFileId, offers, caseFiles };
}
