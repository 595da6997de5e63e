import type { FileKind } from '#shared/formats/detect.ts';

const signatures: readonly (readonly [FileKind, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['tiff', [0x4d, 0x4d, 0x00, 0x2a]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
];

const startsWith = (bytes: Uint8Array, signature: readonly number[], at = 0): boolean =>
  signature.every((byte, index) => bytes[at + index] === byte);

const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));

/** Office files are told apart by the folder of their parts, named in the directory at the end of the archive. */
const zipKind = (bytes: Uint8Array): FileKind => {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = view.subarray(Math.max(0, view.length - 1024 * 1024));
  const names = (text: string) => directory.includes(text) || view.subarray(0, 64 * 1024).includes(text);
  if (!names('[Content_Types].xml')) return 'zip';
  if (names('word/')) return 'docx';
  if (names('xl/')) return 'xlsx';
  return names('ppt/') ? 'pptx' : 'zip';
};

/** Bytes that no text holds; UTF-16 is decided before by its zero pattern. */
const isBinary = (bytes: Uint8Array): boolean => {
  let control = 0;
  const length = Math.min(bytes.length, 256 * 1024);
  for (let index = 0; index < length; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte === 0) return true;
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x1a) control += 1;
  }
  return control * 100 > length;
};

/** UTF-16 by its mark, or by the zeros beside the ASCII of the first four characters. */
export const utf16Kind = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
  if (bytes.length < 8) return null;
  const zeros = (from: number) => [0, 2, 4, 6].every((step) => bytes[from + step] === 0);
  const filled = (from: number) => [0, 2, 4, 6].every((step) => (bytes[from + step] ?? 0) >= 0x09);
  if (zeros(1) && filled(0)) return 'utf-16le';
  return zeros(0) && filled(1) ? 'utf-16be' : null;
};

/** What a file is by its first bytes; never by its name. Text is told from binary by control characters. */
export const sniffKind = (bytes: Uint8Array): FileKind => {
  if (bytes.length === 0) return 'empty';
  for (const [kind, signature] of signatures) {
    if (startsWith(bytes, signature)) return kind === 'zip' ? zipKind(bytes) : kind;
  }
  if (startsWith(bytes, ascii('RIFF')) && startsWith(bytes, ascii('WEBP'), 8)) return 'webp';
  // A bitmap's header holds four zero bytes, so that a text beginning with "BM" is no bitmap.
  if (startsWith(bytes, ascii('BM')) && startsWith(bytes, [0, 0, 0, 0], 6)) return 'bmp';
  const wide = utf16Kind(bytes);
  if (!wide && isBinary(bytes)) return 'binary';
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1').split('\0').join('');
  if (/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*$/.test(head) && bytes.length <= 4096) return 'empty';
  return /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*</.test(head) ? 'xml' : 'text';
};
