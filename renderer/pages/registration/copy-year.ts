import type { CaseFileRow } from '#shared/domain/registration/journal.ts';

/** What the nomenclature of a year takes over from the year before: a case of every index that is not there yet. */
export function casesToCopy(
  files: readonly CaseFileRow[],
  to: number,
  inBranch: (branchId: string | null) => boolean,
): { fresh: CaseFileRow[]; standing: CaseFileRow[] } {
  const place = (file: CaseFileRow) => `${file.branchId ?? ''}/${file.index}`;
  const there = new Set(files.filter((file) => file.year === to).map(place));
  const before = files.filter((file) => file.year === to - 1 && inBranch(file.branchId));
  return {
    fresh: before.filter((file) => !there.has(place(file))),
    standing: before.filter((file) => there.has(place(file))),
  };
}

/** The case of the new year: the same index, title and term, open from its first day. */
export const copyOf = (file: CaseFileRow, year: number) => ({
  ...{ index: file.index, title: file.title, branchId: file.branchId, year },
  ...{ retention: file.retention, article: file.article, isEpk: file.isEpk },
  ...{ openedOn: `${year}-01-01`, closedOn: null },
});
