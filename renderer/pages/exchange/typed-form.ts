import { formatDate } from '#renderer/i18n/format/dates.ts';
import { formatAmount } from '#renderer/i18n/format/money.ts';
import { numberWords } from '#renderer/pages/document/number-words.ts';
import type { FieldKind } from '#renderer/pages/exchange/field-kind.ts';

/** A value as it stands in its field: see `Choice.text`. */
export function typedForm(kind: FieldKind, value: unknown): string {
  if (kind === 'money') return typeof value === 'number' ? formatAmount(value) : '';
  if (kind === 'number') return typeof value === 'number' ? numberWords(value) : '';
  if (kind === 'labels') return Array.isArray(value) ? value.join('\n') : '';
  if (typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return '';
  return kind === 'date' ? formatDate(value) : value;
}
