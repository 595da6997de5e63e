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

/** The certificates of the company's list: `trustKey` of each. */
export type Trusted = ReadonlySet<string>;
/** Trusted as whose it is, or as one that issues certificates of others. */
export type TrustedAs = 'signer' | 'issuer';

export const trustKey = (as: TrustedAs, sha256: string): string => `${as}:${sha256}`;

/**
 * What of the list vouches for a signature: its certificate, or the one that issued it directly. Issuers further up do not: whether those between
 * may issue at all is not looked at here.
 */
export function vouching({ path }: SignerReport, trusted: Trusted): TrustedAs | null {
  const [own, issuer] = path;
  if (own !== undefined && trusted.has(trustKey('signer', own))) return 'signer';
  return issuer !== undefined && trusted.has(trustKey('issuer', issuer)) ? 'issuer' : null;
}

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
  if (vouching(signer, trusted) === null) return 'NOT_TRUSTED';
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

/** The tone of a mark. */
export const tones = {
  valid: 'green',
  untrusted: 'amber',
  unfit: 'red',
  unchecked: 'ink',
} as const satisfies Record<Mark, string>;
