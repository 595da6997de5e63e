import { readFile } from 'node:fs/promises';
import { linesToBlocks } from '#electron/core/jobs/compare/lines-to-blocks.ts';
import { readPdf } from '#electron/core/jobs/compare/read-pdf.ts';
import { decodeText } from '#electron/core/jobs/decode/decode.ts';
import { sniffKind } from '#electron/core/jobs/decode/sniff.ts';
import { documentRefusal } from '#electron/core/jobs/docx/problem.ts';
import { readDocx } from '#electron/core/jobs/docx/read-docx.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { TextBlock } from '#shared/domain/redline.ts';

/** Blocks of a file of any kind that can be compared. What is refused names the side it stands on. */
export async function readBlocks(path: string, side: 'left' | 'right'): Promise<readonly TextBlock[]> {
  try {
    const bytes = await readFile(path);
    const kind = sniffKind(bytes);
    if (kind === 'pdf') return await readPdf(bytes);
    if (kind !== 'text') return readDocx(bytes);
    const decoded = decodeText(bytes);
    if (!decoded.ok) throw documentRefusal('DOCX_NOT_A_DOCUMENT');
    return linesToBlocks(decoded.text.split(/\r?\n/));
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(error.code, { ...error.details, side });
    throw error;
  }
}
