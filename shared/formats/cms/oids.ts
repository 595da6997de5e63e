import type { DigestName, KeyName, NameField } from '#shared/domain/signature/report.ts';

/** Hash functions by OID (RFC 9215, RFC 5754). */
export const digests: ReadonlyMap<string, DigestName> = new Map([
  ['1.2.643.7.1.1.2.2', 'streebog256'],
  ['1.2.643.7.1.1.2.3', 'streebog512'],
  ['1.2.643.2.2.9', 'gost94'],
  ['1.3.14.3.2.26', 'sha1'],
  ['2.16.840.1.101.3.4.2.1', 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
]);

/** Keys by OID. */
export const keys: ReadonlyMap<string, KeyName> = new Map([
  ['1.2.643.7.1.1.1.1', 'gost2012-256'],
  ['1.2.643.7.1.1.1.2', 'gost2012-512'],
  ['1.2.643.2.2.19', 'gost2001'],
  ['1.2.840.113549.1.1.1', 'rsa'],
  ['1.2.840.113549.1.1.10', 'rsa'],
  ['1.2.840.10045.2.1', 'ecdsa'],
]);

/** What a signature algorithm says of its hash; the ones that name only a key take the hash of the signer. */
export const signatureDigests: ReadonlyMap<string, DigestName> = new Map([
  ['1.2.643.7.1.1.3.2', 'streebog256'],
  ['1.2.643.7.1.1.3.3', 'streebog512'],
  ['1.2.643.2.2.3', 'gost94'],
  ['1.2.840.113549.1.1.5', 'sha1'],
  ['1.2.840.113549.1.1.11', 'sha256'],
  ['1.2.840.113549.1.1.12', 'sha384'],
  ['1.2.840.113549.1.1.13', 'sha512'],
  ['1.2.840.10045.4.1', 'sha1'],
  ['1.2.840.10045.4.3.2', 'sha256'],
  ['1.2.840.10045.4.3.3', 'sha384'],
  ['1.2.840.10045.4.3.4', 'sha512'],
]);

export const RSA_PSS = '1.2.840.113549.1.1.10';
export const SIGNED_DATA = '1.2.840.113549.1.7.2';
/** Signed attributes (RFC 5652, section 11). */
export const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
export const SIGNING_TIME = '1.2.840.113549.1.9.5';
/** Which certificate the signer means, by its hash (RFC 5035); the older form has SHA-1 only. */
export const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12';
export const SIGNING_CERTIFICATE_2 = '1.2.840.113549.1.9.16.2.47';
export const SHA1 = '1.3.14.3.2.26';
export const SHA256 = '2.16.840.1.101.3.4.2.1';
/** A time stamp over the signature (RFC 3161), unsigned. */
export const TIME_STAMP = '1.2.840.113549.1.9.16.2.14';

/** Fields of names by OID (RFC 5280; the Russian ones by the orders of the ФСБ № 795 and of the Минцифры № 472). */
export const nameFields = {
  '2.5.4.3': 'commonName',
  '2.5.4.4': 'surname',
  '2.5.4.42': 'givenName',
  '2.5.4.10': 'organization',
  '2.5.4.11': 'unit',
  '2.5.4.12': 'title',
  '2.5.4.6': 'country',
  '2.5.4.8': 'region',
  '2.5.4.7': 'locality',
  '2.5.4.9': 'street',
  '1.2.840.113549.1.9.1': 'email',
  '1.2.643.3.131.1.1': 'inn',
  '1.2.643.100.4': 'organizationInn',
  '1.2.643.100.1': 'ogrn',
  '1.2.643.100.5': 'ogrnip',
  '1.2.643.100.3': 'snils',
} as const satisfies Readonly<Record<string, NameField>>;
