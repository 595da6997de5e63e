import { type Misfit, misfit } from '#shared/domain/form/misfit.ts';
import type { RowOf } from '#shared/domain/registry.ts';

export type CustomProblem = 'required' | Misfit;

/** Why a value does not fit a custom field; null when it does. Money in kopecks, dates as `yyyy-mm-dd`. */
export function customProblem(definition: RowOf<'field_definition'>, value: unknown): CustomProblem | null {
  if (value === null || value === undefined || value === '') return definition.required ? 'required' : null;
  return misfit(definition.type, definition.options, value);
}
