import { readFileSync, statSync } from 'node:fs';
import { extractText } from '#electron/core/jobs/extract/extract-text.ts';
import { type FileTextState, inParts, packPart } from '#electron/core/store/search/file-texts.ts';

/** Larger files are not read: what they say is in their names. */
const MOST_BYTES = 200 * 1024 * 1024;
/** Characters of one file that are found: a book of some six hundred pages. */
const MOST_TEXT = 1_500_000;

/** The words of a file in packed parts. Never throws for what is wrong with the file itself. */
export async function extractJob(order: {
  path: string;
  name: string;
}): Promise<{ state: FileTextState; parts: Uint8Array[] }> {
  try {
    if (statSync(order.path).size > MOST_BYTES) return { state: 'failed', parts: [] };
    const text = await extractText(readFileSync(order.path), order.name);
    const words = text.slice(0, MOST_TEXT).trim();
    return words === '' ? { state: 'none', parts: [] } : { state: 'text', parts: inParts(words).map(packPart) };
  } catch {
    return { state: 'failed', parts: [] };
  }
}
