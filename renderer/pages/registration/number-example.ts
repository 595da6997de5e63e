import type { JournalPeriod } from '#shared/domain/registration/journal.ts';
import { kindIndex, numberOf } from '#shared/domain/registration/pattern.ts';
import { firstNumberIn } from '#shared/domain/registration/period.ts';
import type { KindLine } from '#shared/queries/kind.ts';
import type { JournalLine } from '#shared/queries/registration.ts';

/** The case file whose index stands in examples. */
const exampleCase = '01-05';

/** A number of a journal as it will look: of its first kind, in a branch, under a day. */
export const exampleOf = (given: {
  pattern: string;
  index: string;
  branchCode: string;
  kinds: readonly string[];
  /** The company's own kinds, by which ids among `kinds` are known. */
  own: readonly Pick<KindLine, 'id' | 'base' | 'label'>[];
  date: string;
  seq: number;
}): string => {
  const [first = ''] = given.kinds;
  const own = given.own.find((one) => one.id === first);
  return numberOf(given.pattern, {
    ...{ journal: given.index, branch: given.branchCode, case: exampleCase },
    ...{ kind: own ? kindIndex(own.base, own.label) : kindIndex(first), date: given.date, seq: given.seq },
  });
};

/** The next number of this workstation, or else the one behind the last that a document has. */
export const nextSeq = ({ journal, period, last, next }: JournalLine): number =>
  next ?? (last ?? firstNumberIn(journal, period) - 1) + 1;

/** Which part a pattern lacks, without which numbers of one period come again in another; null: none. */
export function missingPart(pattern: string, period: JournalPeriod): 'Year' | 'Month' | 'Quarter' | null {
  if (period === 'none') return null;
  if (!/\{yy(yy)?\}/.test(pattern)) return 'Year';
  if (period === 'year' || pattern.includes('{mm}')) return null;
  return period === 'month' ? 'Month' : 'Quarter';
}
