import { z } from 'zod';
import { adminCommands } from '#shared/commands/company/admin-commands.ts';
import { approvalRoute } from '#shared/domain/approval/route.ts';
import { clause } from '#shared/domain/company/clause.ts';
import { fieldDefinition } from '#shared/domain/company/field-definition.ts';
import { Refusal } from '#shared/domain/error.ts';

const filled = z.string().trim().min(1);

const routeForm = z.object({
  name: approvalRoute.fields.name.schema.pipe(filled),
  conditions: approvalRoute.fields.conditions.schema,
  steps: approvalRoute.fields.steps.schema,
  active: approvalRoute.fields.active.schema,
  position: approvalRoute.fields.position.schema,
});

export const routeCommands = adminCommands(routeForm, {
  entity: 'approval_route',
  roles: ['administrator'],
  made: (context) => ({ version: 1, authorId: context.userId, createdAt: context.occurredAt, archivedAt: null }),
  touched: (row) => ({ version: row.version + 1 }),
  *check(_tx, values) {
    const keys = (values.steps ?? []).map((step) => step.key);
    if (new Set(keys).size !== keys.length) throw new Refusal('BAD_INPUT', { field: 'steps' });
    const short = (values.steps ?? []).find((step) => step.mode === 'quorum' && step.quorum === null);
    if (short) throw new Refusal('BAD_INPUT', { field: 'quorum', step: short.name });
  },
});

const { kinds, key, label, type, required, options, position } = fieldDefinition.fields;
const fieldForm = z.object({
  kinds: kinds.schema,
  key: key.schema.pipe(z.string().regex(/^[a-z][a-z0-9_]{0,58}$/)),
  label: label.schema.pipe(filled),
  type: type.schema,
  required: required.schema,
  options: options.schema,
  position: position.schema,
});

export const fieldCommands = adminCommands(fieldForm, {
  entity: 'field_definition',
  roles: ['administrator'],
  made: () => ({ version: 1, archivedAt: null }),
  named: 'key',
  touched: (row) => ({ version: row.version + 1 }),
  *check(tx, values, row) {
    const living = yield* tx.list('field_definition', 'living', 'living', 1_000);
    if (living.some((one) => one.key === values.key && one.id !== row?.id))
      throw new Refusal('ALREADY_EXISTS', { entity: 'field_definition', key: values.key });
  },
});

const clauseForm = z.object({
  category: clause.fields.category.schema,
  title: clause.fields.title.schema.pipe(filled),
  text: clause.fields.text.schema.pipe(filled),
  position: clause.fields.position.schema,
});

export const clauseCommands = adminCommands(clauseForm, {
  entity: 'clause',
  roles: ['administrator', 'lawyer'],
  made: (context) => ({ authorId: context.userId, createdAt: context.occurredAt, archivedAt: null }),
});
