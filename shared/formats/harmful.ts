/** What a file does that a paper never does. */
export type Harm = 'program' | 'script' | 'page';

/** So many first bytes are enough to tell. */
export const headLength = 4_096;

/** First bytes of programs: Windows is told apart below, since a text may begin with its two letters. */
const programs: readonly (readonly number[])[] = [
  [0x7f, 0x45, 0x4c, 0x46], // ELF
  [0xfe, 0xed, 0xfa, 0xce], // Mach-O, both widths and both orders of bytes
  [0xfe, 0xed, 0xfa, 0xcf],
  [0xce, 0xfa, 0xed, 0xfe],
  [0xcf, 0xfa, 0xed, 0xfe],
  [0xca, 0xfe, 0xba, 0xbe], // Mach-O for several processors, Java
  [0x4c, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00], // a Windows shortcut
];

/** Names that Windows starts at a double press, whatever is inside. */
const started =
  /\.(?:exe|com|scr|pif|cpl|msi|msp|bat|cmd|ps1|psm1|vbs|vbe|js|jse|wsf|wsh|hta|jar|lnk|reg|scf|appref-ms)\s*$/i;

/** Formats that never begin as a page does. Not xls and doc: exports of other programs often are pages under these names. */
const neverPage = /\.(?:pdf|png|jpe?g|gif|webp|bmp|tiff?|docx|xlsx|pptx|odt|ods|zip|rar|7z|sig|p7s)\s*$/i;

/**
 * Whether a file must not be kept as a paper: a program or a script by its bytes or its name, or a page of the web that calls itself a
 * scan. `head` is its first bytes. What a paper is apart from that is not asked: a picture named .pdf does no harm.
 */
export function harmOf(name: string, head: Uint8Array): Harm | null {
  if (programs.some((magic) => magic.every((byte, place) => head[place] === byte))) return 'program';
  if (head[0] === 0x4d && head[1] === 0x5a && head.subarray(0, 512).includes(0)) return 'program';
  if (started.test(name)) return 'script';
  const text = wordsOf(head);
  if (text.startsWith('#!/') || text.startsWith('#! /') || text.startsWith('<?php')) return 'script';
  if (neverPage.test(name) && /^(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|script|svg|iframe)\b/s.test(text))
    return 'page';
  return null;
}

/** The beginning as small Latin letters, past marks of encoding and blanks; of two-byte texts the zero bytes are left out. */
function wordsOf(head: Uint8Array): string {
  let text = '';
  for (const byte of head.subarray(0, headLength)) if (byte !== 0) text += String.fromCharCode(byte);
  return text.replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*(?:<\?xml[^>]*>\s*)?/, '').toLowerCase();
}
