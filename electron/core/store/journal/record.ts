import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';

/**
 * One record of a journal: length of what follows (4 bytes, little endian) · nonce (12) · AES-256-GCM(JSON) · tag (16).
 * A segment begins with eight bytes that say what it is and eight that are its own; both are bound into every record, so that
 * a record counts in its own segment only.
 */
export const magic = Buffer.from('OPORAJ1\n', 'latin1');
export const headLength = 16;
const nonceLength = 12;
const tagLength = 16;
const overhead = nonceLength + tagLength;
/** Longer than any command may be: a length beyond it is not one. */
const longest = 64 * 1024 * 1024;

/** The journal's own key, from the raw key of the profile. */
export const journalKey = (profileKey: Buffer): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', profileKey, Buffer.alloc(0), 'opora outbox journal', 32)));

export const newHead = (): Buffer => Buffer.concat([magic, randomBytes(headLength - magic.length)]);

export function sealRecord(key: KeyObject, head: Buffer, text: string): Buffer {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(head);
  const body = cipher.update(text, 'utf8');
  cipher.final();
  const length = Buffer.allocUnsafe(4);
  length.writeUInt32LE(overhead + body.length);
  return Buffer.concat([length, nonce, body, cipher.getAuthTag()]);
}

/** Text of one record without its length; undefined when it is not whole or not of this key and segment. */
export function openRecord(key: KeyObject, head: Buffer, sealed: Buffer): string | undefined {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceLength));
  decipher.setAAD(head);
  decipher.setAuthTag(sealed.subarray(-tagLength));
  try {
    const text = decipher.update(sealed.subarray(nonceLength, -tagLength), undefined, 'utf8');
    return text + decipher.final('utf8');
  } catch {
    return undefined;
  }
}

/** Where the records of a segment lie, without looking into them; stops where no record can follow. */
export function* frames(bytes: Buffer): Iterable<Buffer> {
  if (bytes.length < headLength || !bytes.subarray(0, magic.length).equals(magic)) return;
  for (let at = headLength; at + 4 <= bytes.length; ) {
    const length = bytes.readUInt32LE(at);
    if (length <= overhead || length > longest || at + 4 + length > bytes.length) return;
    yield bytes.subarray(at + 4, at + 4 + length);
    at += 4 + length;
  }
}
