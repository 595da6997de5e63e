import { z } from 'zod';
import { command } from '#shared/commands/command.ts';
import { Refusal } from '#shared/domain/error.ts';
import { savedView } from '#shared/domain/saved-view.ts';

const { page, name, settings, position } = savedView.fields;

/** Creates a view, or changes the one whose id is given. */
export const saveView = command({
  name: 'view.save',
  version: 1,
  args: z.object({
    id: z.string().nullable(),
    page: page.schema,
    name: name.schema.pipe(z.string().trim().min(1)),
    settings: settings.schema,
    position: position.schema,
  }),
  about: () => undefined,
  *decide(tx, args, context) {
    const { id, ...view } = args;
    if (id === null) {
      const created = tx.id();
      tx.put('saved_view', { ...view, id: created, ownerId: context.userId });
      return { id: created };
    }
    const row = yield* tx.existing('saved_view', id);
    if (row.ownerId !== context.userId) throw new Refusal('DENIED', {});
    tx.patch('saved_view', row, view);
    return { id };
  },
});

export const removeView = command({
  name: 'view.remove',
  version: 1,
  args: z.object({ id: z.string() }),
  about: () => undefined,
  *decide(tx, args, context) {
    const row = yield* tx.existing('saved_view', args.id);
    if (row.ownerId !== context.userId) throw new Refusal('DENIED', {});
    tx.remove('saved_view', row);
    return {};
  },
});
