import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { makePdf } from '#electron/core/jobs/print/make-pdf.ts';
import { type Stamped, type StampProblem, stampPdf } from '#electron/core/jobs/print/stamp-pdf.ts';
import type { PrintMissing, StampCorner } from '#shared/domain/company/print-settings.ts';
import { makePaper, missingFor } from '#shared/formats/print/make-paper.ts';
import type { PrintData } from '#shared/formats/print/print-data.ts';

/** Lays a form out into `target`. `title` is what the file may be called. */
export async function printJob(given: {
  data: PrintData;
  target: string;
}): Promise<{ title: string; missing: PrintMissing[] }> {
  const paper = makePaper(given.data);
  writeWhole(given.target, await makePdf(paper));
  return { title: paper.title, missing: missingFor(given.data) };
}

/** Puts the stamp of a document on a copy of a file. Nothing is written when the file cannot take it. */
export async function stampJob(given: {
  source: string;
  data: PrintData;
  corner: StampCorner;
  target: string;
}): Promise<Omit<Stamped, 'bytes'> | { problem: StampProblem }> {
  const stamp = await makePdf(makePaper(given.data));
  const stamped = await stampPdf(readFileSync(given.source), stamp, given.corner);
  if ('problem' in stamped) return stamped;
  const { bytes, ...told } = stamped;
  writeWhole(given.target, bytes);
  return told;
}

/** A job stopped in the middle leaves no half of a file. */
function writeWhole(target: string, bytes: Uint8Array): void {
  writeFileSync(`${target}.part`, bytes, { mode: 0o600 });
  renameSync(`${target}.part`, target);
}
