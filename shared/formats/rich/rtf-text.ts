/** Groups whose content is none of the text: fonts, colours, pictures, notes of the program that wrote it. */
const unseen = new Set(
  'fonttbl colortbl stylesheet info pict object themedata colorschememapping latentstyles datastore listtable listoverridetable rsidtbl generator xmlnstbl header headerl headerr headerf footer footerl footerr footerf fldinst bkmkstart bkmkend nonshppict shpinst'.split(
    ' ',
  ),
);
const signs: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  page: '\n',
  sect: '\n',
  row: '\n',
  cell: '\t',
  tab: '\t',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
};

/** Deeper groups, and longer texts, are none that a person wrote. */
const [MOST_DEPTH, MOST_TEXT] = [400, 5_000_000];

interface Group {
  hidden: boolean;
  /** Characters that stand for one that was given as `\u`. */
  skip: number;
}

/**
 * The words of an RTF document (specification 1.9.1); null when it is none, or breaks off in a way that no reader mends. `decode` turns single bytes of a
 * Windows code page into letters.
 */
export function rtfText(bytes: Uint8Array, decode: (bytes: Uint8Array, codePage: number) => string): string | null {
  const begin = String.fromCharCode(...bytes.subarray(0, 5));
  if (begin !== '{\\rtf') return null;
  let text = '';
  let codePage = 1251;
  let narrow: number[] = [];
  let left = 0;
  let group: Group = { hidden: false, skip: 1 };
  const stack: Group[] = [];
  const flush = (): void => {
    if (narrow.length > 0 && !group.hidden) text += decode(Uint8Array.from(narrow), codePage);
    narrow = [];
  };
  const put = (sign: string): void => {
    flush();
    if (!group.hidden) text += sign;
  };
  const putByte = (byte: number): void => {
    if (left > 0) left -= 1;
    else narrow.push(byte);
  };
  const word = (name: string, value: number | null): void => {
    if (name === 'u' && value !== null) {
      put(String.fromCharCode(value < 0 ? value + 65_536 : value));
      left = group.skip;
    } else if (name === 'uc' && value !== null) group.skip = value;
    else if (name === 'ansicpg' && value !== null) codePage = value || codePage;
    else if (unseen.has(name)) {
      flush();
      group.hidden = true;
    } else if (signs[name] !== undefined) put(signs[name]);
  };
  let at = 0;
  while (at < bytes.length && text.length < MOST_TEXT) {
    const byte = bytes[at] as number;
    at += 1;
    if (byte === 0x7b) {
      flush();
      stack.push(group);
      group = { ...group };
      if (stack.length > MOST_DEPTH) return null;
    } else if (byte === 0x7d) {
      flush();
      left = 0;
      const outer = stack.pop();
      if (!outer) return null;
      group = outer;
    } else if (byte === 0x5c) {
      const next = bytes[at] ?? 0;
      if (next === 0x27) {
        const code = Number.parseInt(String.fromCharCode(...bytes.subarray(at + 1, at + 3)), 16);
        at += 3;
        if (!Number.isNaN(code)) putByte(code);
      } else if (isLetter(next)) {
        const from = at;
        while (isLetter(bytes[at] ?? 0)) at += 1;
        const name = String.fromCharCode(...bytes.subarray(from, Math.min(at, from + 40)));
        const digits = at;
        if (bytes[at] === 0x2d) at += 1;
        while (isDigit(bytes[at] ?? 0) && at - digits < 11) at += 1;
        const value = at > digits ? Number(String.fromCharCode(...bytes.subarray(digits, at))) : null;
        if (bytes[at] === 0x20) at += 1;
        // Raw bytes of a picture: as many as the word says.
        if (name === 'bin') at += Math.max(0, value ?? 0);
        else word(name, value);
      } else {
        at += 1;
        if (next === 0x2a) {
          flush();
          group.hidden = true;
        } else if (next === 0x7e) put('\u00a0');
        else if (next === 0x5f) put('-');
        else if (next === 0x0a || next === 0x0d) put('\n');
        else if (next === 0x5c || next === 0x7b || next === 0x7d) putByte(next);
      }
    } else if (byte !== 0x0a && byte !== 0x0d && byte !== 0) putByte(byte);
  }
  flush();
  return stack.length > 1 && text.trim() === '' ? null : text.replace(/\n{3,}/g, '\n\n').trim();
}

const isLetter = (byte: number): boolean => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
