/** Word's Russian list letters: without ё, й, ъ, ь (ECMA-376 part 1, 17.18.59, russianLower). */
const russian = 'абвгдежзиклмнопрстуфхцчшщыэюя';
const latin = 'abcdefghijklmnopqrstuvwxyz';

const romans: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** One number of a list as its format writes it; formats of other languages come in digits. */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'russianLower':
      return letter(value, russian);
    case 'russianUpper':
      return letter(value, russian).toUpperCase();
    case 'lowerLetter':
      return letter(value, latin);
    case 'upperLetter':
      return letter(value, latin).toUpperCase();
    case 'lowerRoman':
      return roman(value);
    case 'upperRoman':
      return roman(value).toUpperCase();
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'bullet':
    case 'none':
      return '';
    default:
      return String(value);
  }
}

/** Past the end of the alphabet Word doubles the letter: я, аа, бб. */
function letter(value: number, alphabet: string): string {
  if (value < 1 || value > 2_000) return String(value);
  return (alphabet[(value - 1) % alphabet.length] ?? '').repeat(Math.ceil(value / alphabet.length));
}

function roman(value: number): string {
  if (value < 1 || value > 3_999) return String(value);
  let rest = value;
  let text = '';
  for (const [worth, sign] of romans) {
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  }
  return text;
}
