import { z } from 'zod';
import { command } from '#shared/commands/command.ts';
import { recordHistory } from '#shared/commands/record.ts';
import { printFormNames } from '#shared/domain/company/print-form.ts';
import { printParts, printSettings } from '#shared/domain/company/print-settings.ts';
import { Refusal } from '#shared/domain/error.ts';

const roles = ['administrator'] as const;
const form = z.enum(printFormNames);

/** How the company wants a paper from now on; one row for each form. */
export const savePrintForm = command({
  name: 'print_form.save',
  version: 1,
  args: z.object({ form, settings: printSettings }),
  roles,
  *decide(tx, args, context) {
    const { sizes, blocks } = printParts[args.form];
    const { size, off } = args.settings;
    if (size !== null && !sizes.includes(size)) throw new Refusal('BAD_INPUT', { field: 'size' });
    const unknown = off.find((name) => !blocks.includes(name));
    if (unknown !== undefined) throw new Refusal('BAD_INPUT', { field: 'off', value: unknown });
    const changed = {
      settings: args.settings as Record<string, unknown>,
      authorId: context.userId,
      changedAt: context.receivedAt ?? context.occurredAt,
    };
    const row = yield* tx.byKey('print_form', 'form', args.form);
    const id = row?.id ?? tx.id();
    if (row) tx.patch('print_form', row, changed);
    else tx.put('print_form', { ...changed, id, form: args.form });
    const about = { entity: 'print_form', id };
    recordHistory(
      tx,
      context,
      'print_form.save',
      about,
      { settings: row?.settings ?? null },
      { settings: args.settings },
    );
    return { id };
  },
});

/** Back to the paper as shipped; the row stays, since its history belongs to it. */
export const resetPrintForm = command({
  name: 'print_form.reset',
  version: 1,
  args: z.object({ form }),
  roles,
  *decide(tx, args, context) {
    const row = yield* tx.byKey('print_form', 'form', args.form);
    if (!row) return {};
    const changedAt = context.receivedAt ?? context.occurredAt;
    tx.patch('print_form', row, { settings: {}, authorId: context.userId, changedAt });
    const about = { entity: 'print_form', id: row.id };
    recordHistory(tx, context, 'print_form.reset', about, { settings: row.settings }, { settings: {} });
    return {};
  },
});
