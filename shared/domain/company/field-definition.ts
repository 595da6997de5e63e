import { z } from 'zod';
import { documentKinds } from '#shared/domain/document.ts';
import { entity, organizationScope } from '#shared/domain/entity.ts';
import { flag, integer, json, oneOf, optionalInstant, text } from '#shared/domain/field.ts';

export const customTypes = ['text', 'number', 'money', 'date', 'flag', 'choice'] as const;

/** A field that the company added to a kind of document. Its values lie in `document.custom` under `key`. */
export const fieldDefinition = entity({
  name: 'field_definition',
  fields: {
    kinds: json(z.array(z.enum(documentKinds)).min(1)),
    key: text(60),
    label: text(200),
    type: oneOf(customTypes),
    required: flag(),
    options: json(z.array(z.string().max(200)).max(200)),
    version: integer({ part: 'process', merge: 'latest' }),
    position: integer({ part: 'process', merge: 'latest' }),
    archivedAt: optionalInstant({ part: 'process', merge: 'latest' }),
  },
  keys: { living: (row) => (row.archivedAt === null ? 'living' : null) },
  scopes: () => [organizationScope],
});
