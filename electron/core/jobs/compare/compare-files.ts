import { readBlocks } from '#electron/core/jobs/compare/read-blocks.ts';
import type { Redline } from '#shared/domain/redline.ts';
import { compareBlocks } from '#shared/formats/redline/compare.ts';

/**
 * The difference of two files on this disk: DOCX, PDF with a text layer or plain text, told by their bytes and never by their names. Refuses
 * with FILE_UNREADABLE, FILE_TOO_LARGE or UNKNOWN_FORMAT; `details` say which `side` and, of DocumentProblem, which `problem`.
 */
export async function compareFiles(paths: { readonly left: string; readonly right: string }): Promise<Redline> {
  const started = performance.now();
  const left = await readBlocks(paths.left, 'left');
  const right = await readBlocks(paths.right, 'right');
  const redline = compareBlocks(left, right);
  return { ...redline, milliseconds: Math.round(performance.now() - started) };
}
