import { createCipheriv, createDecipheriv, createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What is kept beside the profile: enough to make the same key again and to know a wrong passphrase, not to find the right one quickly. */
interface Recipe {
  salt: string;
  cost: number;
  check: string;
  /** The key of the profile under what the passphrase gives; absent: that is the key itself. */
  sealed?: string;
}

const cost = 2 ** 17; // about 0.4 s and 128 MB: what OWASP asks of scrypt

/** The raw 32-byte key of a profile made of its passphrase; the first passphrase becomes the profile's. Undefined when it is a wrong one. */
export async function passphraseKey(file: string, passphrase: string): Promise<Uint8Array | undefined> {
  const known = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (known === undefined) {
    const salt = randomBytes(16);
    const key = await derive(passphrase, salt, cost);
    await write(file, { salt: salt.toString('base64'), cost, check: checkOf(key).toString('base64') });
    return new Uint8Array(key);
  }
  const recipe = JSON.parse(known) as Recipe;
  const key = await derive(passphrase, Buffer.from(recipe.salt, 'base64'), recipe.cost);
  if (!timingSafeEqual(checkOf(key), Buffer.from(recipe.check, 'base64'))) return undefined;
  return new Uint8Array(recipe.sealed === undefined ? key : open(key, recipe.sealed));
}

/** A new passphrase for a profile whose key is known by other means; the former recipe stays under another name. */
export async function keepUnderPassphrase(file: string, passphrase: string, profileKey: Uint8Array): Promise<void> {
  const salt = randomBytes(16);
  const key = await derive(passphrase, salt, cost);
  await rename(file, `${file}.former-${Date.now()}`).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  const sealed = seal(key, profileKey);
  await write(file, { salt: salt.toString('base64'), cost, check: checkOf(key).toString('base64'), sealed });
}

async function write(file: string, recipe: Recipe): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(`${file}.new`, JSON.stringify(recipe), { mode: 0o600, flush: true });
  await rename(`${file}.new`, file);
}

function seal(key: Buffer, bytes: Uint8Array): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64');
}

function open(key: Buffer, text: string): Buffer {
  const bytes = Buffer.from(text, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
}

function derive(passphrase: string, salt: Buffer, N: number): Promise<Buffer> {
  // One passphrase typed on two keyboards may differ in composed letters.
  const text = passphrase.normalize('NFC');
  return new Promise((resolve, reject) => {
    scrypt(text, salt, 32, { N, r: 8, p: 1, maxmem: 256 * N * 8 }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

const checkOf = (key: Buffer): Buffer => createHmac('sha256', key).update('opora profile key').digest();
