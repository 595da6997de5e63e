import { entity, organizationScope } from '#shared/domain/entity.ts';
import { id, optionalId, optionalInstant, text } from '#shared/domain/field.ts';

/** A part of a branch with a head, who decides for it in approval routes. */
export const department = entity({
  name: 'department',
  fields: {
    name: text(200, { sorted: true }),
    branchId: id(),
    headId: optionalId(),
    parentId: optionalId(),
    archivedAt: optionalInstant({ part: 'process', merge: 'latest' }),
  },
  keys: { branch: (row) => row.branchId },
  indexes: [['branchId']],
  scopes: () => [organizationScope],
});
