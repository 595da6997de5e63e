import { checkShape, failed, passed, type RequisiteCheck } from '#shared/lib/requisites/check.ts';

const check = (value: string, prefix: 'OGRN' | 'OGRNIP', length: number, divisor: number): RequisiteCheck => {
  const shape = checkShape(value, prefix, [length]);
  if (shape) return shape;
  // Fourteen digits stay below 2^53, so plain numbers are exact here.
  const expected = String((Number(value.slice(0, -1)) % divisor) % 10);
  return value.endsWith(expected) ? passed : failed(`${prefix}_CHECK_DIGIT`, { value, expected });
};

/** Checks an ОГРН of an organization: 13 digits, the last is (first 12 mod 11) mod 10. */
export const checkOgrn = (ogrn: string): RequisiteCheck => check(ogrn, 'OGRN', 13, 11);

/** Checks an ОГРНИП of an entrepreneur: 15 digits, the last is (first 14 mod 13) mod 10. */
export const checkOgrnip = (ogrnip: string): RequisiteCheck => check(ogrnip, 'OGRNIP', 15, 13);
