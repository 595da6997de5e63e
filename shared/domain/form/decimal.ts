/** A decimal with at most six places as a whole number of millionths, so that sums and products are exact in any order. */
export type Millionths = bigint;

const one = 1_000_000n;

/** The number with six decimal places that is nearest; what has no such number stays as it is. Never minus zero. */
export const sixPlaces = (value: number): number => (Number.isFinite(value) ? Number(value.toFixed(6)) + 0 : value);

/** Millionths of a number; null of what is no number or beyond 2^53. */
export function millionths(value: unknown): Millionths | null {
  if (typeof value !== 'number' || !(Math.abs(value) <= Number.MAX_SAFE_INTEGER)) return null;
  return BigInt(value.toFixed(6).replace('.', ''));
}

/** The number of so many millionths; null beyond 2^53. */
export function numberOf(value: Millionths): number | null {
  const digits = String(value < 0n ? -value : value).padStart(7, '0');
  const size = Number(`${digits.slice(0, -6)}.${digits.slice(-6)}`);
  if (size > Number.MAX_SAFE_INTEGER) return null;
  return value < 0n ? -size : size;
}

/** The product of at least one factor, rounded once, half away from zero: to a millionth, or to a whole (kopeck). */
export function product(factors: readonly Millionths[], to: 'millionth' | 'whole'): Millionths {
  const exact = factors.reduce((all, factor) => all * factor, 1n);
  const unit = one ** BigInt(factors.length - 1);
  return to === 'whole' ? roundedQuotient(exact, unit * one) * one : roundedQuotient(exact, unit);
}

function roundedQuotient(value: bigint, divisor: bigint): bigint {
  const size = ((value < 0n ? -value : value) * 2n + divisor) / (divisor * 2n);
  return value < 0n ? -size : size;
}
