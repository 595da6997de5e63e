import { fieldKeyOf } from '#renderer/pages/builder/field-key.ts';
import {
  blankField,
  type Condition,
  type FieldType,
  type Form,
  type FormField,
  fieldsOf,
} from '#shared/domain/form/form.ts';

/** Where something stands in a form that is being made: keys may be doubled for a while, places are not. `field` null: the section. */
export interface Place {
  section: number;
  field: number | null;
}

/** The keys of all fields but the one at a place. */
export const takenKeys = (form: Form, but: Place | null = null): Set<string> =>
  new Set(
    form.sections.flatMap((section, at) =>
      section.fields.filter((_, index) => at !== but?.section || index !== but.field).map((field) => field.key),
    ),
  );

export const fieldAt = (form: Form, place: Place | null): FormField | null =>
  place?.field == null ? null : (form.sections[place.section]?.fields[place.field] ?? null);

/** Where a field of this key stands first; null: nowhere. */
export function placeOf(form: Form, key: string): Place | null {
  const section = form.sections.findIndex((one) => one.fields.some((field) => field.key === key));
  const field = form.sections[section]?.fields.findIndex((one) => one.key === key) ?? -1;
  return field < 0 ? null : { section, field };
}

/** A new field after a place (at the end when there is none); a form without sections gets one. */
export function addField(form: Form, after: Place | null, type: FieldType, label: string) {
  const given: Partial<FormField> =
    type === 'choice' || type === 'choices'
      ? { options: [] }
      : type === 'table'
        ? { columns: [{ key: 'name', label: '', type: 'text', required: true, options: [] }] }
        : {};
  return insertField(form, after, blankField(fieldKeyOf(label, takenKeys(form), type), type, label, given));
}

/** Puts a field behind a place, or first in the section the place names. */
export function insertField(form: Form, after: Place | null, field: FormField): { form: Form; place: Place } {
  const sections = form.sections.length > 0 ? form.sections : [{ key: 'main', title: '', hint: null, fields: [] }];
  const section = Math.min(after?.section ?? sections.length - 1, sections.length - 1);
  const index = after ? (after.field ?? -1) + 1 : (sections[section]?.fields.length ?? 0);
  const grown = sections.map((one, at) =>
    at === section ? { ...one, fields: one.fields.toSpliced(index, 0, field) } : one,
  );
  return { form: { sections: grown }, place: { section, field: index } };
}

export function removeField(form: Form, place: Place): Form {
  const { field } = place;
  if (field === null) return { sections: form.sections.toSpliced(place.section, 1) };
  return changeSection(form, place.section, (fields) => fields.toSpliced(field, 1));
}

/** A copy behind the original, with a key of its own. */
export function duplicateField(form: Form, place: Place): { form: Form; place: Place } | null {
  const field = fieldAt(form, place);
  if (!field) return null;
  return insertField(form, place, { ...field, key: fieldKeyOf(field.key, takenKeys(form)) });
}

/** A field one step up or down; at the end of its section it goes over to the next one. Null: there is nowhere to go. */
export function moveField(form: Form, place: Place, by: -1 | 1): { form: Form; place: Place } | null {
  const field = fieldAt(form, place);
  if (!field || place.field === null) return null;
  const own = form.sections[place.section]?.fields.length ?? 0;
  const within = place.field + by;
  if (within >= 0 && within < own) return dropField(form, place, { section: place.section, field: within });
  const section = place.section + by;
  const next = form.sections[section];
  return next ? dropField(form, place, { section, field: by > 0 ? 0 : next.fields.length }) : null;
}

/** A field taken from one place and put at the index of another, as it is counted once the field has been taken out. */
export function dropField(form: Form, from: Place, to: { section: number; field: number }) {
  const field = fieldAt(form, from);
  if (!field) return null;
  return insertField(removeField(form, from), { section: to.section, field: to.field - 1 }, field);
}

export function moveSection(form: Form, section: number, by: -1 | 1): { form: Form; place: Place } | null {
  const moved = form.sections[section];
  const to = section + by;
  if (!moved || to < 0 || to >= form.sections.length) return null;
  const sections = form.sections.toSpliced(section, 1).toSpliced(to, 0, moved);
  return { form: { sections }, place: { section: to, field: null } };
}

/** Changes a field. With another key, conditions and formulas of the form follow it. */
export function changeField(form: Form, place: Place, next: FormField): Form {
  const before = fieldAt(form, place);
  const changed = changeSection(form, place.section, (fields) =>
    fields.map((field, index) => (index === place.field ? next : field)),
  );
  if (!before || before.key === next.key || takenKeys(form, place).has(before.key)) return changed;
  const named = (key: string) => (key === before.key ? next.key : key);
  return {
    sections: changed.sections.map((one) => ({ ...one, fields: one.fields.map((field) => follow(field, named)) })),
  };
}

function follow(field: FormField, named: (key: string) => string): FormField {
  const test = (given: Condition | null): Condition | null => {
    if (!given) return null;
    const tests = ('all' in given ? given.all : given.any).map((one) => ({ ...one, field: named(one.field) }));
    return 'all' in given ? { all: tests } : { any: tests };
  };
  const { formula } = field;
  return {
    ...field,
    when: test(field.when),
    requiredWhen: test(field.requiredWhen),
    formula:
      formula === null
        ? null
        : 'field' in formula
          ? { ...formula, field: named(formula.field) }
          : ({ ...formula, of: formula.of.map((part) => ({ ...part, field: named(part.field) })) } as typeof formula),
  };
}

function changeSection(form: Form, section: number, change: (fields: FormField[]) => FormField[]): Form {
  return { sections: form.sections.map((one, at) => (at === section ? { ...one, fields: change(one.fields) } : one)) };
}

/** Whether a key still follows its label: it was made of it, or of nothing yet. */
export const followsLabel = (form: Form, place: Place, field: FormField): boolean =>
  field.key === fieldKeyOf(field.label, takenKeys(form, place), field.type);

export const countFields = (form: Form): number => fieldsOf(form).length;
