import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { htmlWords } from '#electron/core/jobs/extract/html-words.ts';
import { readMsg } from '#electron/core/jobs/mail/read-msg.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { MailMessage } from '#shared/formats/mail/message.ts';
import { readMail } from '#shared/formats/mail/read-mail.ts';

/** A letter without the bytes of its files: these lie in the folder that was given. */
export interface LetterParts {
  from: string;
  to: string;
  cc: string;
  subject: string;
  /** ISO 8601, or as the letter has it. */
  date: string;
  /** The words of the letter, those of a page where there are no others. */
  text: string;
  messageId: string | null;
  address: string | null;
  files: { name: string; path: string }[];
}

/** Letters with larger files than these come by other ways. */
const MOST_BYTES = 200 * 1024 * 1024;
const MOST_FILES = 200;

/** Reads a letter and lays its files down in a folder. Rejects with Refusal FILE_UNREADABLE, FILE_TOO_LARGE or UNKNOWN_FORMAT. */
export async function takeLetterApart(order: { path: string; name: string; folder: string }): Promise<LetterParts> {
  const letter = await lettered(order.path, order.name);
  mkdirSync(order.folder, { recursive: true, mode: 0o700 });
  const files = letter.parts
    // Pictures of the letter's own page are part of the letter.
    .filter((part) => part.contentId === null && part.bytes.length > 0)
    .slice(0, MOST_FILES)
    .map(({ name, bytes }, at) => {
      // The name is what a stranger wrote: on the disk it is a number.
      const path = join(order.folder, String(at));
      writeFileSync(path, bytes, { mode: 0o600 });
      return { name, path };
    });
  const { from, to, cc, subject, date, html } = letter;
  const text = letter.text.trim() === '' && html !== null ? htmlWords(html) : letter.text.trim();
  const { messageId = null, address = null } = letter;
  return { from, to, cc, subject, date, text, messageId, address, files };
}

async function lettered(path: string, name: string): Promise<MailMessage> {
  let bytes: Uint8Array;
  try {
    const { size } = statSync(path);
    if (size > MOST_BYTES) throw new Refusal('FILE_TOO_LARGE', { name, size, limit: MOST_BYTES });
    bytes = readFileSync(path);
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('FILE_UNREADABLE', { name });
  }
  try {
    return /\.msg$/i.test(name) ? readMsg(bytes) : await readMail(bytes);
  } catch {
    throw new Refusal('UNKNOWN_FORMAT', { name });
  }
}
