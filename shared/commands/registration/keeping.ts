import { z } from 'zod';
import { adminCommands } from '#shared/commands/company/admin-commands.ts';
import { mayFileIn } from '#shared/commands/may-file-in.ts';
import { branchScope } from '#shared/domain/entity.ts';
import { Refusal } from '#shared/domain/error.ts';
import { caseFile, journal, mostLeased } from '#shared/domain/registration/journal.ts';
import { patternFault } from '#shared/domain/registration/pattern.ts';

const filled = z.string().trim().min(1);
const fields = journal.fields;

const journalForm = z.object({
  name: fields.name.schema.pipe(filled),
  index: fields.index.schema,
  branchId: fields.branchId.schema,
  kinds: fields.kinds.schema,
  pattern: fields.pattern.schema,
  period: fields.period.schema,
  startsAt: fields.startsAt.schema.pipe(z.number().min(1).max(10_000_000)),
  startsIn: fields.startsIn.schema,
  leaseSize: fields.leaseSize.schema.pipe(z.number().min(0).max(mostLeased)),
  position: fields.position.schema,
});

/** What is fixed once numbers may have been given: the numbers of one sequence are told apart by it. */
const fixed = ['branchId', 'period', 'startsAt', 'startsIn'] as const;

/** Journals of registration. A changed pattern holds for the numbers given from then on. */
export const journalCommands = adminCommands(journalForm, {
  entity: 'journal',
  roles: ['administrator'],
  named: 'index',
  made: (context) => ({ createdAt: context.occurredAt, archivedAt: null }),
  *check(tx, values, row) {
    const fault = values.pattern === undefined ? null : patternFault(values.pattern);
    if (fault) throw new Refusal('BAD_INPUT', { field: 'pattern', fault });
    for (const field of row ? fixed : [])
      if (values[field] !== undefined && values[field] !== row?.[field]) throw new Refusal('BAD_INPUT', { field });
    const branchId = row ? row.branchId : (values.branchId ?? null);
    if (!row && branchId) yield* tx.existing('branch', branchId);
    if (values.index === undefined) return;
    const same = yield* tx.byKey('journal', 'index', `${branchId ?? ''}/${values.index}`);
    if (same && same.id !== row?.id) throw new Refusal('ALREADY_EXISTS', { entity: 'journal', index: values.index });
  },
});

const { fields: parts } = caseFile;
const caseForm = z.object({
  index: parts.index.schema.pipe(filled),
  title: parts.title.schema.pipe(filled),
  branchId: parts.branchId.schema,
  year: parts.year.schema.pipe(z.number().min(1900).max(2200)),
  retention: parts.retention.schema.pipe(z.number().min(1).max(1_000).nullable()),
  article: parts.article.schema,
  isEpk: parts.isEpk.schema,
  openedOn: parts.openedOn.schema,
  closedOn: parts.closedOn.schema,
});

/** Case files of the nomenclature, each kept by those of its branch. They are not put away but closed: what was filed stays in them. */
export const caseFileCommands = adminCommands(caseForm, {
  entity: 'case_file',
  roles: ['administrator', 'clerk'],
  made: (context) => ({ createdAt: context.occurredAt }),
  *check(tx, values, row, context) {
    const keptBy = row ? row.branchId : (values.branchId ?? null);
    if (keptBy !== null && !mayFileIn(context, keptBy)) throw new Refusal('DENIED', { branch: branchScope(keptBy) });
    if (row && values.branchId !== undefined && values.branchId !== row.branchId)
      throw new Refusal('BAD_INPUT', { field: 'branchId' });
    if (!row && values.branchId) yield* tx.existing('branch', values.branchId);
    const { branchId, year, index } = { ...row, ...values };
    const same = yield* tx.byKey('case_file', 'index', `${branchId ?? ''}/${year}/${index}`);
    if (same && same.id !== row?.id) throw new Refusal('ALREADY_EXISTS', { entity: 'case_file', index });
  },
});
