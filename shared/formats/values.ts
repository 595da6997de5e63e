/** Readers of the values both formats write: they answer null for what cannot be read, never a guess. */

const daysInMonth = (year: number, month: number): number => {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
};

/** `дд.мм.гггг` → `yyyy-mm-dd`; null when it is not a day of the calendar. */
export const readDate = (text: string): string | null => {
  const match = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text.trim());
  if (!match) return null;
  const [, day = '', month = '', year = ''] = match;
  const valid =
    Number(year) >= 1900 &&
    Number(month) >= 1 &&
    Number(month) <= 12 &&
    Number(day) >= 1 &&
    Number(day) <= daysInMonth(Number(year), Number(month));
  return valid ? `${year}-${month}-${day}` : null;
};

/** `yyyy-mm-dd` → `дд.мм.гггг`, as both formats write it. */
export const writeDate = (date: string): string => date.split('-').toReversed().join('.');

/** `чч:мм:сс` or `чч.мм.сс` → `hh:mm:ss`; null when it is no time of day. */
export const readTime = (text: string): string | null => {
  const match = /^([01]\d|2[0-3])[:.]([0-5]\d)[:.]([0-5]\d)$/.exec(text.trim());
  return match ? `${match[1]}:${match[2]}:${match[3]}` : null;
};

/**
 * A sum in roubles → integer kopecks: `15000`, `15000.5`, `15 000,50`, `-3.00`. More than two decimals are read only
 * when the rest is zeros; sums beyond exact integers are not read.
 */
export const readKopecks = (text: string): number | null => {
  const match = /^(-?)(\d{1,15})(?:[.,](\d{1,20}))?$/.exec(text.trim().replace(/[ \u00A0\u202F]/g, ''));
  if (!match) return null;
  const [, sign, roubles = '', fraction = ''] = match;
  if (/[1-9]/.test(fraction.slice(2))) return null;
  const kopecks = Number(roubles) * 100 + Number(fraction.slice(0, 2).padEnd(2, '0'));
  if (!Number.isSafeInteger(kopecks)) return null;
  return sign && kopecks !== 0 ? -kopecks : kopecks;
};

/** Integer kopecks → `15000.50`. */
export const writeKopecks = (kopecks: number): string => {
  const digits = String(Math.abs(kopecks)).padStart(3, '0');
  return `${kopecks < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** A decimal of any precision, kept as text: `1,5` → `1.5`; null when it is no number. */
export const readDecimal = (text: string): string | null => {
  const match = /^(-?)0*(\d{1,26})(?:[.,](\d{1,26}))?$/.exec(text.trim());
  if (!match) return null;
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  const number = `${match[2]}${fraction ? `.${fraction}` : ''}`;
  return match[1] && /[1-9]/.test(number) ? `-${number}` : number;
};
