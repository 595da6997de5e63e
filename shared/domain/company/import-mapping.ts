import { z } from 'zod';
import { entity, organizationScope } from '#shared/domain/entity.ts';
import { id, instant, json, oneOf, text } from '#shared/domain/field.ts';

export const mappingTargets = ['document', 'counterparty'] as const;

/** Which column of a table becomes which field, kept by name so that the next file of the same shape needs no asking. */
export const importMapping = entity({
  name: 'import_mapping',
  fields: {
    name: text(120, { merge: 'latest' }),
    target: oneOf(mappingTargets),
    /** Kind of document, sheet, row of titles, formats and columns: as the page of import reads them. */
    settings: json(z.record(z.string(), z.unknown()), { merge: 'latest' }),
    authorId: id({ part: 'process' }),
    createdAt: instant({ part: 'process' }),
  },
  scopes: () => [organizationScope],
});
