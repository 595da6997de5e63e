import type { Form } from '#shared/domain/form/form.ts';
import { sameValue } from '#shared/lib/canonical.ts';

export interface FieldChange {
  key: string;
  change: 'added' | 'removed' | 'changed' | 'type_changed';
}

/**
 * What a version changes: fields in the order of the new form, those it no longer has at the end. A field that stands in another section
 * is changed; one that only stands higher or lower is not.
 */
export function formDifference(before: Form, after: Form): FieldChange[] {
  const [old, now] = [placed(before), placed(after)];
  const changes = [...now].flatMap(([key, field]): FieldChange[] => {
    const was = old.get(key);
    if (!was) return [{ key, change: 'added' }];
    if (was.type !== field.type) return [{ key, change: 'type_changed' }];
    return sameValue(was, field) ? [] : [{ key, change: 'changed' }];
  });
  const removed = [...old.keys()].filter((key) => !now.has(key));
  return [...changes, ...removed.map((key) => ({ key, change: 'removed' as const }))];
}

const placed = (form: Form) =>
  new Map(
    form.sections.flatMap((section) => section.fields.map((field) => [field.key, { ...field, section: section.key }])),
  );
