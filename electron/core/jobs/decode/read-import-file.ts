import { createHash } from 'node:crypto';
import { decodeText } from '#electron/core/jobs/decode/decode.ts';
import type { ParseProgress } from '#shared/formats/client-bank/parse.ts';
import type { ImportPlan } from '#shared/formats/import-plan.ts';
import { planFileSteps, refusedPlan } from '#shared/formats/plan/plan-file.ts';

export interface ImportFile {
  readonly bytes: Uint8Array;
  readonly fileName: string | null;
  readonly ownInns: readonly string[];
}

/** Bytes of a dropped file → plan, in steps that a worker can show and cancel. The size is checked before decoding. */
export function* readImportFileSteps(file: ImportFile): Generator<ParseProgress, ImportPlan, void> {
  const fileHash = createHash('sha256').update(file.bytes).digest('hex');
  const context = { fileHash, fileName: file.fileName, ownInns: file.ownInns };
  const decoded = decodeText(file.bytes);
  if (!decoded.ok) {
    if (decoded.code === 'FILE_TOO_LARGE') return refusedPlan('FILE_TOO_LARGE', context, { ...decoded.params });
    return yield* planFileSteps({ ...context, kind: decoded.kind, text: null });
  }
  const { kind, text, encoding, damaged, declaredMismatch } = decoded;
  const mismatch = declaredMismatch === undefined ? {} : { declaredMismatch };
  return yield* planFileSteps({ ...context, kind, text, encoding, damaged, ...mismatch });
}

/** `readImportFileSteps` at once. */
export const readImportFile = (file: ImportFile): ImportPlan => {
  const steps = readImportFileSteps(file);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
};
