/** How a file can be shown without leaving the page. `old`: a name that programs of the nineties used, whose bytes may be anything. */
export type PreviewKind = 'pdf' | 'docx' | 'sheet' | 'mail' | 'msg' | 'rtf' | 'odt' | 'image' | 'text' | 'old' | 'none';

const images = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp']);
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const texts = /\.(txt|csv|xml|json|log|md)$/i;
const byName: readonly (readonly [RegExp, PreviewKind])[] = [
  [/\.pdf$/i, 'pdf'],
  [/\.(docx|docm|dotx)$/i, 'docx'],
  [/\.(xlsx|xlsm|xltx)$/i, 'sheet'],
  [/\.eml$/i, 'mail'],
  [/\.msg$/i, 'msg'],
  [/\.rtf$/i, 'rtf'],
  [/\.odt$/i, 'odt'],
  [/\.(png|jpe?g|gif|webp|bmp)$/i, 'image'],
  [/\.(doc|xls|dot)$/i, 'old'],
];

/** Decided by type and name; an SVG or a page of HTML may carry scripts and is never shown. */
export function previewKind(mime: string, name: string): PreviewKind {
  const type = mime.split(';')[0]?.trim().toLowerCase() ?? '';
  if (/\.(svg|html?)$/i.test(name)) return 'none';
  const named = byName.find(([pattern]) => pattern.test(name))?.[1];
  if (named) return named;
  if (type === 'application/pdf') return 'pdf';
  if (type === wordType) return 'docx';
  if (type === sheetType) return 'sheet';
  if (type === 'message/rfc822') return 'mail';
  if (images.has(type)) return 'image';
  if (type === 'image/svg+xml' || type === 'text/html') return 'none';
  if (type.startsWith('text/') || type === 'application/xml' || type === 'application/json' || texts.test(name))
    return 'text';
  return 'none';
}

/** What a file is by its first bytes where they say so clearly; its name otherwise. A «doc» is often a PDF or an RTF. */
export function kindOfBytes(head: Uint8Array, named: PreviewKind): PreviewKind {
  const begins = (...bytes: number[]): boolean => bytes.every((byte, at) => head[at] === byte);
  if (begins(0x25, 0x50, 0x44, 0x46)) return 'pdf';
  if (begins(0x7b, 0x5c, 0x72, 0x74, 0x66)) return 'rtf';
  if (begins(0x89, 0x50, 0x4e, 0x47) || begins(0xff, 0xd8, 0xff)) return 'image';
  return named === 'old' ? 'none' : named;
}

/** The most of a text that is shown, in bytes. */
export const TEXT_SHOWN = 1024 * 1024;

/** Bytes of a text → its words: UTF-8 or UTF-16 when they are, else the encoding it names, else the one whose letters they make. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    // The end may have been cut in the middle of a letter.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    const head = new TextDecoder('windows-1251').decode(bytes.subarray(0, 400));
    const named = /encoding\s*=\s*["']?(windows-1251|cp866|ibm866|koi8-r)|Кодировка=(DOS)/i.exec(head);
    const label = named?.[2] ? 'ibm866' : named?.[1]?.toLowerCase().replace('cp866', 'ibm866');
    return new TextDecoder(label ?? alphabetOf(bytes)).decode(bytes);
  }
}

/** Pairs of letters that Russian words are full of; a small letter before a capital, and signs that no office text has. */
const pairs = /ст|но|то|на|ен|ов|ни|ра|во|ко|ро|пр|по|ре|ос|ер|ан|от|ли|ал/gi;
const torn = /[а-яё][А-ЯЁ]/g;
const strange = /[^\s\x20-\x7eА-Яа-яЁё№«»—–…„“”’§°]/g;

/** The alphabet in which the bytes look most like Russian. */
function alphabetOf(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, 16_384);
  const score = (label: string): number => {
    const text = new TextDecoder(label).decode(sample);
    const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
    return count(pairs) * 3 - (count(torn) + count(strange)) * 2;
  };
  const labels = ['windows-1251', 'koi8-r', 'ibm866'];
  const scores = labels.map(score);
  return labels[scores.indexOf(Math.max(...scores))] ?? 'windows-1251';
}
