import { checkShape, failed, passed, type RequisiteCheck, weightedSum } from '#shared/lib/requisites/check.ts';

const weightsFrom = (start: number, count: number): number[] =>
  // Weights run 1…10 and begin again, as the classifier's method for ten-digit codes asks.
  Array.from({ length: count }, (_, index) => ((start - 1 + index) % 10) + 1);

/** Checks an ОКПО of an organization (8 digits) or of an entrepreneur (10 digits). */
export const checkOkpo = (okpo: string): RequisiteCheck => {
  const shape = checkShape(okpo, 'OKPO', [8, 10]);
  if (shape) return shape;
  const count = okpo.length - 1;
  const first = weightedSum(okpo, weightsFrom(1, count)) % 11;
  const remainder = first === 10 ? weightedSum(okpo, weightsFrom(3, count)) % 11 : first;
  const expected = String(remainder % 10);
  return okpo.endsWith(expected) ? passed : failed('OKPO_CHECK_DIGIT', { value: okpo, expected });
};
