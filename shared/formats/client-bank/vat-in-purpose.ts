import { readKopecks } from '#shared/formats/values.ts';

export interface PurposeVat {
  /** `22%`, `20%`, or `без НДС`. */
  readonly rate: string;
  readonly sum: number;
}

/**
 * VAT as payers write it into the purpose: «в т.ч. НДС 22% - 1000.00», «НДС(20%): 1 000-00», «Без НДС», «НДС не облагается».
 * Null where it is not plainly said.
 */
export const vatInPurpose = (purpose: string): PurposeVat | null => {
  const text = purpose.slice(0, 1_000);
  const stated =
    /НДС[ (:.-]{0,4}(\d{1,2})[ ]?%[ ):;,.–-]{0,6}(?:сумма[ :]{0,2})?(\d{1,3}(?:[ \u00A0]\d{3}){1,4}|\d{1,12})(?:[.,-](\d{2}))?(?![\d%])/i.exec(
      text,
    );
  if (stated) {
    const sum = readKopecks(`${stated[2]}.${stated[3] ?? '00'}`);
    return sum === null ? null : { rate: `${stated[1]}%`, sum };
  }
  return /без\s{1,3}(?:налога\s{1,3}\()?НДС|НДС\s{1,3}не\s{1,3}облагается|не\s{1,3}облагается\s{1,3}НДС/i.test(text)
    ? { rate: 'без НДС', sum: 0 }
    : null;
};
