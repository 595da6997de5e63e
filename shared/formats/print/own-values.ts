import type { ValueText } from '#shared/domain/form/value-texts.ts';
import { amountInDigits } from '#shared/lib/words/amount.ts';
import { dateInWords } from '#shared/lib/words/dates.ts';

const words = { ru: { yes: 'да', no: 'нет', rows: 'строк' }, en: { yes: 'yes', no: 'no', rows: 'rows' } } as const;

/** Values of the company's own fields as papers write them; `names` are those of the people and counterparties they point at. */
export function ownValues(
  texts: readonly ValueText[],
  names: ReadonlyMap<string, string>,
  language: 'ru' | 'en',
): { label: string; value: string }[] {
  return texts.flatMap(({ label, type, value }) => {
    const text = valueText(type, value, names, language);
    return text === '' ? [] : [{ label, value: text }];
  });
}

function valueText(
  type: ValueText['type'],
  value: unknown,
  names: ReadonlyMap<string, string>,
  language: 'ru' | 'en',
): string {
  if (value === null || value === undefined) return '';
  const w = words[language];
  switch (type) {
    case 'money':
      return Number.isSafeInteger(value) ? `${amountInDigits(Number(value))}\u00a0₽` : '';
    case 'date':
      return dateInWords(String(value), 'numeric');
    case 'date_range': {
      const { from, to } = value as { from?: unknown; to?: unknown };
      return [from, to].flatMap((day) => (typeof day === 'string' ? [dateInWords(day, 'numeric')] : [])).join(' – ');
    }
    case 'employee':
    case 'counterparty':
      return names.get(String(value)) ?? '';
    case 'flag':
      return value === true ? w.yes : w.no;
    case 'choices':
      return Array.isArray(value) ? value.join(', ') : '';
    case 'number':
      return String(value).replace('.', ',');
    case 'table':
    case 'checklist':
    case 'file':
      return Array.isArray(value) && value.length > 0 ? `${w.rows}: ${value.length}` : '';
    default:
      return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  }
}
