import { readFileSync } from 'node:fs';
import { readDocx } from '#electron/core/jobs/docx/read-docx.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { DocxWords } from '#shared/ipc/file-channels.ts';

/** Paragraphs handed over at most. */
const MOST_BLOCKS = 20_000;

/** The words of a DOCX in their order, with their numbers: there in a moment, however long its layout takes. */
export function wordsJob({ path }: { path: string }): DocxWords {
  try {
    const blocks = readDocx(readFileSync(path)).slice(0, MOST_BLOCKS);
    return {
      blocks: blocks.map(({ kind, number, text }) => ({
        heading: kind === 'heading',
        text: number === '' ? text : `${number} ${text}`,
      })),
      problem: null,
    };
  } catch (error) {
    const known = error instanceof Refusal ? error.details?.['problem'] : undefined;
    return { blocks: [], problem: typeof known === 'string' ? known : 'DOCX_DAMAGED' };
  }
}
