import type { SignatureProblem, SignerReport, UncheckedReason } from '#shared/domain/signature/report.ts';
import type { SignatureCheck } from '#shared/ipc/signature-channels.ts';

/**
 * What a signature is worth at a glance. valid: the bytes are the signed ones, and the company trusts the certificate, which was in force; untrusted:
 * mathematically correct, but its certificate is not to be relied on; unfit: not of this file, or not of this key; unchecked: nobody here can tell.
 */
export type Mark = 'valid' | 'untrusted' | 'unfit' | 'unchecked';

/** Why it is no better than it is. */
export type MarkReason =
  | UncheckedReason
  | SignatureProblem
  | 'DIFFERS'
  | 'WRONG'
  | 'OUT_OF_TERM'
  | 'EXPIRED'
  | 'CHAIN_BROKEN'
  | 'NOT_TRUSTED'
  | 'SIGNATURE_AWAY'
  | 'FILE_AWAY';

export interface Verdict {
  mark: Mark;
  reason: MarkReason | null;
}

const marks = ['unfit', 'unchecked', 'untrusted', 'valid'] as const satisfies readonly Mark[];

/** The certificates of the company's list, by SHA-256 in hexadecimal. */
export type Trusted = ReadonlySet<string>;

export function verdictOfSigner(signer: SignerReport, trusted: Trusted): Verdict {
  if (signer.verdict === 'differs') return { mark: 'unfit', reason: 'DIFFERS' };
  if (signer.verdict === 'wrong') return { mark: 'unfit', reason: 'WRONG' };
  if (signer.verdict === 'unchecked') return { mark: 'unchecked', reason: signer.reason };
  const reason = doubtOf(signer, trusted);
  return { mark: reason ? 'untrusted' : 'valid', reason };
}

/** Time stamps are not checked here, so a certificate counts by the day of the check as well (63-ФЗ, article 11). */
function doubtOf(signer: SignerReport, trusted: Trusted): MarkReason | null {
  if (signer.chain === 'broken') return 'CHAIN_BROKEN';
  if (signer.stateAtSigning !== null && signer.stateAtSigning !== 'in-force') return 'OUT_OF_TERM';
  if (!signer.path.some((one) => trusted.has(one))) return 'NOT_TRUSTED';
  return signer.stateNow === 'in-force' ? null : 'EXPIRED';
}

/** Of several signatures in one file the one that is worth least speaks for all. */
export function verdictOf({ away, report }: SignatureCheck, trusted: Trusted): Verdict {
  if (away) return { mark: 'unchecked', reason: away === 'file' ? 'FILE_AWAY' : 'SIGNATURE_AWAY' };
  if (!report || report.problem) return { mark: 'unchecked', reason: report?.problem ?? 'SIGNATURE_DAMAGED' };
  const all = report.signers.map((signer) => verdictOfSigner(signer, trusted));
  const place = ({ mark }: Verdict): number => marks.indexOf(mark);
  const worst = all.reduce<Verdict | null>((low, one) => (low && place(low) <= place(one) ? low : one), null);
  return worst ?? { mark: 'unchecked', reason: 'SIGNATURE_WITHOUT_SIGNER' };
}

/** How the window paints a mark. */
export const looks = {
  valid: { tone: 'green', glyph: 'done' },
  untrusted: { tone: 'amber', glyph: 'wait' },
  unfit: { tone: 'red', glyph: 'refused' },
  unchecked: { tone: 'ink', glyph: 'draft' },
} as const satisfies Record<Mark, { tone: 'green' | 'amber' | 'red' | 'ink'; glyph: string }>;
