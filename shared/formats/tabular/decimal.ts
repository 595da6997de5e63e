import { addDays } from '#shared/lib/dates/dates.ts';

/** A number as files keep it (`1.5E-3`, `-12`) in plain decimal digits; null when it is none. Nothing is calculated in binary fractions. */
export function plainDecimal(text: string): string | null {
  const match = /^([+-]?)(\d{0,40})(?:\.(\d{0,40}))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text);
  if (!match) return null;
  const [, sign, whole = '', fraction = '', power = '0'] = match;
  if (whole === '' && fraction === '') return null;
  const shift = Number(power);
  if (Math.abs(shift) > 60) return null;
  const digits = shift >= 0 ? whole + fraction.padEnd(shift, '0') : '0'.repeat(-shift) + whole + fraction;
  const point = shift >= 0 ? whole.length + shift : whole.length;
  const left = digits.slice(0, point).replace(/^0+(?=\d)/, '') || '0';
  const right = digits.slice(point).replace(/0+$/, '');
  const plain = right === '' ? left : `${left}.${right}`;
  return sign === '-' && /[1-9]/.test(plain) ? `-${plain}` : plain;
}

/** The last day that spreadsheets count: 31.12.9999. */
const LAST_SERIAL = 2_958_465;

/** The day a spreadsheet counts with a number: from 30.12.1899, or from 01.01.1904. Hours are dropped; null outside of what is counted. */
export function serialDay(decimal: string, from1904: boolean): string | null {
  const serial = Number(decimal.split('.')[0]);
  if (!Number.isSafeInteger(serial) || serial < 0 || serial > LAST_SERIAL) return null;
  if (from1904) return addDays('1904-01-01', serial);
  // Spreadsheets count a 29.02.1900 that never was; below 1 they mean hours.
  if (serial < 1) return null;
  return addDays(serial < 60 ? '1899-12-31' : '1899-12-30', serial);
}

/** More decimals than kopecks have that are only noise of binary fractions: `0.30000000000000004`. */
const NOISE = /^(?:0{6,}\d*|9{6,}\d*)$/;

/** A decimal of roubles in kopecks; null when there are parts of kopecks, or it is beyond exact integers. */
export function kopecksOf(decimal: string): number | null {
  const match = /^(-?)(\d{1,15})(?:\.(\d+))?$/.exec(decimal);
  if (!match) return null;
  const [, sign, roubles = '', fraction = ''] = match;
  const rest = fraction.slice(2);
  if (/[1-9]/.test(rest) && !NOISE.test(rest)) return null;
  const kopecks =
    Number(roubles) * 100 + Number(fraction.slice(0, 2).padEnd(2, '0')) + (rest.startsWith('999999') ? 1 : 0);
  if (!Number.isSafeInteger(kopecks)) return null;
  return sign && kopecks !== 0 ? -kopecks : kopecks;
}
