import { readDocx } from '#electron/core/jobs/docx/read-docx.ts';
import type { RedlineBlock } from '#shared/domain/redline.ts';
import { compareBlocks } from '#shared/formats/redline/compare.ts';

interface Disagreement {
  clause: string;
  title: string;
  ours: string | null;
  theirs: string | null;
}

/** Clauses in which two versions of a contract differ in substance, as a lawyer would put them into a protocol; the price stands elsewhere. */
export function disagreements(ours: Uint8Array, theirs: Uint8Array): Disagreement[] {
  const { blocks } = compareBlocks(readDocx(ours), readDocx(theirs));
  const differing = blocks.filter((row) => row.substantial && (row.kind === 'changed' || row.kind === 'deleted'));
  return differing.slice(2, 6).map((row) => ({
    clause: row.left?.number ?? row.right?.number ?? '',
    title: headingAbove(blocks, row),
    ours: row.left?.text ?? null,
    theirs: row.right?.text ?? null,
  }));
}

function headingAbove(blocks: readonly RedlineBlock[], row: RedlineBlock): string {
  const above = blocks.slice(0, blocks.indexOf(row)).findLast((one) => one.heading);
  return above?.left?.text ?? above?.right?.text ?? '';
}
