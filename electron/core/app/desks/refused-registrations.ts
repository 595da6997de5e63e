import { nameOf } from '#electron/core/app/queries/names.ts';
import { rowsOf, storedOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { RegisterArgs } from '#shared/commands/registration/register.ts';
import { kindIndex, numberOf } from '#shared/domain/registration/pattern.ts';

/** Registrations refused because of their number, each with arguments that leave the number to the centre. */
export function refusedRegistrations(db: Readable): { n: number; args: RegisterArgs }[] {
  const sql = `SELECT n, args FROM outbox WHERE state = 'rejected' AND dismissed = 0 AND name = 'document.register'
    AND code IN ('NUMBER_NOT_YOURS', 'NUMBER_TAKEN') ORDER BY n LIMIT 50`;
  const found = prepared(db, sql).all() as { n: number; args: string }[];
  return found.map(({ n, args }) => {
    const given = JSON.parse(args) as RegisterArgs;
    return { n, args: { ...given, seq: null, blockId: null, insteadOf: shownNumber(db, given) } };
  });
}

/** What stood on the paper. */
function shownNumber(db: Readable, given: RegisterArgs): string | null {
  const document = storedOf(db, 'document', given.id)?.row;
  const journal = storedOf(db, 'journal', given.journalId)?.row;
  if (!document || !journal || given.seq === null) return null;
  const [branch] = rowsOf(db, 'branch', 'WHERE id = ?', document.branchId);
  const file = given.caseFileId === null ? null : storedOf(db, 'case_file', given.caseFileId)?.row;
  const kind = kindIndex(document.kind, nameOf(db, 'document_kind', document.kindId ?? null));
  return numberOf(journal.pattern, {
    ...{ journal: journal.index, branch: branch?.code ?? '', case: file?.index ?? '' },
    ...{ kind, date: given.date, seq: given.seq },
  });
}
