import type { English } from '#renderer/i18n/english.ts';
import type { contract as source } from '#renderer/i18n/ru/contract.ts';

export const contract: English<typeof source> = {
  renewal_none: 'None',
  renewal_automatic: 'Automatic',
  renewal_by_agreement: 'By agreement',
  type_supply: 'Supply',
  type_services: 'Services',
  type_lease: 'Lease',
  type_work: 'Works',
  type_loan: 'Loan',
  type_license: 'License',
  type_nda: 'Non-disclosure',
  type_other: 'Other',
};
