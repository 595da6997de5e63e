import { sixPlaces } from '#shared/domain/form/decimal.ts';
import type { ColumnType, FormField } from '#shared/domain/form/form.ts';
import { isBlank, isRecord, type JsonRecord, ownValue } from '#shared/domain/form/json-value.ts';

/** draft: as it is being typed, blanks and all; sent: trimmed, and without what holds nothing. */
export type ValuesMode = 'draft' | 'sent';

/** The value as it is kept. What does not fit the field stays as it is, so that it can be complained of. */
export function normalValue(field: FormField, value: unknown, mode: ValuesMode): unknown {
  switch (field.type) {
    case 'date_range':
      return isRecord(value) ? picked(value, ['from', 'to']) : value;
    case 'choices':
      return Array.isArray(value) && value.every((one) => typeof one === 'string') ? [...new Set(value)] : value;
    case 'file':
      return eachRecord(value, (entry) => picked(entry, ['name', 'size', 'sha256']));
    case 'checklist':
      return eachRecord(value, (entry) => picked(entry, ['text', 'done']));
    case 'table': {
      const rows = eachRecord(value, (row) => normalRow(field, row, mode));
      return mode === 'sent' && Array.isArray(rows) ? rows.filter((row) => !isBlank(row)) : rows;
    }
    default:
      return normalSimple(field.type, value, mode);
  }
}

function normalRow(field: FormField, row: JsonRecord, mode: ValuesMode): JsonRecord {
  const kept: Record<string, unknown> = {};
  for (const { key, type } of field.columns) {
    const value = normalSimple(type, ownValue(row, key), mode);
    if (value != null && (mode === 'draft' || !isBlank(value))) kept[key] = value;
  }
  return kept;
}

function normalSimple(type: FormField['type'] | ColumnType, value: unknown, mode: ValuesMode): unknown {
  if (typeof value === 'number') return type === 'number' || type === 'money' ? sixPlaces(value) : value;
  return mode === 'sent' && typeof value === 'string' && (type === 'text' || type === 'long_text')
    ? value.trim()
    : value;
}

const eachRecord = (value: unknown, change: (record: JsonRecord) => JsonRecord): unknown =>
  Array.isArray(value) ? value.map((entry: unknown) => (isRecord(entry) ? change(entry) : entry)) : value;

const picked = (record: JsonRecord, keys: readonly string[]): JsonRecord =>
  Object.fromEntries(keys.map((key) => [key, ownValue(record, key) ?? null]));
