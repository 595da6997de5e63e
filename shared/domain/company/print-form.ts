import { z } from 'zod';
import { entity, organizationScope } from '#shared/domain/entity.ts';
import { id, instant, json, oneOf } from '#shared/domain/field.ts';

export const printFormNames = ['card', 'list', 'inventory', 'envelope', 'stamp', 'label', 'invoice', 'act'] as const;
export type PrintFormName = (typeof printFormNames)[number];

/** How the company wants a paper that the application prints; a form without a row is printed as shipped. */
export const printForm = entity({
  name: 'print_form',
  fields: {
    form: oneOf(printFormNames),
    /** What may be chosen of this form: heading, blocks, signatures, size, margins. */
    settings: json(z.record(z.string(), z.unknown()), { merge: 'latest' }),
    authorId: id({ part: 'process', merge: 'latest' }),
    changedAt: instant({ part: 'process', merge: 'latest' }),
  },
  keys: { form: (row) => row.form },
  scopes: () => [organizationScope],
});
