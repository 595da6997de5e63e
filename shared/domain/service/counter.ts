import { entity } from '#shared/domain/entity.ts';
import { integer, text } from '#shared/domain/field.ts';

/** The last number given. Only the centre has it and only the centre counts: no workstation sees it. */
export const counter = entity({
  name: 'counter',
  fields: { name: text(60), last: integer({ part: 'process', merge: 'latest' }) },
  keys: { name: (row) => row.name },
  scopes: () => [],
});
