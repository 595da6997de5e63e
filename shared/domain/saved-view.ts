import { z } from 'zod';
import { entity, userScope } from '#shared/domain/entity.ts';
import { id, integer, json, text } from '#shared/domain/field.ts';

/** A person's named arrangement of a register: filter, sort and columns. */
export const savedView = entity({
  name: 'saved_view',
  fields: {
    ownerId: id(),
    page: text(40),
    name: text(100, { merge: 'latest' }),
    settings: json(z.record(z.string(), z.unknown()), { merge: 'latest' }),
    position: integer({ merge: 'latest' }),
  },
  keys: { owner: (row) => `${row.ownerId}/${row.page}` },
  indexes: [['ownerId', 'page']],
  scopes: (row) => [userScope(row.ownerId)],
});
