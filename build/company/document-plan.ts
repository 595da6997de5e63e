import { type BranchPlan, branchPlans } from '#build/company/branches.ts';
import { instantOf, monthsBefore, workingDays } from '#build/company/calendar.ts';
import type { Random } from '#build/company/random.ts';
import type { DocumentKind } from '#shared/domain/document.ts';

/** When, where and of which kind a document is. */
export interface Planned {
  at: number;
  date: string;
  branch: BranchPlan;
  kind: DocumentKind;
}

const kindWeights: readonly (readonly [DocumentKind, number])[] = [
  ['incoming', 22],
  ['outgoing', 13],
  ['invoice', 16],
  ['act', 10],
  ['upd', 9],
  ['memo', 6],
  ['order', 6],
  ['contract', 5],
  ['internal', 4],
  ['payment_out', 4],
  ['payment_in', 3],
  ['vat_invoice', 3],
  ['amendment', 3],
  ['power_of_attorney', 2],
];

const branchWeights = branchPlans.map((branch) => [branch, branch.weight] as const);

/**
 * Documents in the order in which they were made: nearly all within the last 14 months, a few in the 10 months before;
 * a little more each month, in working hours of their branch, never after `now`.
 */
export function* planDocuments(random: Random, documents: number, today: string, now: number): Iterable<Planned> {
  const recent = monthsBefore(today, 14);
  const days = workingDays(monthsBefore(today, 24), today).filter((date) => shareOfDay(date, now) > 0);
  // The last three weeks count four times, so that a small company has something to show at the top of its register.
  const weights = days.map((date, index) => {
    if (date < recent) return 0.09;
    return (0.75 + (0.5 * index) / days.length) * (index >= days.length - 15 ? 4 : 1) * shareOfDay(date, now);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let [passed, made] = [0, 0];
  for (const [index, date] of days.entries()) {
    passed += weights[index] ?? 0;
    const due = index === days.length - 1 ? documents : Math.round((documents * passed) / total);
    yield* ofDay(random, date, due - made, now);
    made = due;
  }
}

/** How much of the head office's working day is over: 1 for days past, 0 before nine in the morning. */
const shareOfDay = (date: string, now: number): number =>
  Math.min(1, Math.max(0, (now - instantOf(date, 540, 180)) / (9 * 3_600_000)));

function ofDay(random: Random, date: string, count: number, now: number): Planned[] {
  const planned = Array.from({ length: count }, () => {
    for (let attempt = 0; ; attempt++) {
      const branch = random.weighted(branchWeights);
      // 9:00 to 18:00 without the hour of lunch.
      const minute = random.between(540, 1_019);
      const at = instantOf(date, minute >= 780 ? minute + 60 : minute, branch.offset) + random.below(60_000);
      if (at <= now || attempt === 50)
        return { at: Math.min(at, now), date, branch, kind: random.weighted(kindWeights) };
    }
  });
  return planned.sort((left, right) => left.at - right.at);
}
