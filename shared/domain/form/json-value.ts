import { visibleText } from '#shared/lib/text/visible.ts';

export type JsonRecord = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A member that the record itself has: a field may be called `constructor`. */
export const ownValue = (record: unknown, key: string): unknown =>
  isRecord(record) && Object.hasOwn(record, key) ? record[key] : undefined;

/** The rows of a table's value; none when it is no table. */
export const rowsOf = (value: unknown): JsonRecord[] => (Array.isArray(value) ? value.filter(isRecord) : []);

/** No value is deeper than a cell in a row of a table: what is, is something and not looked into. */
const deepest = 3;

/** Nothing has been put in: no value, a text nobody can read, rows without a filled cell. A flag that says no is something. */
export function isBlank(value: unknown, depth = 0): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return visibleText(value) === '';
  if (typeof value !== 'object' || depth === deepest) return false;
  return Object.values(value).every((part) => isBlank(part, depth + 1));
}

/** What a demanded field asks for: a text, both ends of a range, a ticked flag, a checklist with everything ticked, a row. */
export function isFilled(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  if (isBlank(value)) return false;
  if (Array.isArray(value)) return value.every((entry) => ownValue(entry, 'done') !== false);
  return !isRecord(value) || ['from', 'to'].every((end) => !isBlank(ownValue(value, end)));
}
