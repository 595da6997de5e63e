import type { Authority, AuthorityParty } from '#shared/domain/signature/authority.ts';
import type { CertificateName } from '#shared/domain/signature/report.ts';

/**
 * Whether a power of attorney was given to the owner of a certificate. fits: a representative has the same СНИЛС or ИНН; other: all of them have
 * others; unknown: the certificate or the representatives name neither.
 */
export type AuthorityFit = 'fits' | 'other' | 'unknown';

const digits = (text: string | undefined): string | null => text?.replace(/\D/g, '') || null;

export function fitsSigner(authority: Authority, owner: CertificateName): AuthorityFit {
  const [snils, inn, companyInn] = [digits(owner.snils), digits(owner.inn), digits(owner.organizationInn)];
  const answers = authority.representatives.map((party) => fits(party, snils, inn, companyInn));
  if (answers.includes(true)) return 'fits';
  return answers.length > 0 && answers.every((answer) => answer === false) ? 'other' : 'unknown';
}

/** True or false by the first code that both have; null when there is none. */
function fits(
  party: AuthorityParty,
  snils: string | null,
  inn: string | null,
  companyInn: string | null,
): boolean | null {
  if (party.snils && snils) return party.snils === snils;
  // A company is represented by whoever signs with a certificate of the company.
  const own = party.kind === 'legal' || party.kind === 'foreign' ? (companyInn ?? inn) : inn;
  return party.inn && own ? party.inn === own : null;
}
