import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { nodeArithmetic } from '#electron/core/jobs/signature/node-arithmetic.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { SignatureProblem } from '#shared/domain/signature/report.ts';
import { isOver } from '#shared/formats/cms/check-signed.ts';
import { CmsFault } from '#shared/formats/cms/open-container.ts';
import { hexOf } from '#shared/formats/cms/read-certificate.ts';
import { readSigned, type SignedFile } from '#shared/formats/cms/read-signed.ts';

/** Bytes of a signature, which may hold the signed file, or of a file beside one. */
export const MOST_BYTES = 200 * 1024 * 1024;
/** Bytes of all files that are tried: what is called after its file is found without them. */
const TRIED_BYTES = 64 * 1024 * 1024;

export interface PlacedSignature {
  problem: SignatureProblem | null;
  /** The signed bytes lie inside of it; null: they lie elsewhere. */
  content: { sha256: string; size: number } | null;
  /** The first of the files over whose bytes it was made. */
  id: string | null;
}

/** Finds the file that a signature was made over, trying the files in their order. Throws Refusal FILE_UNREADABLE. */
export function placeSignature(order: {
  signature: string;
  files: readonly { id: string; path: string }[];
}): PlacedSignature {
  const signed = readOrProblem(order.signature);
  if (typeof signed === 'string') return { problem: signed, content: null, id: null };
  const { content } = signed;
  if (content) {
    const sha256 = hexOf(nodeArithmetic.hash('sha256', content));
    return { problem: null, content: { sha256, size: content.length }, id: null };
  }
  let left = TRIED_BYTES;
  for (const { id, path } of order.files) {
    const size = statSync(path, { throwIfNoEntry: false })?.size ?? Number.POSITIVE_INFINITY;
    if (size > left) continue;
    left -= size;
    if (isOver(signed, readFileSync(path), nodeArithmetic)) return { problem: null, content: null, id };
  }
  return { problem: null, content: null, id: null };
}

/** Writes the bytes that lie inside of a signature into `target`; false: there are none. Throws Refusal FILE_UNREADABLE. */
export function extractContent(order: { signature: string; target: string }): boolean {
  const signed = readOrProblem(order.signature);
  if (typeof signed === 'string' || !signed.content) return false;
  writeFileSync(order.target, signed.content, { mode: 0o600 });
  return true;
}

function readOrProblem(path: string): SignedFile | SignatureProblem {
  try {
    return statSync(path).size > MOST_BYTES ? 'SIGNATURE_TOO_LARGE' : readSigned(readFileSync(path));
  } catch (error) {
    if (error instanceof CmsFault) return error.problem;
    throw new Refusal('FILE_UNREADABLE', { message: error instanceof Error ? error.message : String(error) });
  }
}
