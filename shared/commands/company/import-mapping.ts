import { z } from 'zod';
import { type Context, command } from '#shared/commands/command.ts';
import { importMapping } from '#shared/domain/company/import-mapping.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { RowOf } from '#shared/domain/registry.ts';

const { name, target, settings } = importMapping.fields;

/** Keeps which column of a table fills which field, or changes the one whose id is given. Everybody uses them; their author and administrators change them. */
export const saveMapping = command({
  name: 'import_mapping.save',
  version: 1,
  args: z.object({
    id: z.string().nullable(),
    name: name.schema.pipe(z.string().trim().min(1)),
    target: target.schema,
    settings: settings.schema,
  }),
  about: () => undefined,
  *decide(tx, { id, ...mapping }, context) {
    if (id === null) {
      const created = tx.id();
      const made = { authorId: context.userId, createdAt: context.occurredAt };
      tx.put('import_mapping', { ...mapping, ...made, id: created });
      return { id: created };
    }
    const row = yield* tx.existing('import_mapping', id);
    checkAuthor(context, row);
    tx.patch('import_mapping', row, mapping);
    return { id };
  },
});

export const removeMapping = command({
  name: 'import_mapping.remove',
  version: 1,
  args: z.object({ id: z.string() }),
  about: () => undefined,
  *decide(tx, args, context) {
    const row = yield* tx.existing('import_mapping', args.id);
    checkAuthor(context, row);
    tx.remove('import_mapping', row);
    return {};
  },
});

function checkAuthor({ userId, actor }: Context, row: RowOf<'import_mapping'>): void {
  if (row.authorId !== userId && !actor?.roles.includes('administrator'))
    throw new Refusal('DENIED', { entity: 'import_mapping' });
}
