import { z } from 'zod';
import { command } from '#shared/commands/command.ts';
import { adminCommands } from '#shared/commands/company/admin-commands.ts';
import { adoptDefinitions } from '#shared/commands/kind/adopt-definitions.ts';
import { recordHistory } from '#shared/commands/record.ts';
import { Refusal } from '#shared/domain/error.ts';
import { fieldKey, fieldsOf, form } from '#shared/domain/form/form.ts';
import { formFaults } from '#shared/domain/form/form-faults.ts';
import { documentKind, isKindBase } from '#shared/domain/kind/document-kind.ts';

const roles = ['administrator'] as const;
const { key, base, label, labelEn, icon, position, createRoles, editRoles, isConfidential } = documentKind.fields;

const kindForm = z.object({
  key: key.schema.pipe(fieldKey),
  base: base.schema,
  label: label.schema.pipe(z.string().trim().min(1)),
  labelEn: labelEn.schema,
  icon: icon.schema,
  position: position.schema,
  draft: form,
  createRoles: createRoles.schema.optional(),
  editRoles: editRoles.schema.optional(),
  isConfidential: isConfidential.schema.optional(),
});

/** A kind of documents and its draft: nobody is offered it before it is published. */
export const kindCommands = adminCommands(kindForm, {
  entity: 'document_kind',
  roles,
  made: (context) => ({
    publishedVersion: 0,
    publishedAt: null,
    authorId: context.userId,
    createdAt: context.occurredAt,
    archivedAt: null,
  }),
  *check(tx, values, row) {
    if (values.base !== undefined && !isKindBase(values.base)) throw new Refusal('BAD_INPUT', { field: 'base' });
    // Documents stand under both: whoever counts or prints them relies on what they were called.
    if (row && row.publishedVersion > 0)
      for (const field of ['key', 'base'] as const)
        if (values[field] !== undefined && values[field] !== row[field]) throw new Refusal('BAD_INPUT', { field });
    if (values.key === undefined) return;
    const same = yield* tx.byKey('document_kind', 'key', values.key);
    if (same && same.id !== row?.id)
      throw new Refusal('ALREADY_EXISTS', { entity: 'document_kind', key: values.key, id: same.id });
  },
});

/**
 * Puts the draft in force as the next version; documents keep the one they were filled in under. The first version takes in the fields
 * that the company had added to the built-in kind.
 */
export const publishKind = command({
  name: 'document_kind.publish',
  version: 1,
  args: z.object({ id: z.string(), note: z.string().max(1_000) }),
  roles,
  about: (args) => ({ entity: 'document_kind', id: args.id }),
  *decide(tx, args, context) {
    const row = yield* tx.existing('document_kind', args.id);
    if (row.archivedAt !== null) throw new Refusal('ARCHIVED', { entity: 'document_kind', id: row.id });
    if (row.draft === null) throw new Refusal('BAD_INPUT', { field: 'draft' });
    const form = row.publishedVersion === 0 ? yield* adoptDefinitions(tx, row.base, row.draft) : row.draft;
    const faults = formFaults(form);
    if (faults.length > 0) throw new Refusal('FORM_FAULTS', { faults: faults.slice(0, 20) });
    // The files of a document are its attachments.
    const file = fieldsOf(form).find((field) => field.type === 'file');
    if (file) throw new Refusal('BAD_INPUT', { field: 'draft', key: file.key, type: file.type });
    const number = row.publishedVersion + 1;
    const publishedAt = context.receivedAt ?? context.occurredAt;
    const versionId = tx.id();
    const made = { authorId: context.userId, publishedAt, note: args.note };
    tx.put('document_kind_version', { ...made, id: versionId, kindId: row.id, number, form });
    tx.patch('document_kind', row, { publishedVersion: number, publishedAt, draft: null });
    const about = { entity: 'document_kind', id: row.id };
    recordHistory(tx, context, 'document_kind.publish', about, { version: row.publishedVersion }, { version: number });
    return { version: number, versionId };
  },
});
