import { failed, passed, type RequisiteCheck } from '#shared/lib/requisites/check.ts';

/** Checks a КПП: nine characters, the reason (5th and 6th) may be letters. A КПП has no check digit. */
export const checkKpp = (kpp: string): RequisiteCheck => {
  if (!/^\d{4}[0-9A-Z]{2}\d{3}$/.test(kpp)) return failed('KPP_FORMAT', { value: kpp });
  return kpp === '000000000' ? failed('KPP_ZERO', { value: kpp }) : passed;
};
