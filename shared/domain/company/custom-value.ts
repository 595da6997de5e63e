import type { RowOf } from '#shared/domain/registry.ts';

export type CustomProblem = 'required' | 'type' | 'choice' | 'length';

/** Why a value does not fit a custom field; null when it does. Money in kopecks, dates as `yyyy-mm-dd`. */
export function customProblem(definition: RowOf<'field_definition'>, value: unknown): CustomProblem | null {
  if (value === null || value === undefined || value === '') return definition.required ? 'required' : null;
  switch (definition.type) {
    case 'text':
      return typeof value !== 'string' ? 'type' : value.length > 4_000 ? 'length' : null;
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? null : 'type';
    case 'money':
      return Number.isSafeInteger(value) ? null : 'type';
    case 'date':
      return typeof value === 'string' && /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(value) ? null : 'type';
    case 'flag':
      return typeof value === 'boolean' ? null : 'type';
    case 'choice':
      return typeof value === 'string' && definition.options.includes(value) ? null : 'choice';
  }
}
