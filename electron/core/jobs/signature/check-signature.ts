import { readFileSync, statSync } from 'node:fs';
import { nodeArithmetic } from '#electron/core/jobs/signature/node-arithmetic.ts';
import { MOST_BYTES } from '#electron/core/jobs/signature/place-signature.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { SignatureReport } from '#shared/domain/signature/report.ts';
import { checkSigned } from '#shared/formats/cms/check-signed.ts';
import { CmsFault } from '#shared/formats/cms/open-container.ts';
import { readSigned } from '#shared/formats/cms/read-signed.ts';

const refused = (problem: SignatureReport['problem']): SignatureReport => ({
  problem,
  attached: false,
  checked: null,
  signers: [],
});

/**
 * Checks the signatures in a file (.sig, .p7s, .p7m) against the bytes beside it; `file` null: those inside of it. What is wrong with the signature
 * comes as a problem of the report. Throws Refusal FILE_UNREADABLE.
 */
export function checkSignature(order: { signature: string; file: string | null; now: number }): SignatureReport {
  const paths = [order.signature, ...(order.file === null ? [] : [order.file])];
  try {
    if (paths.some((path) => statSync(path).size > MOST_BYTES)) return refused('SIGNATURE_TOO_LARGE');
    const [signature, file = null] = paths.map((path) => readFileSync(path));
    return checkSigned(readSigned(signature ?? new Uint8Array()), file, order.now, nodeArithmetic);
  } catch (error) {
    if (error instanceof CmsFault) return refused(error.problem);
    throw new Refusal('FILE_UNREADABLE', { message: error instanceof Error ? error.message : String(error) });
  }
}
