import { fromBase64 } from '#shared/formats/cms/open-container.ts';

/** A file that lies beside another one and speaks of it. */
export type BesideKind = 'signature' | 'authority';

/** The beginning of SignedData wherever its lengths end: the OID 1.2.840.113549.1.7.2. */
const signedData = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];
/** Lists of certificates have the same beginning and sign nothing. */
const certificates = /\.(p7b|p7c|spc)$/i;
const signatures = /\.(sig|sign|sgn|p7s|p7m|p7)$/i;
const authorities = /^ON_EMCHD_.*\.xml$/i;

/** What a file is by its first bytes (a hundred are enough for a signature, a thousand for an МЧД), else by its name; null: a file of its own. */
export function besideKind(name: string, head: Uint8Array): BesideKind | null {
  if (isSignedData(head)) return certificates.test(name) ? null : 'signature';
  if (isAuthority(head)) return 'authority';
  if (signatures.test(name)) return 'signature';
  return authorities.test(name) && (head.length === 0 || head.includes(0x3c)) ? 'authority' : null;
}

function isSignedData(head: Uint8Array): boolean {
  const der = head[0] === 0x30 ? head : decoded(head);
  if (der?.[0] !== 0x30) return false;
  const at = der.subarray(0, 12).indexOf(0x06);
  return at > 0 && signedData.every((byte, step) => der[at + step] === byte);
}

/** The first bytes of PEM or of bare base64; null when it is neither. */
function decoded(head: Uint8Array): Uint8Array | null {
  const text = String.fromCharCode(...head.subarray(0, 400)).replace(/^\u00ef\u00bb\u00bf/, '');
  const body = text.replace(/^-----BEGIN [A-Z0-9 ]{1,40}-----/, '').replace(/\s/g, '');
  const letters = /^[A-Za-z0-9+/]{24,64}/.exec(body)?.[0];
  if (!letters) return null;
  return fromBase64(Uint8Array.from(letters.slice(0, letters.length & ~3), (letter) => letter.charCodeAt(0)));
}

/** The name of the form stands in the root element, in Latin letters whatever the encoding. */
function isAuthority(head: Uint8Array): boolean {
  const text = String.fromCharCode(...head.subarray(0, 2_000));
  return /^(\u00ef\u00bb\u00bf)?\s*</.test(text) && /["']EMCHD_\d|x-artefacts\/EMCHD_\d/.test(text);
}

const folded = (name: string): string => name.normalize('NFC').toLowerCase();

/** What a signature is called without its own endings: «договор.pdf.sig» → «договор.pdf». */
export const withoutSignatureEnding = (name: string): string => name.replace(signatures, '');

/**
 * Which of the files a signature is called after: «договор.pdf.sig» and «договор.pdf (Иванов).p7s» of «договор.pdf», «договор.sig» of the only
 * «договор.*». -1: none or not one alone. `names` are of different files.
 */
export function namedAfter(signature: string, names: readonly string[]): number {
  const own = folded(signature);
  const whole = names
    .map((name, place) => ({ place, name: folded(name) }))
    .filter(({ name }) => own.startsWith(name) && own.length > name.length);
  if (whole.length > 0) return whole.reduce((a, b) => (b.name.length > a.name.length ? b : a)).place;
  const stem = withoutSignatureEnding(own);
  const alike = names.flatMap((name, place) => (folded(name).replace(/\.[^.]+$/, '') === stem ? [place] : []));
  return alike.length === 1 ? (alike[0] ?? -1) : -1;
}
