import type {
  CertificateChain,
  CertificateState,
  DigestName,
  SignatureReport,
  SignerReport,
  UncheckedReason,
} from '#shared/domain/signature/report.ts';
import { verifyGost } from '#shared/formats/cms/gost-verify.ts';
import { digests, RSA_PSS, signatureDigests } from '#shared/formats/cms/oids.ts';
import { hexOf, type ReadCertificate } from '#shared/formats/cms/read-certificate.ts';
import type { ReadSigner, SignedFile } from '#shared/formats/cms/read-signed.ts';
import { sameBytes } from '#shared/formats/cms/same-bytes.ts';
import { streebog } from '#shared/formats/cms/streebog.ts';

type ShaName = Exclude<DigestName, 'streebog256' | 'streebog512' | 'gost94'>;

/** The arithmetic that a platform has of its own. Keys are DER of SubjectPublicKeyInfo. */
export interface Arithmetic {
  hash(name: ShaName, bytes: Uint8Array): Uint8Array;
  verify(given: { key: Uint8Array; digest: ShaName; pss: boolean; bytes: Uint8Array; signature: Uint8Array }): boolean;
}

/**
 * Checks every signature. `file`: the bytes beside it, needed when it holds none; when it does, both have to be the same. `now`: the instant for the
 * terms of certificates.
 */
export function checkSigned(
  signed: SignedFile,
  file: Uint8Array | null,
  now: number,
  arithmetic: Arithmetic,
): SignatureReport {
  const content = signed.content ?? file;
  const other = signed.content !== null && file !== null && !sameBytes(signed.content, file);
  const hashes = new Map<DigestName, Uint8Array>();
  const hashOf = (digest: DigestName, bytes: Uint8Array): Uint8Array => {
    const known = hashes.get(digest) ?? digestOf(digest, bytes, arithmetic);
    hashes.set(digest, known);
    return known;
  };
  const signers = signed.signers.map((signer): SignerReport => {
    const { certificate } = signer;
    const digest = digests.get(signer.digestAlgorithm) ?? null;
    const bound = isBound(signer, arithmetic);
    const outcome = bound === false ? WRONG : judge(signer, content, hashOf, arithmetic);
    return {
      ...(other && outcome.verdict === 'matches' ? { verdict: 'differs', reason: null } : outcome),
      key: certificate?.facts.key ?? null,
      digest,
      signedAt: signer.signedAt,
      hasTimeStamp: signer.hasTimeStamp,
      certificate: certificate?.facts ?? null,
      certificateBound: bound,
      stateNow: certificate && stateAt(certificate, now),
      stateAtSigning: certificate && signer.signedAt !== null ? stateAt(certificate, signer.signedAt) : null,
      ...issuersOf(certificate, signed.certificates, arithmetic),
    };
  });
  const checked = content && { sha256: hexOf(arithmetic.hash('sha256', content)), size: content.length };
  return { problem: null, attached: signed.content !== null, checked, signers };
}

/** Whether the first signature was made over these bytes, without looking at its key where that can be avoided. */
export function isOver(signed: SignedFile, bytes: Uint8Array, arithmetic: Arithmetic): boolean {
  const [signer] = signed.signers;
  const digest = signer && digests.get(signer.digestAlgorithm);
  if (!signer || !digest || digest === 'gost94') return false;
  if (signer.messageDigest) return sameBytes(signer.messageDigest, digestOf(digest, bytes, arithmetic));
  return checkSigned(signed, bytes, 0, arithmetic).signers[0]?.verdict === 'matches';
}

type Outcome = Pick<SignerReport, 'verdict' | 'reason'>;

const WRONG: Outcome = { verdict: 'wrong', reason: null };

/** Whether the certificate that was found is the one whose hash was signed. */
function isBound({ certificate, certificateHash }: ReadSigner, arithmetic: Arithmetic): boolean | null {
  const digest = certificateHash && digests.get(certificateHash.algorithm);
  if (!certificate || !certificateHash || !digest || digest === 'gost94') return null;
  return sameBytes(digestOf(digest, certificate.bytes, arithmetic), certificateHash.hash);
}

const unchecked = (reason: UncheckedReason): Outcome => ({ verdict: 'unchecked', reason });

