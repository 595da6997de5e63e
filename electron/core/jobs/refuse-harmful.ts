import { open } from 'node:fs/promises';
import { Refusal } from '#shared/domain/error.ts';
import { harmOf, headLength } from '#shared/formats/harmful.ts';

/**
 * Rejects with Refusal FILE_REFUSED what the centre would put into quarantine, before it is kept: the person hears of it at once.
 * FILE_EMPTY when nothing is in it: a program that failed to save left it. FILE_UNREADABLE when the file cannot be opened.
 */
export async function refuseHarmful(path: string, name: string): Promise<void> {
  const head = await headOf(path);
  if (head.length === 0) throw new Refusal('FILE_EMPTY', { name });
  const harm = harmOf(name, head);
  if (harm !== null) throw new Refusal('FILE_REFUSED', { name, why: harm });
}

/** The first bytes of a file. Rejects with Refusal FILE_UNREADABLE. */
export async function headOf(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await file.read(new Uint8Array(headLength), 0, headLength, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw new Refusal('FILE_UNREADABLE', { reason: (error as NodeJS.ErrnoException).code ?? '' });
  }
}
