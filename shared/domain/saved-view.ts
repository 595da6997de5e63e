import { z } from 'zod';
import { branchScope, entity, organizationScope, userScope } from '#shared/domain/entity.ts';
import { id, integer, json, later, optionalText, text } from '#shared/domain/field.ts';

/** The audience of a view that the whole company finds among its own. */
export const everybody = 'organization';

const sharedScopes = (audience: string | null): string[] =>
  audience === null ? [] : [audience === everybody ? organizationScope : branchScope(audience)];

/** A person's named arrangement of a register: filter, sort and columns. */
export const savedView = entity({
  name: 'saved_view',
  fields: {
    ownerId: id(),
    page: text(40),
    name: text(100, { merge: 'latest' }),
    settings: json(z.record(z.string(), z.unknown()), { merge: 'latest' }),
    position: integer({ merge: 'latest' }),
    /** Who else has it: `everybody` or the id of a branch; null: its owner alone. */
    audience: later(optionalText(60, { merge: 'latest' })),
  },
  keys: { owner: (row) => `${row.ownerId}/${row.page}` },
  indexes: [['ownerId', 'page']],
  scopes: (row) => [userScope(row.ownerId), ...sharedScopes(row.audience ?? null)],
});
