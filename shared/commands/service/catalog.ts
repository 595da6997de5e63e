import { z } from 'zod';
import { command } from '#shared/commands/command.ts';
import { adminCommands } from '#shared/commands/company/admin-commands.ts';
import { recordHistory } from '#shared/commands/record.ts';
import { checkDefinition } from '#shared/commands/service/publish-faults.ts';
import { Refusal } from '#shared/domain/error.ts';
import { serviceDefinition } from '#shared/domain/service/definition.ts';
import { service } from '#shared/domain/service/service.ts';

const roles = ['administrator', 'hr', 'it'] as const;
const { name, description, category, icon, keywords, position } = service.fields;

const form = z.object({
  name: name.schema.pipe(z.string().trim().min(1)),
  description: description.schema,
  category: category.schema,
  icon: icon.schema,
  keywords: keywords.schema,
  position: position.schema,
  draft: serviceDefinition,
});

/** A service and its draft: nobody is offered it before it is published. */
export const serviceCommands = adminCommands(form, {
  entity: 'service',
  roles,
  made: (context) => ({
    publishedVersion: 0,
    publishedAt: null,
    authorId: context.userId,
    createdAt: context.occurredAt,
    archivedAt: null,
  }),
});

/** Puts the draft in force as the next version. What has been asked for before keeps the version it was asked under. */
export const publishService = command({
  name: 'service.publish',
  version: 1,
  args: z.object({ id: z.string(), note: z.string().max(1_000) }),
  roles,
  about: (args) => ({ entity: 'service', id: args.id }),
  *decide(tx, args, context) {
    const row = yield* tx.existing('service', args.id);
    if (row.archivedAt !== null) throw new Refusal('ARCHIVED', { entity: 'service', id: row.id });
    if (row.draft === null) throw new Refusal('BAD_INPUT', { field: 'draft' });
    yield* checkDefinition(tx, row.draft);
    const publishedVersion = row.publishedVersion + 1;
    const publishedAt = context.receivedAt ?? context.occurredAt;
    const kept = { serviceId: row.id, version: publishedVersion, definition: row.draft };
    tx.put('service_version', { ...kept, id: tx.id(), authorId: context.userId, publishedAt, note: args.note });
    tx.patch('service', row, { publishedVersion, publishedAt, draft: null });
    const about = { entity: 'service', id: row.id };
    recordHistory(
      tx,
      context,
      'service.publish',
      about,
      { version: row.publishedVersion },
      { version: publishedVersion },
    );
    return { version: publishedVersion };
  },
});

/** Keeps a service at hand in one's own catalog, or no longer. */
export const markFavourite = command({
  name: 'favourite.mark',
  version: 1,
  args: z.object({ serviceId: z.string(), marked: z.boolean() }),
  *decide(tx, args, context) {
    const standing = yield* tx.byKey('favourite', 'one', `${context.userId}/${args.serviceId}`);
    if (standing && !args.marked) tx.remove('favourite', standing);
    if (!standing && args.marked) {
      const { serviceId } = args;
      tx.put('favourite', { id: tx.id(), ownerId: context.userId, serviceId, createdAt: context.occurredAt });
    }
    return {};
  },
});
