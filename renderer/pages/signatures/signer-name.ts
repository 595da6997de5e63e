import type { CertificateName } from '#shared/domain/signature/report.ts';

/** Whoever owns a certificate: a person by all of their names, otherwise what it calls itself; empty when it says nothing. */
export const signerName = ({ surname, givenName, commonName, organization }: CertificateName): string =>
  surname && givenName ? `${surname} ${givenName}` : (commonName ?? organization ?? '');

/** СНИЛС as it may be shown to everybody who sees the document: the last three digits of its number and its check digits. */
export function maskedSnils(snils: string): string {
  const digits = snils.replace(/\D/g, '');
  return digits.length === 11 ? `•••-•••-${digits.slice(6, 9)} ${digits.slice(9)}` : '•••';
}

/** A hash in groups of four, as people compare it. */
export const grouped = (hash: string): string =>
  hash
    .toUpperCase()
    .match(/.{1,4}/g)
    ?.join(' ') ?? '';
