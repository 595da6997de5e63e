import { z } from 'zod';
import { type Context, command } from '#shared/commands/command.ts';
import { mayFileIn } from '#shared/commands/may-file-in.ts';
import type { Reading } from '#shared/commands/reading.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { everybody, savedView } from '#shared/domain/saved-view.ts';

const { page, name, settings, position, audience } = savedView.fields;

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
    /** Left out: as it is. */
    audience: audience.schema.optional(),
  }),
  about: () => undefined,
  *decide(tx, args, context) {
    const { id, ...view } = args;
    if (id === null) {
      if (view.audience) yield* checkAudience(tx, context, view.audience);
      const created = tx.id();
      tx.put('saved_view', { ...view, id: created, ownerId: context.userId });
      return { id: created };
    }
    const row = yield* tx.existing('saved_view', id);
    checkOwner(context, row);
    if (view.audience && view.audience !== row.audience) yield* checkAudience(tx, context, view.audience);
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
    checkOwner(context, row);
    tx.remove('saved_view', row);
    return {};
  },
});

/** A shared view outlives its author's interest: administrators tidy up after them. */
function checkOwner({ userId, actor }: Context, row: RowOf<'saved_view'>): void {
  const tidies = Boolean(row.audience) && (actor?.roles.includes('administrator') ?? false);
  if (row.ownerId !== userId && !tidies) throw new Refusal('DENIED', {});
}

/** Whoever files in a branch shares with it; with the whole company those who arrange work for others. */
const arrangers: readonly string[] = ['administrator', 'manager', 'clerk'];

function* checkAudience(tx: Transaction, context: Context, given: string): Reading<void> {
  const { actor } = context;
  if (given === everybody) {
    if (actor && !actor.roles.some((role) => arrangers.includes(role)))
      throw new Refusal('DENIED', { audience: given });
    return;
  }
  const branch = yield* tx.get('branch', given);
  if (branch === 'absent') throw new Refusal('NOT_FOUND', { entity: 'branch', id: given });
  if (!mayFileIn(context, given)) throw new Refusal('DENIED', { audience: given });
}
