import { z } from 'zod';
import { command } from '#shared/commands/command.ts';
import { snooze } from '#shared/domain/company/snooze.ts';

const item = snooze.fields.item.schema.pipe(z.string().regex(/^[a-z_]+\/[0-9a-f-]{36}$/));

/** Puts items of one's own «Мои дела» off until an instant, or away for good (null). */
export const snoozeItems = command({
  name: 'work.snooze',
  version: 1,
  args: z.object({ items: z.array(item).min(1).max(500), until: snooze.fields.until.schema }),
  *decide(tx, args, context) {
    for (const one of args.items) {
      const standing = yield* tx.byKey('snooze', 'item', `${context.userId}/${one}`);
      if (standing) tx.patch('snooze', standing, { until: args.until });
      else
        tx.put('snooze', {
          id: tx.id(),
          ownerId: context.userId,
          item: one,
          until: args.until,
          createdAt: context.occurredAt,
        });
    }
    return {};
  },
});

/** Brings items back at once. */
export const wakeItems = command({
  name: 'work.wake',
  version: 1,
  args: z.object({ items: z.array(item).min(1).max(500) }),
  *decide(tx, args, context) {
    for (const one of args.items) {
      const standing = yield* tx.byKey('snooze', 'item', `${context.userId}/${one}`);
      if (standing) tx.remove('snooze', standing);
    }
    return {};
  },
});
