import { z } from 'zod';
import { command } from '#shared/commands/command.ts';
import { recordHistory } from '#shared/commands/record.ts';
import { document } from '#shared/domain/document.ts';
import { Refusal } from '#shared/domain/error.ts';

/** For which kinds a template is offered: keys of built-in and own ones; null: contracts and their amendments. */
export const offerTemplate = command({
  name: 'template.offer',
  version: 1,
  args: z.object({ id: z.string(), kinds: document.fields.templateKinds.schema.pipe(z.array(z.string()).nullable()) }),
  roles: ['administrator'],
  about: (args) => ({ entity: 'document', id: args.id }),
  *decide(tx, args, context) {
    const row = yield* tx.existing('document', args.id);
    if (row.kind !== 'template') throw new Refusal('BAD_INPUT', { field: 'kind', value: row.kind });
    if (row.archivedAt !== null) throw new Refusal('ARCHIVED', { entity: 'document', id: row.id });
    const kinds = args.kinds && [...new Set(args.kinds)].sort();
    if (kinds?.length === 0) throw new Refusal('BAD_INPUT', { field: 'kinds' });
    tx.patch('document', row, { templateKinds: kinds });
    const about = { entity: 'document', id: row.id };
    recordHistory(
      tx,
      context,
      'template.offer',
      about,
      { templateKinds: row.templateKinds ?? null },
      { templateKinds: kinds },
    );
    return {};
  },
});
