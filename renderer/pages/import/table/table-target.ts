import { type DocumentKind, documentKinds } from '#shared/domain/document.ts';
import { isKindBase } from '#shared/domain/kind/document-kind.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { documentFields, type OwnFields, type TableTarget } from '#shared/formats/tabular/fields.ts';
import { type OwnField, ownFieldsOf, rulesOf } from '#shared/formats/tabular/own-fields.ts';
import type { KindLine } from '#shared/queries/kind.ts';

/** What rows become, as one value of a list: counterparties, documents whose kind a column tells, of a built-in kind, of one of the company's own. */
export type Target = 'counterparty' | 'document' | `kind:${string}` | `own:${string}`;

export interface TargetFacts {
  target: TableTarget;
  kind: DocumentKind | null;
  kindId: string | null;
  own: readonly OwnField[];
  /** Rules beside those every target has. */
  rules: OwnFields;
}

/** Kinds that documents of a table may be of; the company's own ones stand apart. */
export const tableKinds = documentKinds.filter((kind) => isKindBase(kind) && kind !== 'custom');

/** What a target means; one that is no longer there counts as documents of any kind. */
export function factsOf(
  chosen: Target,
  kinds: readonly KindLine[],
  definitions: readonly RowOf<'field_definition'>[],
): TargetFacts {
  if (chosen === 'counterparty') return { target: 'counterparty', kind: null, kindId: null, own: [], rules: {} };
  const [way, id] = chosen.split(':');
  const line = way === 'own' ? kinds.find((one) => one.id === id) : undefined;
  const kind = line?.base ?? tableKinds.find((one) => way === 'kind' && one === id) ?? null;
  if (kind === null) {
    const rules = { kind: { ...documentFields.kind, required: true } };
    return { target: 'document', kind: null, kindId: null, own: [], rules };
  }
  const own = ownFieldsOf(kind, definitions, line?.form ?? null);
  return { target: 'document', kind, kindId: line?.id ?? null, own, rules: rulesOf(own) };
}
