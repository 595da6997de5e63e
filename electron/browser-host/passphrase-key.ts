import { createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What is kept beside the profile: enough to make the same key again and to know a wrong passphrase, not to find the right one quickly. */
interface Recipe {
  salt: string;
  cost: number;
  check: string;
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
    const recipe: Recipe = { salt: salt.toString('base64'), cost, check: checkOf(key).toString('base64') };
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(`${file}.new`, JSON.stringify(recipe), { mode: 0o600, flush: true });
    await rename(`${file}.new`, file);
    return new Uint8Array(key);
  }
  const recipe = JSON.parse(known) as Recipe;
  const key = await derive(passphrase, Buffer.from(recipe.salt, 'base64'), recipe.cost);
  return timingSafeEqual(checkOf(key), Buffer.from(recipe.check, 'base64')) ? new Uint8Array(key) : undefined;
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
