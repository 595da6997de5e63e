import { entity, organizationScope } from '#shared/domain/entity.ts';
import { instant, optionalId, optionalInstant, optionalText, text } from '#shared/domain/field.ts';

/** A bank account of a counterparty, or our own when `counterpartyId` is null. */
export const bankAccount = entity({
  name: 'bank_account',
  fields: {
    counterpartyId: optionalId(),
    account: text(20),
    bik: optionalText(9),
    bankName: optionalText(300, { merge: 'latest' }),
    corrAccount: optionalText(20),
    currency: text(3),
    createdAt: instant({ part: 'process' }),
    archivedAt: optionalInstant({ part: 'process', merge: 'latest' }),
  },
  keys: {
    account: (row) => `${row.account}/${row.bik ?? ''}`,
    owner: (row) => row.counterpartyId ?? 'own',
  },
  indexes: [['counterpartyId'], ['account']],
  scopes: () => [organizationScope],
});
