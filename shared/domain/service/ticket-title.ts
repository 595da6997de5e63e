import { type Form, fieldsOf } from '#shared/domain/form/form.ts';

/**
 * The title of a ticket: `{key}` in the pattern stands for what was filled in. What is empty leaves nothing, and a pattern that comes to
 * nothing is the name of the service. Dates as dd.MM.yyyy, as in every paper of the company.
 */
export function ticketTitle(pattern: string, form: Form, values: Record<string, unknown>, name: string): string {
  const types = new Map(fieldsOf(form).map((field) => [field.key, field.type]));
  const filled = pattern.replace(/\{([a-z][a-z0-9_]*)\}/g, (_, key: string) => worded(types.get(key), values[key]));
  return (filled.replace(/\s+/g, ' ').trim() || name).slice(0, 300);
}

function worded(type: string | undefined, value: unknown): string {
  if (type === 'date') return dateWord(value);
  if (type === 'date_range') {
    const { from, to } = (value ?? {}) as { from?: unknown; to?: unknown };
    return from && to ? `${dateWord(from).slice(0, 5)} – ${dateWord(to)}` : '';
  }
  if (type === 'money') return typeof value === 'number' ? `${Math.trunc(value / 100)} ₽` : '';
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string').join(', ');
  return typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 120) : '';
}

const dateWord = (value: unknown): string => (typeof value === 'string' ? value.split('-').reverse().join('.') : '');
