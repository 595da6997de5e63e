import type { FieldType } from '#shared/domain/form/form.ts';
import { isRecord } from '#shared/domain/form/json-value.ts';
import { isDate } from '#shared/lib/dates/dates.ts';

/** Types with one value, which columns of tables and the company's own fields have as well. */
export type SimpleType = Exclude<FieldType, 'date_range' | 'choices' | 'file' | 'table' | 'checklist' | 'calculated'>;
export type Misfit = 'type' | 'choice' | 'length';

/** What no form may exceed, whatever its own limits: letters, and entries of a field. */
export const valueLimits = { text: 4_000, longText: 20_000, rows: 500, files: 100 } as const;

const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Why a value that is there does not fit its type; null when it does. */
export function misfit(type: SimpleType, options: readonly string[], value: unknown): Misfit | null {
  switch (type) {
    case 'text':
      return textMisfit(value, valueLimits.text);
    case 'long_text':
      return textMisfit(value, valueLimits.longText);
    case 'number':
      return Number.isFinite(value) ? null : 'type';
    case 'money':
      return Number.isSafeInteger(value) ? null : 'type';
    case 'date':
      return typeof value === 'string' && isDate(value) ? null : 'type';
    case 'employee':
    case 'counterparty':
      return typeof value === 'string' && idPattern.test(value) ? null : 'type';
    case 'choice':
      return typeof value === 'string' && options.includes(value) ? null : 'choice';
    case 'flag':
      return typeof value === 'boolean' ? null : 'type';
  }
}

/** Half a letter (a lone surrogate) is kept differently by different stores: it is no text. */
function textMisfit(value: unknown, limit: number): Misfit | null {
  if (typeof value !== 'string' || !value.isWellFormed()) return 'type';
  return value.length > limit ? 'length' : null;
}

/** An entry of a field of files: what is known of an attachment that holds the bytes. */
export const isFileValue = (value: unknown): boolean =>
  isRecord(value) &&
  misfit('text', [], value['name']) === null &&
  Number.isSafeInteger(value['size']) &&
  Number(value['size']) >= 0 &&
  typeof value['sha256'] === 'string' &&
  /^[0-9a-f]{64}$/.test(value['sha256']);
