import { type Line, vatWithin } from '#build/company/lines.ts';
import type { Random } from '#build/company/random.ts';
import type { DocumentKind } from '#shared/domain/document.ts';

/** Amount and the VAT within it, in kopecks. */
export interface Amount {
  amount: number | null;
  vatAmount: number | null;
}

/** A sum of money between two figures in roubles, small ones far more often; half of them round. */
function sum(random: Random, low: number, high: number): number {
  const rubles = low * (high / low) ** random.next();
  return random.chance(0.5) ? Math.round(rubles / 100) * 10_000 : Math.round(rubles * 100);
}

const ranges: Partial<Record<DocumentKind, readonly [share: number, low: number, high: number]>> = {
  incoming: [0.22, 9_000, 2_400_000],
  outgoing: [0.15, 9_000, 900_000],
  memo: [0.35, 2_000, 240_000],
  contract: [1, 60_000, 9_000_000],
  amendment: [0.6, 30_000, 2_600_000],
  payment_in: [1, 12_000, 3_200_000],
  payment_out: [1, 4_000, 1_900_000],
};

/** A letter names a sum; only these say how much of it is VAT. */
const taxed = new Set<DocumentKind>(['contract', 'amendment', 'payment_in', 'payment_out']);

/** What the lines add up to, or an amount that is usual for the kind. */
export function amountOf(
  random: Random,
  kind: DocumentKind,
  date: string,
  lines: readonly Line[],
  vat: boolean,
): Amount {
  if (lines.length > 0) {
    const vatSums = lines.map((line) => line.vatSum).filter((one) => one !== null);
    return {
      amount: lines.reduce((total, line) => total + line.sum, 0),
      vatAmount: vatSums.length > 0 ? vatSums.reduce((total, one) => total + one, 0) : null,
    };
  }
  const range = ranges[kind];
  if (!range || !random.chance(range[0])) return { amount: null, vatAmount: null };
  const amount = sum(random, range[1], range[2]);
  return { amount, vatAmount: vat && taxed.has(kind) ? vatWithin(amount, date) : null };
}
