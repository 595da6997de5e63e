import { checkShape, failed, passed, type RequisiteCheck, weightedSum } from '#shared/lib/requisites/check.ts';

// Приказ ФНС ЕД-7-14/559@: the checksum of an organization's ИНН has one digit, of a person's two.
const organizationWeights = [2, 4, 10, 3, 5, 9, 4, 6, 8];
const personWeights = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
const personSecondWeights = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

const checkDigit = (digits: string, weights: readonly number[]): string =>
  String((weightedSum(digits, weights) % 11) % 10);

/** Checks an ИНН of an organization (10 digits) or of a person (12 digits). */
export const checkInn = (inn: string): RequisiteCheck => {
  const shape = checkShape(inn, 'INN', [10, 12]);
  if (shape) return shape;
  const expected =
    inn.length === 10
      ? checkDigit(inn, organizationWeights)
      : checkDigit(inn, personWeights) + checkDigit(inn, personSecondWeights);
  return inn.endsWith(expected) ? passed : failed('INN_CHECK_DIGIT', { value: inn, expected });
};
