import { z } from 'zod';
import { entity, organizationScope } from '#shared/domain/entity.ts';
import { id, instant, integer, json, oneOf, optionalInstant, text } from '#shared/domain/field.ts';
import { serviceDefinition } from '#shared/domain/service/definition.ts';

export const serviceCategories = ['people', 'money', 'it', 'documents', 'office'] as const;
export const serviceIcons = [
  'vacation',
  'certificate',
  'sick',
  'purchase',
  'payment',
  'access',
  'equipment',
  'check',
  'contract',
  'onboarding',
  'offboarding',
  'copy',
  'recruiting',
  'question',
  'office',
  'travel',
] as const;

/** A service of the catalog. What is in force is its published version; the draft is seen by administrators only in their windows. */
export const service = entity({
  name: 'service',
  fields: {
    name: text(120, { sorted: true }),
    description: text(500),
    category: oneOf(serviceCategories),
    icon: oneOf(serviceIcons),
    /** Words that people use when they look for it: «2-НДФЛ, справка для банка». */
    keywords: json(z.array(z.string().max(80)).max(60), { merge: 'merge' }),
    position: integer({ part: 'process', merge: 'latest' }),
    /** 0: never published. */
    publishedVersion: integer({ part: 'process', merge: 'latest' }),
    publishedAt: optionalInstant({ part: 'process', merge: 'latest' }),
    /** null: as published. */
    draft: json(serviceDefinition.nullable()),
    authorId: id({ part: 'process' }),
    createdAt: instant({ part: 'process' }),
    archivedAt: optionalInstant({ part: 'process', merge: 'latest' }),
  },
  scopes: () => [organizationScope],
});

/** What a service was when tickets were made of it. Tickets keep their version for good. */
export const serviceVersion = entity({
  name: 'service_version',
  fields: {
    serviceId: id(),
    version: integer(),
    definition: json(serviceDefinition),
    authorId: id({ part: 'process' }),
    publishedAt: instant({ part: 'process' }),
    note: text(1_000, { part: 'process' }),
  },
  keys: { service: (row) => row.serviceId, version: (row) => `${row.serviceId}/${row.version}` },
  indexes: [['serviceId', 'version']],
  scopes: () => [organizationScope],
});
