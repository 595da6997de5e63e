import { checkShape, failed, passed, type RequisiteCheck, weightedSum } from '#shared/lib/requisites/check.ts';

/** Checks a СНИЛС written with or without hyphens and spaces: Σ digit × (9…1) mod 101, 100 counts as 0. */
export const checkSnils = (snils: string): RequisiteCheck => {
  const digits = snils.replace(/[ -]/g, '');
  const shape = checkShape(digits, 'SNILS', [11]);
  if (shape) return shape;
  const remainder = weightedSum(digits, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101;
  const expected = String(remainder % 100).padStart(2, '0');
  return digits.endsWith(expected) ? passed : failed('SNILS_CHECK_DIGIT', { value: snils, expected });
};
