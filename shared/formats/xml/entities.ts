const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const isCharacter = (code: number): boolean =>
  code === 9 ||
  code === 10 ||
  code === 13 ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff);

const numeric = (digits: string, radix: number): string => {
  const code = Number.parseInt(digits, radix);
  return isCharacter(code) ? String.fromCodePoint(code) : '\uFFFD';
};

/**
 * Replaces the five entities of XML and character references; `unknown` hears of any other, which stays as written:
 * nothing a file declares is ever expanded.
 */
export const decodeEntities = (text: string, unknown: (name: string) => void): string => {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|([A-Za-z][\w.-]{0,40}));/g, (whole, hex, decimal, name) => {
    if (hex) return numeric(hex, 16);
    if (decimal) return numeric(decimal, 10);
    const value = Object.hasOwn(named, name) ? named[name] : undefined;
    if (value === undefined) unknown(name);
    return value ?? whole;
  });
};
