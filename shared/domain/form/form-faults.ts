import { conditionFaults } from '#shared/domain/form/condition-faults.ts';
import { fieldFaults } from '#shared/domain/form/field-faults.ts';
import { fieldsByKey } from '#shared/domain/form/field-order.ts';
import type { Form } from '#shared/domain/form/form.ts';
import type { FormFault } from '#shared/domain/form/form-fault.ts';
import { formulaFaults } from '#shared/domain/form/formula-faults.ts';
import { ringsOf } from '#shared/domain/form/rings.ts';

/**
 * What keeps a definition from being published, in the order of the form, rings of fields that wait for each other last. None: every
 * value anybody gives has an answer.
 */
export function formFaults(form: Form): FormFault[] {
  const fields = fieldsByKey(form);
  const sectionOf = new Map<string, string>();
  const faults: FormFault[] = [];
  if (fields.size === 0) faults.push({ code: 'empty_form', path: { section: null, field: null } });
  form.sections.forEach((section, at) => {
    if (form.sections.findIndex(({ key }) => key === section.key) < at)
      faults.push({ code: 'duplicate_key', path: { section: section.key, field: null } });
    for (const field of section.fields) {
      const path = { section: section.key, field: field.key };
      if (fields.get(field.key) !== field) faults.push({ code: 'duplicate_key', path });
      else sectionOf.set(field.key, section.key);
      const own = [...fieldFaults(field), ...conditionFaults(field, fields), ...formulaFaults(field, fields)];
      faults.push(...own.map((fault) => ({ ...fault, path })));
    }
  });
  for (const { keys, formula } of ringsOf(form)) {
    const [field = ''] = keys;
    const code = formula ? 'formula_cycle' : 'condition_cycle';
    faults.push({ code, path: { section: sectionOf.get(field) ?? null, field }, keys });
  }
  return faults;
}