function judge(
  signer: ReadSigner,
  content: Uint8Array | null,
  hashOf: (digest: DigestName, bytes: Uint8Array) => Uint8Array,
  arithmetic: Arithmetic,
): Outcome {
  const digest = digests.get(signer.digestAlgorithm);
  if (!signer.certificate) return unchecked('CERTIFICATE_MISSING');
  if (!digest || digest === 'gost94') return unchecked('ALGORITHM_UNKNOWN');
  if (!content) return unchecked('FILE_MISSING');
  const held = verify(
    signer.certificate,
    digest,
    signer.signatureAlgorithm,
    signer.attributes ?? content,
    signer.signature,
    arithmetic,
  );
  if (typeof held === 'string') return unchecked(held);
  // Without attributes nothing tells changed bytes from a signature of somebody else.
  if (signer.attributes === null) return { verdict: held ? 'matches' : 'differs', reason: null };
  if (!held) return WRONG;
  const same = signer.messageDigest !== null && sameBytes(signer.messageDigest, hashOf(digest, content));
  return { verdict: same ? 'matches' : 'differs', reason: null };
}

function digestOf(digest: DigestName, bytes: Uint8Array, arithmetic: Arithmetic): Uint8Array {
  if (digest === 'streebog256' || digest === 'streebog512') return streebog(bytes, digest === 'streebog256' ? 32 : 64);
  return digest === 'gost94' ? new Uint8Array() : arithmetic.hash(digest, bytes);
}

/** Whether the key signed the bytes; a reason when nobody here can tell. */
function verify(
  { facts, gost, keyInfo }: ReadCertificate,
  digest: DigestName,
  algorithm: string,
  bytes: Uint8Array,
  signature: Uint8Array,
  arithmetic: Arithmetic,
): boolean | UncheckedReason {
  const isGost = digest === 'streebog256' || digest === 'streebog512';
  if (facts.key === 'gost2012-256' || facts.key === 'gost2012-512') {
    if (!isGost) return 'ALGORITHM_UNKNOWN';
    if (!gost) return 'CURVE_UNKNOWN';
    return verifyGost(gost.curve, gost.point, digestOf(digest, bytes, arithmetic), signature) ?? 'CURVE_UNKNOWN';
  }
  if ((facts.key !== 'rsa' && facts.key !== 'ecdsa') || isGost || digest === 'gost94') return 'ALGORITHM_UNKNOWN';
  // A signature algorithm with a hash of its own goes before what the signer says of its hashes.
  const own = signatureDigests.get(algorithm);
  const sha = own && own !== 'streebog256' && own !== 'streebog512' && own !== 'gost94' ? own : digest;
  return arithmetic.verify({ key: keyInfo, digest: sha, pss: algorithm === RSA_PSS, bytes, signature });
}

function stateAt({ facts }: ReadCertificate, at: number): CertificateState {
  if (at < facts.notBefore) return 'not-yet';
  return at > facts.notAfter ? 'expired' : 'in-force';
}

type Issuers = Pick<SignerReport, 'chain' | 'path'>;

function issuersOf(
  certificate: ReadCertificate | null,
  all: readonly ReadCertificate[],
  arithmetic: Arithmetic,
): Issuers {
  if (!certificate) return { chain: null, path: [] };
  const path = [certificate];
  const chain = chainOf(path, all, arithmetic);
  return { chain, path: path.map((one) => hexOf(digestOf('sha256', one.bytes, arithmetic))) };
}

/** Follows the issuers that are in the file; those whose signatures hold are added to the path. */
function chainOf(path: ReadCertificate[], all: readonly ReadCertificate[], arithmetic: Arithmetic): CertificateChain {
  let current = path[0] as ReadCertificate;
  for (let steps = 0; steps <= all.length; steps += 1) {
    const isRoot = sameBytes(current.ownerBytes, current.issuerBytes);
    const issuers = isRoot ? [current] : all.filter((one) => sameBytes(one.ownerBytes, current.issuerBytes));
    if (issuers.length === 0) return 'unknown';
    const signed = current;
    const answers = issuers.map((issuer) => ({ issuer, held: issued(issuer, signed, arithmetic) }));
    const found = answers.find(({ held }) => held === true);
    if (!found) return answers.some(({ held }) => held === false) ? 'broken' : 'unknown';
    if (isRoot) return steps === 0 ? 'self-signed' : 'linked';
    current = found.issuer;
    path.push(current);
  }
  return 'unknown';
}

/** Whether one certificate signed the other; a reason when nobody here can tell. */
export function issued(
  issuer: ReadCertificate,
  certificate: ReadCertificate,
  arithmetic: Arithmetic,
): boolean | UncheckedReason {
  const digest = signatureDigests.get(certificate.algorithm);
  if (!digest) return 'ALGORITHM_UNKNOWN';
  return verify(issuer, digest, certificate.algorithm, certificate.signed, certificate.signature, arithmetic);
}
