import { type Fields, formulaType, referenceType } from '#shared/domain/form/calculated-type.ts';
import { type FormField, type Formula, type Reference, referencesOf } from '#shared/domain/form/form.ts';
import type { FieldFault } from '#shared/domain/form/form-fault.ts';

/** What is wrong with the formula of a calculated field: fields that are not there, parts of no or of differing units. */
export function formulaFaults({ type, formula }: FormField, fields: Fields): FieldFault[] {
  if (type !== 'calculated') return [];
  if (!formula) return [{ code: 'no_formula' }];
  const unknown = referencesOf(formula).filter((part) => !isThere(part, fields));
  if (unknown.length > 0) return unknown.map((part) => ({ code: 'unknown_field', part: 'formula', ...named([part]) }));
  return wrongParts(formula, fields).map((parts) => ({ code: 'wrong_type', part: 'formula', ...named(parts) }));
}

/** The parts that do not go together, a list for each reason. */
function wrongParts(formula: Formula, fields: Fields): Reference[][] {
  if (!('of' in formula)) {
    const range = { field: formula.field };
    return fields.get(formula.field)?.type === 'date_range' ? [] : [[range]];
  }
  // What a faulty calculated field would hold, its own faults say.
  const sound = formula.of.filter((part) => !isUndecided(part, fields));
  const unfit = sound.filter((part) => !referenceType(fields, part));
  if (unfit.length > 0) return unfit.map((part) => [part]);
  const money = sound.filter((part) => referenceType(fields, part) === 'money');
  if (formula.type !== 'product') return money.length === 0 || money.length === sound.length ? [] : [sound];
  const tables = new Set(sound.flatMap((part) => (part.column === undefined ? [] : [part.field])));
  if (tables.size > 1) return [sound];
  const fits = formula.as === 'money' ? money.length === 1 : money.length === 0;
  return fits || sound.length < formula.of.length ? [] : [money.length > 0 ? money : sound];
}

function isThere({ field, column }: Reference, fields: Fields): boolean {
  const found = fields.get(field);
  if (!found || column === undefined || found.type !== 'table') return found !== undefined;
  return found.columns.some(({ key }) => key === column);
}

function isUndecided({ field, column }: Reference, fields: Fields): boolean {
  const found = fields.get(field);
  return column === undefined && found?.type === 'calculated' && formulaType(fields, found.formula) === null;
}

function named(parts: readonly Reference[]): Pick<FieldFault, 'keys' | 'column'> {
  const column = parts.length === 1 ? parts[0]?.column : undefined;
  return { keys: parts.map((part) => part.field), ...(column === undefined ? {} : { column }) };
}
