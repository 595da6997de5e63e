import { type FieldChange, formDifference } from '#shared/domain/form/form-difference.ts';
import type { ServiceDefinition } from '#shared/domain/service/definition.ts';
import { sameValue } from '#shared/lib/canonical.ts';

const otherParts = [
  'titlePattern',
  'routeId',
  'queueId',
  'assignment',
  'slaPolicyId',
  'priority',
  'stages',
  'audience',
  'tasks',
  'effect',
  'printTemplateId',
  'closeAfterDays',
] as const satisfies (keyof ServiceDefinition)[];

/** What one definition changes against another: fields of the form one by one, everything else by its name. */
export function differenceOf(before: ServiceDefinition, after: ServiceDefinition) {
  const fields: FieldChange[] = formDifference(before.form, after.form);
  const parts = otherParts.filter((part) => !sameValue(before[part], after[part]));
  const order = (definition: ServiceDefinition) =>
    definition.form.sections.map(({ key, title, hint, fields: own }) => ({
      key,
      title,
      hint,
      fields: own.map((one) => one.key),
    }));
  // Titles and the order are of the form, not of any field.
  const layout = fields.length === 0 && !sameValue(order(before), order(after));
  return { fields, parts, layout, same: fields.length === 0 && parts.length === 0 && !layout };
}
