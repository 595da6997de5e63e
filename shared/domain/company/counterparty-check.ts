import { entity } from '#shared/domain/entity.ts';
import { date, id, instant, oneOf, optionalDate, optionalText, text } from '#shared/domain/field.ts';

export const checkResults = ['clear', 'risk', 'refused'] as const;

/** What somebody found out about a counterparty outside Opora, and when. Never changed: a new look is a new check. */
export const counterpartyCheck = entity({
  name: 'counterparty_check',
  fields: {
    counterpartyId: id(),
    source: text(200),
    checkedOn: date(),
    validUntil: optionalDate(),
    result: oneOf(checkResults),
    comment: optionalText(10_000),
    authorId: id({ part: 'process' }),
    createdAt: instant({ part: 'process' }),
  },
  keys: { counterparty: (row) => row.counterpartyId },
  indexes: [['counterpartyId']],
  parent: (row) => ({ entity: 'counterparty', id: row.counterpartyId }),
});
