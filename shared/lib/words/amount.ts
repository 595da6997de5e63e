import { spokenCurrency } from './currencies.ts';
import { formFor, numberInWords } from './numbers.ts';

/**
 * words: «двенадцать рублей 00 копеек», as contracts and payment papers write it; full: «12 (двенадцать) рублей 00 копеек»;
 * spoken: the hundredths in words too.
 */
export type AmountForm = 'words' | 'full' | 'spoken';

const split = (kopecks: number): [units: number, parts: number] => {
  if (!Number.isSafeInteger(kopecks)) throw new RangeError('an amount is a whole number of kopecks');
  const parts = Math.abs(kopecks) % 100;
  return [(Math.abs(kopecks) - parts) / 100, parts];
};

/** Digits of an amount in kopecks as papers write them: 1 234 567,89 with no-break spaces. */
export function amountInDigits(kopecks: number): string {
  const [units, parts] = split(kopecks);
  return `${kopecks < 0 ? '−' : ''}${groups(units)},${String(parts).padStart(2, '0')}`;
}

/** Sum in words from kopecks (hundredths of the currency), in lower case: «одна тысяча один рубль 00 копеек». */
export function amountInWords(kopecks: number, currency = 'RUB', form: AmountForm = 'words'): string {
  const { unit, gender, part, partGender } = spokenCurrency(currency);
  const [units, parts] = split(kopecks);
  const sign = kopecks < 0 ? 'минус ' : '';
  const words = numberInWords(units, gender);
  const whole = form === 'full' ? `${kopecks < 0 ? '−' : ''}${groups(units)} (${sign}${words})` : sign + words;
  const hundredths = form === 'spoken' ? numberInWords(parts, partGender) : String(parts).padStart(2, '0');
  return `${whole} ${formFor(units, unit)} ${hundredths} ${formFor(parts, part)}`;
}

/** The first letter large: what opens a line of a paper. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const groups = (units: number): string => String(units).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
