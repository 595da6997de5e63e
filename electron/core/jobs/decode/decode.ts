import { detectEncoding } from '#electron/core/jobs/decode/detect-encoding.ts';
import { sniffKind } from '#electron/core/jobs/decode/sniff.ts';
import type { FileKind } from '#shared/formats/detect.ts';
import { encodingByName, type TextEncodingName } from '#shared/formats/encoding-name.ts';
import { CLIENT_BANK_MAX_BYTES, CLIENT_BANK_SIGNATURE, XML_MAX_BYTES } from '#shared/formats/limits.ts';

export type DecodeResult =
  | {
      readonly ok: true;
      readonly kind: 'text' | 'xml';
      readonly text: string;
      readonly encoding: TextEncodingName;
      /** What the file says of itself, when that is not what its bytes are. */
      readonly declaredMismatch?: string;
      /** Some bytes fit no encoding and became U+FFFD. */
      readonly damaged: boolean;
    }
  | { readonly ok: false; readonly code: 'FILE_EMPTY' | 'FILE_BINARY'; readonly kind: FileKind }
  | {
      readonly ok: false;
      readonly code: 'FILE_TOO_LARGE';
      readonly kind: FileKind;
      readonly params: { readonly bytes: number; readonly limit: number };
    };

/** Largest file of a kind that is read into memory; everything else is only stored. */
const decodeLimit = (kind: FileKind): number => (kind === 'xml' ? XML_MAX_BYTES : CLIENT_BANK_MAX_BYTES);

/** The encoding a file claims: the XML declaration, or `Кодировка=` of a bank file. Headers are ASCII or already decoded. */
const declaration = (kind: FileKind, text: string): string | null => {
  const head = text.slice(0, 8192);
  if (kind === 'xml') return /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([^"']{1,40})["']/.exec(head)?.[1] ?? null;
  if (!head.trimStart().startsWith(CLIENT_BANK_SIGNATURE)) return null;
  return /^[ \t]*Кодировка[ \t]*=[ \t]*([^\r\n]{1,40})/im.exec(head)?.[1]?.trim() ?? null;
};

const textOf = (bytes: Uint8Array, encoding: TextEncodingName): string => new TextDecoder(encoding).decode(bytes);

/**
 * Decodes a file's bytes. Bytes that prove UTF-8 or UTF-16 win over any header; bytes that fit several alphabets are
 * read as an XML declaration says, or by their letters. The size is checked before anything is decoded.
 */
export const decodeText = (bytes: Uint8Array): DecodeResult => {
  const kind = sniffKind(bytes);
  if (kind === 'empty') return { ok: false, code: 'FILE_EMPTY', kind };
  if (kind !== 'text' && kind !== 'xml') return { ok: false, code: 'FILE_BINARY', kind };
  const limit = decodeLimit(kind);
  if (bytes.length > limit) return { ok: false, code: 'FILE_TOO_LARGE', kind, params: { bytes: bytes.length, limit } };

  const detected = detectEncoding(bytes);
  let encoding = detected.encoding;
  if (kind === 'xml' && !detected.certain) {
    const declared = declaration(kind, Buffer.from(bytes.subarray(0, 1024)).toString('latin1'));
    const named = declared === null ? null : encodingByName(declared);
    // Bytes that are no UTF-8 cannot be read as such, and pure ASCII needs nothing.
    if (
      named !== null &&
      (named === 'windows-1251' || named === 'ibm866' || named === 'koi8-r' || named === 'iso-8859-5')
    )
      encoding = named;
  }
  const text = textOf(bytes, encoding);
  const declared = declaration(kind, text);
  const mismatch = declared !== null && encodingByName(declared) !== encoding && !isAscii(bytes);
  return {
    ok: true,
    kind,
    text,
    encoding,
    ...(mismatch ? { declaredMismatch: declared } : {}),
    damaged: detected.damaged || text.includes('\uFFFD'),
  };
};

/** Pure ASCII agrees with every declaration. */
const isAscii = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80);
