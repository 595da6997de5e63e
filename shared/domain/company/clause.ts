import { entity, organizationScope } from '#shared/domain/entity.ts';
import { id, instant, integer, optionalInstant, text } from '#shared/domain/field.ts';

/** A ready wording of the clause library. */
export const clause = entity({
  name: 'clause',
  fields: {
    category: text(100),
    title: text(300, { sorted: true }),
    text: text(20_000),
    position: integer({ part: 'process', merge: 'latest' }),
    authorId: id({ part: 'process' }),
    createdAt: instant({ part: 'process' }),
    archivedAt: optionalInstant({ part: 'process', merge: 'latest' }),
  },
  scopes: () => [organizationScope],
});
