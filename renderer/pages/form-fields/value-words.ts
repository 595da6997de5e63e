import { formatDate } from '#renderer/i18n/format/dates.ts';
import { formatMoney } from '#renderer/i18n/format/money.ts';
import { numberWords } from '#renderer/pages/document/number-words.ts';
import { ownValue } from '#shared/domain/form/json-value.ts';

/** A value of one piece as it is written: sums with their currency, dates and periods as in Russia; other types as they are. */
export function simpleWords(type: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (type === 'money' && typeof value === 'number') return formatMoney(value);
  if (typeof value === 'number') return numberWords(value);
  if (type === 'date' && typeof value === 'string') return formatDate(value);
  if (type === 'date_range') return periodWords(ownValue(value, 'from'), ownValue(value, 'to'));
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** «15.06 – 28.06.2026»; the year of the beginning only when it is another one. */
export function periodWords(from: unknown, to: unknown): string {
  if (typeof from !== 'string' || typeof to !== 'string') return '';
  const begin = from.slice(0, 4) === to.slice(0, 4) ? formatDate(from).slice(0, 5) : formatDate(from);
  return from === to ? formatDate(to) : `${begin} – ${formatDate(to)}`;
}
