/** Hash functions of signatures. */
export type DigestName = 'streebog256' | 'streebog512' | 'gost94' | 'sha1' | 'sha256' | 'sha384' | 'sha512';
/** Kinds of keys that sign; gost2001 is read, but not checked any more. */
export type KeyName = 'gost2012-256' | 'gost2012-512' | 'gost2001' | 'rsa' | 'ecdsa';

/** Why a file of signatures cannot be read. */
export type CmsProblem = 'SIGNATURE_EMPTY' | 'NOT_A_SIGNATURE' | 'SIGNATURE_DAMAGED' | 'SIGNATURE_WITHOUT_SIGNER';
export type SignatureProblem = CmsProblem | 'SIGNATURE_TOO_LARGE';

/** What a certificate says of its owner or of its issuer. */
export type NameField =
  | 'commonName'
  | 'surname'
  | 'givenName'
  | 'organization'
  | 'unit'
  | 'title'
  | 'country'
  | 'region'
  | 'locality'
  | 'street'
  | 'email'
  | 'inn'
  | 'organizationInn'
  | 'ogrn'
  | 'ogrnip'
  | 'snils';

/** Whom a certificate names: the fields that are filled in. */
export type CertificateName = Readonly<Partial<Record<NameField, string>>>;

/** A certificate as far as a signature needs it. Instants in milliseconds. */
export interface CertificateFacts {
  /** Hexadecimal, as certificate authorities print it. */
  serial: string;
  owner: CertificateName;
  issuer: CertificateName;
  notBefore: number;
  notAfter: number;
  key: KeyName | null;
}

/**
 * matches: the owner of the key has signed exactly these bytes; differs: the bytes are not those that were signed; wrong: the signature is not
 * that of the named key; unchecked: see `reason`. None of them says that the certificate is to be trusted.
 */
export type SignatureVerdict = 'matches' | 'differs' | 'wrong' | 'unchecked';
export type UncheckedReason = 'FILE_MISSING' | 'CERTIFICATE_MISSING' | 'ALGORITHM_UNKNOWN' | 'CURVE_UNKNOWN';

/** A certificate against a day. */
export type CertificateState = 'in-force' | 'not-yet' | 'expired';

/**
 * unknown: the issuer's certificate is not in the file; linked: issuers up to a self-signed one are there and their signatures hold; self-signed: it is its
 * own issuer; broken: an issuer is there, but did not sign it. Whether a root is an accredited one, or a certificate was withdrawn, is not known here.
 */
export type CertificateChain = 'unknown' | 'linked' | 'self-signed' | 'broken';

/** What is known of one signature. Instants in milliseconds. */
export interface SignerReport {
  verdict: SignatureVerdict;
  reason: UncheckedReason | null;
  key: KeyName | null;
  digest: DigestName | null;
  /** By the signer's own clock. */
  signedAt: number | null;
  /** There is a time stamp of a third party; it is not checked. */
  hasTimeStamp: boolean;
  certificate: CertificateFacts | null;
  /**
   * The signature itself says which certificate belongs to it, and it is this one. False: it is another one with the same key, so that its names
   * prove nothing (the verdict is `wrong`). Null: the signature does not say, or with a hash that is not known.
   */
  certificateBound: boolean | null;
  /** On the day of the check. */
  stateNow: CertificateState | null;
  /** At the time the signer names; null when there is none. */
  stateAtSigning: CertificateState | null;
  chain: CertificateChain | null;
  /** SHA-256 of the certificate and of every issuer that is known to have signed the one before it, hexadecimal. */
  path: readonly string[];
}

/** What is known of a file of signatures. */
export interface SignatureReport {
  problem: SignatureProblem | null;
  /** The signed bytes lie inside of the signature. */
  attached: boolean;
  /** The bytes that the verdicts are about; null: they are not there. */
  checked: { sha256: string; size: number } | null;
  signers: SignerReport[];
}
