import { z } from 'zod';
import { entity, organizationScope } from '#shared/domain/entity.ts';
import { json, later, optionalText, text } from '#shared/domain/field.ts';

/** What the company demands of everybody. */
const policies = z.object({
  /** Nothing is signed with a counterparty whose check is missing or older than so many days; null: not demanded. */
  checkBeforeSigning: z.number().int().positive().nullable(),
  /** A contract is signed only after its approval. */
  approvalBeforeSigning: z.boolean(),
});
export type Policies = z.infer<typeof policies>;
export const defaultPolicies: Policies = { checkBeforeSigning: null, approvalBeforeSigning: false };

/** The company itself: one row. */
export const organization = entity({
  name: 'organization',
  fields: {
    name: text(200),
    fullName: text(500),
    inn: text(12),
    kpp: optionalText(9),
    ogrn: optionalText(15),
    address: optionalText(500),
    policies: later(json(policies.nullable())),
  },
  keys: { all: () => 'all' },
  scopes: () => [organizationScope],
});
