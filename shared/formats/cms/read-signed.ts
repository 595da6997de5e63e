import { fromBER, GeneralizedTime, ObjectIdentifier, OctetString, Primitive, Sequence, UTCTime } from 'asn1js';
import { type Attribute, Certificate, ContentInfo, IssuerAndSerialNumber, SignedData, type SignerInfo } from 'pkijs';
import {
  MESSAGE_DIGEST,
  SHA1,
  SHA256,
  SIGNED_DATA,
  SIGNING_CERTIFICATE,
  SIGNING_CERTIFICATE_2,
  SIGNING_TIME,
  TIME_STAMP,
} from '#shared/formats/cms/oids.ts';
import { CmsFault, openContainer } from '#shared/formats/cms/open-container.ts';
import { type ReadCertificate, readCertificate } from '#shared/formats/cms/read-certificate.ts';
import { sameBytes } from '#shared/formats/cms/same-bytes.ts';

/** One signature of a container. OIDs in dotted form. */
export interface ReadSigner {
  certificate: ReadCertificate | null;
  digestAlgorithm: string;
  signatureAlgorithm: string;
  signature: Uint8Array;
  /** DER of the signed attributes; null when the content itself is signed. */
  attributes: Uint8Array | null;
  /** The hash of the content as the signer wrote it. */
  messageDigest: Uint8Array | null;
  /** What the signer's clock said: nobody vouches for it. */
  signedAt: number | null;
  hasTimeStamp: boolean;
  /** The hash of the certificate that the signer means; null: the signature does not say. */
  certificateHash: { algorithm: string; hash: Uint8Array } | null;
}

/** What is in a file of signatures. */
export interface SignedFile {
  /** The signed bytes themselves; null: they lie in another file. */
  content: Uint8Array | null;
  certificates: ReadCertificate[];
  signers: ReadSigner[];
}

/** Reads CMS SignedData (RFC 5652) in DER, BER, PEM or base64. Throws CmsFault. */
export function readSigned(file: Uint8Array): SignedFile {
  const bytes = openContainer(file);
  const signed = attempt(() => signedDataOf(bytes));
  if (signed.signerInfos.length === 0) throw new CmsFault('SIGNATURE_WITHOUT_SIGNER');
  const certificates = (signed.certificates ?? []).flatMap((one) =>
    one instanceof Certificate ? attempt(() => readCertificate(one)) : [],
  );
  const content = signed.encapContentInfo.eContent;
  return {
    content: content ? contentOf(content) : null,
    certificates,
    signers: signed.signerInfos.map((signer) => attempt(() => readSigner(signer, certificates))),
  };
}

/** The parser throws what it likes about bytes that are cut or changed. */
function attempt<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof CmsFault ? error : new CmsFault('SIGNATURE_DAMAGED');
  }
}

function signedDataOf(bytes: Uint8Array): SignedData {
  const { offset, result } = fromBER(Uint8Array.from(bytes));
  if (offset < 0) throw new CmsFault('SIGNATURE_DAMAGED');
  let info: ContentInfo;
  try {
    info = new ContentInfo({ schema: result });
  } catch {
    throw new CmsFault('NOT_A_SIGNATURE');
  }
  if (info.contentType !== SIGNED_DATA) throw new CmsFault('NOT_A_SIGNATURE');
  return new SignedData({ schema: info.content });
}

/** The bytes of a string of octets; programs that stream write it in pieces. */
function contentOf(octets: OctetString): Uint8Array {
  if (!octets.valueBlock.isConstructed) return octets.valueBlock.valueHexView;
  const pieces = octets.valueBlock.value.map((piece) => (piece instanceof OctetString ? contentOf(piece) : EMPTY));
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

const EMPTY = new Uint8Array();

function readSigner(signer: SignerInfo, certificates: readonly ReadCertificate[]): ReadSigner {
  const attributes = signer.signedAttrs?.attributes ?? [];
  const digest = firstValue(attributes, MESSAGE_DIGEST);
  const time = firstValue(attributes, SIGNING_TIME);
  return {
    certificate: certificates.find((one) => isOf(signer, one)) ?? null,
    digestAlgorithm: signer.digestAlgorithm.algorithmId,
    signatureAlgorithm: signer.signatureAlgorithm.algorithmId,
    signature: signer.signature.valueBlock.valueHexView,
    attributes: signer.signedAttrs ? new Uint8Array(signer.signedAttrs.encodedValue) : null,
    messageDigest: digest instanceof OctetString ? digest.valueBlock.valueHexView : null,
    signedAt: time instanceof UTCTime || time instanceof GeneralizedTime ? time.toDate().getTime() : null,
    hasTimeStamp: (signer.unsignedAttrs?.attributes ?? []).some(({ type }) => type === TIME_STAMP),
    certificateHash: certificateHashOf(attributes),
  };
}

/** The first certificate of the attribute: hash algorithm (SHA-256 when left out), then the hash. */
function certificateHashOf(attributes: readonly Attribute[]): ReadSigner['certificateHash'] {
  const newer = firstValue(attributes, SIGNING_CERTIFICATE_2);
  const list = newer ?? firstValue(attributes, SIGNING_CERTIFICATE);
  const first = inside(inside(list)[0])[0];
  const [head, next] = inside(first);
  const algorithm = inside(head)[0];
  const hash = head instanceof OctetString ? head : next;
  if (!(hash instanceof OctetString)) return null;
  const byDefault = newer ? SHA256 : SHA1;
  return {
    algorithm: algorithm instanceof ObjectIdentifier ? algorithm.valueBlock.toString() : byDefault,
    hash: hash.valueBlock.valueHexView,
  };
}

const inside = (block: unknown): readonly unknown[] => (block instanceof Sequence ? block.valueBlock.value : []);

const firstValue = (attributes: readonly Attribute[], type: string): unknown =>
  attributes.find((one) => one.type === type)?.values[0];

/** Whether the signer names this certificate: by issuer and number, or by the identifier of its key. */
function isOf({ sid }: SignerInfo, certificate: ReadCertificate): boolean {
  if (sid instanceof IssuerAndSerialNumber)
    return (
      sameBytes(sid.serialNumber.valueBlock.valueHexView, certificate.serialBytes) &&
      sameBytes(new Uint8Array(sid.issuer.valueBeforeDecode), certificate.issuerBytes)
    );
  return (
    sid instanceof Primitive && certificate.keyId !== null && sameBytes(sid.valueBlock.valueHexView, certificate.keyId)
  );
}
