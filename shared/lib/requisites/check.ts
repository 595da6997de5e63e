/** What is wrong with a code printed in requisites; the renderer words it. */
export const requisiteCodes = [
  'INN_LENGTH',
  'INN_DIGITS',
  'INN_ZERO',
  'INN_CHECK_DIGIT',
  'KPP_FORMAT',
  'KPP_ZERO',
  'OGRN_LENGTH',
  'OGRN_DIGITS',
  'OGRN_ZERO',
  'OGRN_CHECK_DIGIT',
  'OGRNIP_LENGTH',
  'OGRNIP_DIGITS',
  'OGRNIP_ZERO',
  'OGRNIP_CHECK_DIGIT',
  'SNILS_LENGTH',
  'SNILS_DIGITS',
  'SNILS_ZERO',
  'SNILS_CHECK_DIGIT',
  'OKPO_LENGTH',
  'OKPO_DIGITS',
  'OKPO_ZERO',
  'OKPO_CHECK_DIGIT',
  'BIK_LENGTH',
  'BIK_DIGITS',
  'BIK_ZERO',
  'ACCOUNT_LENGTH',
  'ACCOUNT_DIGITS',
  'ACCOUNT_ZERO',
  'ACCOUNT_KEY',
] as const;

export type RequisiteCode = (typeof requisiteCodes)[number];

export type RequisiteCheck =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly code: RequisiteCode;
      readonly params: Readonly<Record<string, string | number>>;
    };

export const passed: RequisiteCheck = { ok: true };

/** A failed check; `params` says what was found and, where it helps, what was expected. */
export const failed = (
  code: RequisiteCode,
  params: Readonly<Record<string, string | number>> = {},
): RequisiteCheck => ({
  ok: false,
  code,
  params,
});

type Prefix = 'INN' | 'OGRN' | 'OGRNIP' | 'SNILS' | 'OKPO' | 'BIK' | 'ACCOUNT';

/** The shape shared by all codes: only digits, one of the lengths, not all zeros (zeros pass every checksum). Null when the shape is right. */
export const checkShape = (value: string, prefix: Prefix, lengths: readonly number[]): RequisiteCheck | null => {
  if (!/^[0-9]*$/.test(value)) return failed(`${prefix}_DIGITS`, { value });
  if (!lengths.includes(value.length)) return failed(`${prefix}_LENGTH`, { value, length: value.length });
  return /^0+$/.test(value) ? failed(`${prefix}_ZERO`, { value }) : null;
};

/** Sum of digit × weight over the digits that have a weight. */
export const weightedSum = (digits: string, weights: readonly number[]): number => {
  let sum = 0;
  for (const [index, weight] of weights.entries()) sum += Number(digits[index]) * weight;
  return sum;
};
