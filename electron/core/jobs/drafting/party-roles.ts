import type { DraftingInput } from '#electron/core/jobs/drafting/drafting-input.ts';

type Roles = readonly [payer: string, performer: string];

/** What a contract of each type calls whoever pays and whoever performs (ГК РФ: главы 30, 34, 37, 39, 42, часть 4). */
const roles: Readonly<Record<'ru' | 'en', Readonly<Partial<Record<string, Roles>>>>> = {
  ru: {
    supply: ['Покупатель', 'Поставщик'],
    services: ['Заказчик', 'Исполнитель'],
    work: ['Заказчик', 'Подрядчик'],
    lease: ['Арендатор', 'Арендодатель'],
    loan: ['Заёмщик', 'Займодавец'],
    license: ['Лицензиат', 'Лицензиар'],
  },
  en: {
    supply: ['Buyer', 'Supplier'],
    services: ['Customer', 'Contractor'],
    work: ['Customer', 'Contractor'],
    lease: ['Tenant', 'Landlord'],
    loan: ['Borrower', 'Lender'],
    license: ['Licensee', 'Licensor'],
  },
};

/**
 * The roles of both parties; empty for types whose parties have none of their own. The company pays, as it does in most of its contracts,
 * unless the schedule knows only payments of the counterparty.
 */
export function partyRoles(
  type: DraftingInput['document']['contractType'],
  payments: readonly { side: 'ours' | 'theirs' }[],
  language: 'ru' | 'en',
): { ours: string; theirs: string } {
  const [payer, performer] = roles[language][type ?? ''] ?? ['', ''];
  const paidToUs = payments.length > 0 && payments.every((one) => one.side === 'theirs');
  return paidToUs ? { ours: performer, theirs: payer } : { ours: payer, theirs: performer };
}
