import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

/** OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, two passes, one lane. */
const current = { memory: 19_456, passes: 2, parallelism: 1 };
const tagLength = 32;

/** A password as it is kept: `$argon2id$v=19$m=…,t=…,p=…$salt$tag` (PHC string format). */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await derive('argon2id', { message: normal(password), nonce, tagLength, ...current });
  const { memory, passes, parallelism } = current;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(nonce)}$${base64(tag)}`;
}

/** Whether the password is the one that was kept; a string that is no such hash fits no password. */
export async function checkPassword(password: string, kept: string): Promise<boolean> {
  const found = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(kept);
  if (!found) return false;
  const [memory, passes, parallelism] = [Number(found[1]), Number(found[2]), Number(found[3])];
  const [nonce, expected] = [Buffer.from(found[4] ?? '', 'base64'), Buffer.from(found[5] ?? '', 'base64')];
  const message = normal(password);
  const tag = await derive('argon2id', { message, nonce, tagLength: expected.length, memory, passes, parallelism });
  return timingSafeEqual(tag, expected);
}

/** The same work as a real check, so that the time of an answer does not tell which logins exist. */
export async function checkNothing(password: string): Promise<false> {
  await derive('argon2id', { message: normal(password), nonce: Buffer.alloc(16), tagLength, ...current });
  return false;
}

/** The same letters typed on another keyboard or system are the same password (Unicode NFC). */
const normal = (password: string): string => password.normalize('NFC');

const base64 = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');
