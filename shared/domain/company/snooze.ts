import { entity, userScope } from '#shared/domain/entity.ts';
import { id, instant, optionalInstant, text } from '#shared/domain/field.ts';

/** An item of «Мои дела» that its owner has put off until an instant, or done with for good (`until` null). */
export const snooze = entity({
  name: 'snooze',
  fields: {
    ownerId: id(),
    /** `approval_task/<id>`, `key_date/<id>`, `comment/<id>`, `conflict/<id>`. */
    item: text(100),
    until: optionalInstant({ merge: 'latest' }),
    createdAt: instant({ part: 'process' }),
  },
  keys: { owner: (row) => row.ownerId, item: (row) => `${row.ownerId}/${row.item}` },
  indexes: [['ownerId'], ['item']],
  scopes: (row) => [userScope(row.ownerId)],
});
