import { record as words } from '#renderer/i18n/ru/record.ts';

/**
 * The key of a field's name in the dictionary of records: its name in one command, in one kind of record, or everywhere.
 * `about` is a kind of record (`key_date`) or a command (`approval.delegate`).
 */
export function fieldKey(field: string, about = ''): string {
  const [entity] = about.split('.');
  const keys = [`field_${about.replace('.', '_')}_${field}`, `field_${entity}_${field}`, `field_${field}`];
  return keys.find((key) => Object.hasOwn(words, key)) ?? 'field_unknown';
}
