import type { ReportTable } from '#renderer/pages/reports/spreadsheet.ts';
import type { Gap } from '#shared/domain/registration/gaps.ts';

export const gapCauses = ['unexplained', 'explained', 'voided', 'leased', 'returned'] as const;
export type GapCauseName = (typeof gapCauses)[number];

/** A line of the register of gaps: neighbouring numbers of one cause. */
export type GapLine = Gap & { id: string };

export const sizeOf = (gap: Pick<Gap, 'from' | 'to'>): number => gap.to - gap.from + 1;
export const rangeOf = ({ from, to }: Pick<Gap, 'from' | 'to'>): string => (from === to ? `${from}` : `${from}–${to}`);

/** How many numbers are missing for each cause. */
export function countByCause(gaps: readonly Gap[]): Record<GapCauseName, number> {
  const counts = { unexplained: 0, explained: 0, voided: 0, leased: 0, returned: 0 };
  for (const gap of gaps) counts[gap.cause] += sizeOf(gap);
  return counts;
}

/** What a person may say something about: a voided number has its reason, one in reserve may still be used. */
export const isExplainable = ({ cause }: Pick<Gap, 'cause'>): boolean => cause !== 'voided' && cause !== 'leased';

/** Lines side by side as one range each, as they are told to the centre: fewer explanations of the same. */
export function rangesOf(gaps: readonly Pick<Gap, 'from' | 'to'>[]): { from: number; to: number }[] {
  const ranges: { from: number; to: number }[] = [];
  for (const { from, to } of [...gaps].sort((left, right) => left.from - right.from)) {
    const before = ranges.at(-1);
    if (before && before.to === from - 1) before.to = to;
    else ranges.push({ from, to });
  }
  return ranges;
}

/** Numbers of a journal's period that somebody has chosen to explain. */
export interface ToExplain {
  journalId: string;
  period: string;
  ranges: readonly { from: number; to: number }[];
  /** Chosen lines that nobody explains. */
  skipped: number;
}

/** The choice as it stands now: what the register gains, loses or joins after that has been seen by nobody. */
export function toExplain(place: { journalId: string; period: string }, chosen: readonly GapLine[]): ToExplain {
  const lines = chosen.filter(isExplainable);
  return { ...place, ranges: rangesOf(lines), skipped: chosen.length - lines.length };
}

/** The ranges to send; `part` is the piece of a single one that was typed, null where nothing or nonsense was typed. */
export function rangesToSend(
  { ranges }: Pick<ToExplain, 'ranges'>,
  part: { from: number | null; to: number | null },
): { ranges: ToExplain['ranges']; fault: 'empty' | 'from' | 'to' | null } {
  const [only, ...more] = ranges;
  if (!only) return { ranges: [], fault: 'empty' };
  if (more.length > 0) return { ranges, fault: null };
  const { from, to } = part;
  if (from === null || from < only.from || from > only.to) return { ranges: [], fault: 'from' };
  if (to === null || to < from || to > only.to) return { ranges: [], fault: 'to' };
  return { ranges: [{ from, to }], fault: null };
}

/** The register as it goes to paper and into files. */
export const gapTable = (
  title: string,
  head: readonly string[],
  lines: readonly GapLine[],
  words: (line: GapLine) => { cause: string; detail: string; when: string },
): ReportTable => ({
  ...{ title, head },
  rows: lines.map((line) => {
    const { cause, detail, when } = words(line);
    return [rangeOf(line), sizeOf(line), cause, detail, when];
  }),
});
