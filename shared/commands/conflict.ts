import { z } from 'zod';
import { command } from '#shared/commands/command.ts';
import { openDocument } from '#shared/commands/document.ts';
import { recordHistory } from '#shared/commands/record.ts';
import type { Edited } from '#shared/commands/update-row.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { EntityName } from '#shared/domain/registry.ts';
import { sameValue } from '#shared/lib/canonical.ts';

/** `choices` holds the value a person chose for each disputed field: mine, theirs or their own wording. */
export const resolveConflict = command({
  name: 'conflict.resolve',
  version: 1,
  args: z.object({ id: z.string(), choices: z.record(z.string(), z.unknown()) }),
  about: (args) => ({ entity: 'conflict', id: args.id }),
  *decide(tx, args, context) {
    const conflict = yield* tx.existing('conflict', args.id);
    if (conflict.state === 'resolved') throw new Refusal('ALREADY_RESOLVED', { by: conflict.resolvedById });
    const entity = conflict.objectEntity as Edited;
    const row =
      entity === 'document'
        ? yield* openDocument(tx, context, conflict.objectId)
        : yield* tx.existing(entity as EntityName, conflict.objectId);
    const missing = conflict.fields.filter((one) => !Object.hasOwn(args.choices, one.field));
    if (missing.length) throw new Refusal('BAD_INPUT', { fields: missing.map((one) => one.field) });

    const patch: Record<string, unknown> = {};
    for (const { field } of conflict.fields) {
      const standing = (row as Record<string, unknown>)[field] ?? null;
      if (!sameValue(standing, args.choices[field])) patch[field] = args.choices[field];
    }
    tx.patch(entity, row as never, patch as never);
    tx.patch('conflict', conflict, {
      state: 'resolved',
      resolvedById: context.userId,
      resolvedAt: context.occurredAt,
      fields: conflict.fields.map((one) => ({ ...one, chosen: args.choices[one.field] })),
    });
    recordHistory(tx, context, 'conflict.resolve', { entity, id: row.id }, row, args.choices);
    return {};
  },
});
