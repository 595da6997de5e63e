/** How a VAT rate of the format computes: on top of the sum, inside it, not at all, or not known to us. */
export type VatRule =
  | { readonly rule: 'on-top'; readonly percent: number }
  | { readonly rule: 'inside'; readonly percent: number }
  | { readonly rule: 'none' }
  | { readonly rule: 'agent' }
  | { readonly rule: 'unknown' };

/** Rates ever in force (НК РФ 164): 22% from 2026, 5% and 7% with УСН from 2025, 18% until 2019, 20% between. */
const percents = new Set([0, 5, 7, 10, 18, 20, 22]);

/** The rule of a НалСт: `22%`, `20/120`, `без НДС`, `НДС исчисляется налоговым агентом`. */
export const vatRule = (rate: string): VatRule => {
  const text = rate.trim().toLowerCase();
  if (text === 'без ндс') return { rule: 'none' };
  if (text === 'ндс исчисляется налоговым агентом') return { rule: 'agent' };
  const plain = /^(\d{1,2})\s?%$/.exec(text);
  if (plain && percents.has(Number(plain[1]))) return { rule: 'on-top', percent: Number(plain[1]) };
  const inside = /^(\d{1,2})\s?%?\s?\/\s?(\d{3})\s?%?$/.exec(text);
  const percent = Number(inside?.[1]);
  if (inside && percents.has(percent) && Number(inside[2]) === 100 + percent) return { rule: 'inside', percent };
  return { rule: 'unknown' };
};

/** VAT in kopecks, rounded half up; null where the rate computes nothing that could be compared. */
export const vatOf = (rule: VatRule, sumWithoutVat: number, sum: number | null): number | null => {
  // Integers throughout: kopecks × percent stays far below 2^53 for any sum a document holds.
  const divided = (numerator: number, denominator: number) =>
    Math.floor((numerator * 2 + denominator) / (denominator * 2));
  if (rule.rule === 'on-top') return divided(sumWithoutVat * rule.percent, 100);
  if (rule.rule === 'inside') return sum === null ? null : divided(sum * rule.percent, 100 + rule.percent);
  return null;
};
