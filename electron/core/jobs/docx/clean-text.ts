/** Fonts of signs: the boxes and marks that forms are filled with. Other signs of such fonts are shown as a box. */
const signs: Record<string, string> = {
  f0a8: '☐',
  f06f: '☐',
  f0fe: '☑',
  f0fd: '☒',
  f0fc: '✓',
  f0b7: '•',
  f0a7: '▪',
  f0d8: '➢',
  f02d: '−',
  f0b0: '°',
  f0b1: '±',
  f0b4: '×',
  f0a3: '≤',
  f0b3: '≥',
  f0b2: '″',
  f0b9: '≠',
};

/** The sign of `w:sym`: its code is a character of an ordinary font or a place in a font of signs. */
export function signOf(code: string): string {
  const key = code.toLowerCase();
  const value = Number.parseInt(key, 16);
  if (Number.isNaN(value)) return '';
  const isPrivate = value >= 0xe000 && value <= 0xf8ff;
  return isPrivate ? (signs[key] ?? '□') : String.fromCodePoint(Math.min(value, 0xffff));
}

/**
 * Text as it is compared and shown: composed characters, single spaces, no soft hyphens and zero-width characters, no bullets kept from the
 * text's own font. Line breaks stay only between paragraphs (`\n` given by the caller).
 */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g, '')
    .replace(/\u2011/g, '-')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}
