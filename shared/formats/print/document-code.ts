/** Digits of a code on a label: an even number, which bars of Code 128 take in pairs. */
const LENGTH = 26;

/**
 * What the label of a document says: the first 80 bits of its id in decimal and a check digit (Luhn). Bars stay wide enough for a
 * scanner at 58 mm, and no number of an account or of a journal is taken for it.
 */
export function documentCode(id: string): string {
  const bits = BigInt(`0x${id.replaceAll('-', '').slice(0, 20)}`);
  const digits = String(bits).padStart(LENGTH - 1, '0');
  return digits + checkDigit(digits);
}

/** The beginning that ids of the scanned document have, as it stands in an id; null for what is no code of ours. */
export function idPrefixOf(scanned: string): string | null {
  const digits = scanned.replace(/\s/g, '');
  if (!/^\d{26}$/.test(digits) || checkDigit(digits.slice(0, -1)) !== digits.slice(-1)) return null;
  const hex = BigInt(digits.slice(0, -1)).toString(16).padStart(20, '0');
  if (hex.length > 20) return null;
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-`;
}

/** Luhn: of the digits from the right each first one is doubled (ISO/IEC 7812-1, annex B). */
function checkDigit(digits: string): string {
  let sum = 0;
  for (const [place, digit] of [...digits].reverse().entries()) {
    const doubled = Number(digit) * (place % 2 === 0 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return String((10 - (sum % 10)) % 10);
}
