import { type BitString, fromBER, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import { Certificate, type RelativeDistinguishedNames, type Time } from 'pkijs';
import type { CertificateFacts, CertificateName, NameField } from '#shared/domain/signature/report.ts';
import { keys, nameFields } from '#shared/formats/cms/oids.ts';
import { CmsFault } from '#shared/formats/cms/open-container.ts';

/** A certificate with what its arithmetic needs. */
export interface ReadCertificate {
  facts: CertificateFacts;
  /** DER of the names, to tell whose certificate issued it. */
  ownerBytes: Uint8Array;
  issuerBytes: Uint8Array;
  serialBytes: Uint8Array;
  keyId: Uint8Array | null;
  keyInfo: Uint8Array;
  /** The whole of it. */
  bytes: Uint8Array;
  /** Parameter set and bytes x‖y of a GOST key. */
  gost: { curve: string; point: Uint8Array } | null;
  /** What the issuer signed, and how. */
  signed: Uint8Array;
  algorithm: string;
  signature: Uint8Array;
}

export const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Reads a certificate of a container. Throws whatever the parser throws: the caller knows what a damaged one means. */
export function readCertificate(certificate: Certificate): ReadCertificate {
  const { algorithm, subjectPublicKey } = certificate.subjectPublicKeyInfo;
  const serial = certificate.serialNumber.valueBlock.valueHexView;
  return {
    facts: {
      serial: hexOf(serial).replace(/^00(?=.)/, ''),
      owner: readName(certificate.subject),
      issuer: readName(certificate.issuer),
      notBefore: instantOf(certificate.notBefore),
      notAfter: instantOf(certificate.notAfter),
      key: keys.get(algorithm.algorithmId) ?? null,
    },
    ownerBytes: new Uint8Array(certificate.subject.valueBeforeDecode),
    issuerBytes: new Uint8Array(certificate.issuer.valueBeforeDecode),
    serialBytes: serial,
    keyId: keyIdOf(certificate),
    keyInfo: new Uint8Array(certificate.subjectPublicKeyInfo.toSchema().toBER()),
    bytes: new Uint8Array(certificate.toSchema().toBER()),
    gost: gostKey(algorithm.algorithmParams, subjectPublicKey),
    signed: certificate.tbsView,
    algorithm: certificate.signatureAlgorithm.algorithmId,
    signature: certificate.signatureValue.valueBlock.valueHexView,
  };
}

/** A term that is no time would be in force for ever. */
function instantOf({ value }: Time): number {
  const instant = value.getTime();
  if (!Number.isFinite(instant)) throw new CmsFault('SIGNATURE_DAMAGED');
  return instant;
}

/** A certificate lying in a file of its own, DER. Null when it is none. */
export function certificateOf(bytes: Uint8Array): ReadCertificate | null {
  try {
    return readCertificate(Certificate.fromBER(bytes));
  } catch {
    return null;
  }
}

const isNameField = (oid: string): oid is keyof typeof nameFields => Object.hasOwn(nameFields, oid);

/** The fields of a name; several values of one field come in a row. */
function readName(name: RelativeDistinguishedNames): CertificateName {
  const fields: Partial<Record<NameField, string>> = {};
  for (const { type, value } of name.typesAndValues) {
    if (!isNameField(type)) continue;
    const text: unknown = value.valueBlock.value;
    if (typeof text !== 'string' || text.trim() === '') continue;
    const field = nameFields[type];
    const clean = shortened(field, text.trim());
    fields[field] = fields[field] === undefined ? clean : `${fields[field]}, ${clean}`;
  }
  return fields;
}

/** An ИНН of ten digits stands behind two zeros where the field has room for twelve. */
const shortened = (field: NameField, text: string): string =>
  (field === 'inn' || field === 'organizationInn') && /^00\d{10}$/.test(text) ? text.slice(2) : text;

/** Parameter set and point of a GOST key (RFC 9215, 4.2); null for other keys. */
function gostKey(parameters: unknown, key: BitString): { curve: string; point: Uint8Array } | null {
  if (!(parameters instanceof Sequence)) return null;
  const [curve] = parameters.valueBlock.value;
  if (!(curve instanceof ObjectIdentifier)) return null;
  const inner = fromBER(Uint8Array.from(key.valueBlock.valueHexView)).result;
  if (!(inner instanceof OctetString)) return null;
  return { curve: curve.valueBlock.toString(), point: Uint8Array.from(inner.valueBlock.valueHexView) };
}

const KEY_ID = '2.5.29.14';

function keyIdOf(certificate: Certificate): Uint8Array | null {
  const found = certificate.extensions?.find((extension) => extension.extnID === KEY_ID);
  if (!found) return null;
  const inner = fromBER(Uint8Array.from(found.extnValue.valueBlock.valueHexView)).result;
  return inner instanceof OctetString ? Uint8Array.from(inner.valueBlock.valueHexView) : null;
}
