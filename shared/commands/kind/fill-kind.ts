import type { Reading } from '#shared/commands/reading.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import { type CustomProblem, customProblem } from '#shared/domain/company/custom-value.ts';
import type { DocumentKind, DocumentRow } from '#shared/domain/document.ts';
import { Refusal } from '#shared/domain/error.ts';
import { type Form, fieldsOf } from '#shared/domain/form/form.ts';
import { formValues } from '#shared/domain/form/form-values.ts';
import { valueProblems } from '#shared/domain/form/value-problems.ts';
import { sameValue } from '#shared/lib/canonical.ts';

/** What of a document its kind decides. */
export interface Filled {
  kind: DocumentKind;
  kindId?: string | null | undefined;
  kindVersionId?: string | null | undefined;
  custom?: Record<string, unknown> | null | undefined;
}

type Standing = Pick<DocumentRow, 'kindId' | 'kindVersionId' | 'custom'>;

/**
 * The version a document is filled in under and its values as they are kept, calculated ones included; null when it is of a built-in
 * kind. `standing`: the document before an edit. Refuses a kind that is closed or does not fit, and values that do not fit their fields.
 */
export function* fillKind(
  tx: Transaction,
  given: Filled,
  standing: Standing | null,
): Reading<{ kindVersionId: string; custom: Record<string, unknown> } | null> {
  if (!given.kindId) {
    if (given.kind === 'custom') throw new Refusal('BAD_INPUT', { field: 'kindId' });
    if (given.kindVersionId) throw new Refusal('BAD_INPUT', { field: 'kindVersionId' });
    return null;
  }
  const kind = yield* tx.existing('document_kind', given.kindId);
  if (kind.base !== given.kind) throw new Refusal('BAD_INPUT', { field: 'kind', base: kind.base });
  const isNew = standing?.kindId !== kind.id;
  if (isNew && (kind.archivedAt !== null || kind.publishedVersion === 0))
    throw new Refusal('KIND_CLOSED', { kind: kind.label });
  const versionId = given.kindVersionId ?? (isNew ? null : standing?.kindVersionId);
  const version = versionId
    ? yield* tx.existing('document_kind_version', versionId)
    : yield* tx.byKey('document_kind_version', 'number', `${kind.id}/${kind.publishedVersion}`);
  if (!version || version.kindId !== kind.id)
    throw new Refusal('NOT_FOUND', { entity: 'document_kind_version', id: versionId ?? kind.id });
  const custom = yield* checkedValues(tx, version.form, given, standing?.custom ?? {}, kind.label);
  return { kindVersionId: version.id, custom };
}

/** Beside the fields of the form stand those that the company defines for the built-in kind: they may be filled in, never demanded. */
function* checkedValues(
  tx: Transaction,
  form: Form,
  given: Filled,
  before: Record<string, unknown>,
  label: string,
): Reading<Record<string, unknown>> {
  const values = given.custom ?? {};
  const known = new Set(fieldsOf(form).map((field) => field.key));
  const living = yield* tx.list('field_definition', 'living', 'living', 1_000);
  const beside = living.filter((one) => one.kinds.includes(given.kind) && !known.has(one.key));
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(values)) {
    if (known.has(key) || value === null) continue;
    const definition = beside.find((one) => one.key === key);
    const problem: CustomProblem | 'unknown' | null = definition ? customProblem(definition, value) : 'unknown';
    // What an earlier kind or definition left stays as it is.
    if (problem && problem !== 'required' && !sameValue(before[key], value))
      throw new Refusal('BAD_INPUT', { field: `custom.${key}`, label: definition?.label ?? key, problem });
    kept[key] = value;
  }
  const own = Object.fromEntries(Object.entries(values).filter(([key]) => known.has(key)));
  const problems = valueProblems(form, own);
  if (problems.length > 0) throw new Refusal('FORM_PROBLEMS', { kind: label, problems: problems.slice(0, 20) });
  return { ...kept, ...formValues(form, own) };
}
