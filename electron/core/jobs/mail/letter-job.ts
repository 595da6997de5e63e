import { readFileSync } from 'node:fs';
import { readMsg } from '#electron/core/jobs/mail/read-msg.ts';
import type { Letter } from '#shared/ipc/file-channels.ts';

/** Bytes of the files of a letter that are handed over, all together; the others keep their names. */
const PARTS_MAX_BYTES = 40 * 1024 * 1024;

/** A letter of Outlook for the preview; null when it cannot be read. */
export function letterJob({ path }: { path: string }): Letter | null {
  try {
    const letter = readMsg(readFileSync(path));
    let bytes = 0;
    const parts = letter.parts.map(({ bytes: content, ...part }) => {
      bytes += content.length;
      return { ...part, base64: bytes > PARTS_MAX_BYTES ? '' : Buffer.from(content).toString('base64') };
    });
    return { ...letter, parts };
  } catch {
    return null;
  }
}
