import { z } from 'zod';
import { command } from '#shared/commands/command.ts';
import { doneDay } from '#shared/commands/control/done-day.ts';
import { checkOwnPaper, checkReferences, documentForm, origin, restore } from '#shared/commands/document.ts';
import { beginOf } from '#shared/commands/kind/access.ts';
import { fillKind } from '#shared/commands/kind/fill-kind.ts';
import { checkAccess } from '#shared/commands/kind/restrict.ts';
import { documentFault } from '#shared/domain/contract/contract-faults.ts';
import { document } from '#shared/domain/document.ts';
import { Refusal } from '#shared/domain/error.ts';

/** More papers of one key, each hidden from the others' people, than there are branches and desks. */
const mostSame = 100;

/**
 * A document out of a row of a table, a letter or a scan. The same key makes one document however often it comes; one that was put away comes
 * back. What a known document says is left to `document.update`.
 */
export const importRow = command({
  name: 'document.import-row',
  version: 1,
  args: z.object({
    key: z.string().min(1).max(200),
    format: document.fields.sourceFormat.schema,
    values: documentForm,
  }),
  *decide(tx, { key, format, values }, context) {
    // A paper that the person may not see is none of theirs: they get one of their own, and learn nothing of the other.
    const same = (yield* tx.list('document', 'sourceKey', key, mostSame)).filter((row) =>
      context.sees('document', row),
    );
    const known = same.find((row) => row.archivedAt === null) ?? same[0];
    if (known) {
      if (known.archivedAt === null) return { id: known.id, outcome: 'known' };
      yield* restore(tx, context, known);
      return { id: known.id, outcome: 'restored' };
    }
    yield* checkReferences(tx, context, values);
    checkOwnPaper('document.import-row', values);
    const fault = documentFault(values);
    if (fault) throw new Refusal('BAD_INPUT', { ...fault });
    const filled = yield* fillKind(tx, values, null);
    const begun = yield* beginOf(tx, context, values);
    const done = yield* doneDay(tx, context, values, values);
    const made = { ...values, ...filled, ...origin(context), ...done, ...begun };
    yield* checkAccess(tx, context, { ...made, isConfidential: null, readers: null }, values);
    const id = tx.id();
    tx.put('document', { ...made, id, sourceKey: key, sourceFormat: format });
    return { id, outcome: 'created' };
  },
});
