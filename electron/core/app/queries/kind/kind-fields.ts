import { rowsOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { heldType } from '#shared/domain/form/calculated-type.ts';
import { fieldsByKey } from '#shared/domain/form/field-order.ts';
import { type FieldType, fieldsOf } from '#shared/domain/form/form.ts';
import type { OwnField } from '#shared/queries/kind.ts';
import type { QueryResult } from '#shared/queries/registry.ts';

const unsorted: readonly FieldType[] = ['file', 'table', 'checklist', 'calculated'];
const isSorted = (type: FieldType): type is OwnField['type'] => !unsorted.includes(type);

/** Fields by their names: the newest version that has one says what it is called; options of all versions are offered. */
export function kindFields(db: Readable): QueryResult<'kind.fields'> {
  const fields = new Map<string, OwnField>();
  const add = (
    key: string,
    label: string,
    type: FieldType,
    options: readonly string[],
    kindId: string | null,
  ): void => {
    if (!isSorted(type)) return;
    const known = fields.get(key);
    if (!known) {
      fields.set(key, {
        key,
        label,
        type,
        options: [...options],
        kindIds: kindId === null ? [] : [kindId],
        isFilled: false,
      });
      return;
    }
    if (kindId !== null && !known.kindIds.includes(kindId)) known.kindIds.push(kindId);
    if (known.type === type) known.options.push(...options.filter((one) => !known.options.includes(one)));
  };
  for (const { kindId, form } of rowsOf(db, 'document_kind_version', 'ORDER BY publishedAt DESC, number DESC, id')) {
    const byKey = fieldsByKey(form);
    for (const field of fieldsOf(form)) add(field.key, field.label, heldType(byKey, field), field.options, kindId);
  }
  for (const { key, label, type, options } of rowsOf(db, 'field_definition', 'ORDER BY position, id'))
    add(key, label, type, options, null);
  const one = prepared(db, 'SELECT 1 FROM custom_value WHERE key = ? LIMIT 1').pluck();
  for (const field of fields.values()) field.isFilled = one.get(field.key) === 1;
  return [...fields.values()];
}
