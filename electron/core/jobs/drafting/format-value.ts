import type { TagFormat } from '#electron/core/jobs/drafting/tag-syntax.ts';
import type { TagValue } from '#electron/core/jobs/drafting/tag-tree.ts';
import { amountInDigits, amountInWords, capital } from '#shared/lib/words/amount.ts';
import { dateInWords } from '#shared/lib/words/dates.ts';
import {
  declinePersonName,
  type GrammaticalCase,
  grammaticalCases,
  nameWithInitials,
} from '#shared/lib/words/names.ts';
import { numberInWords } from '#shared/lib/words/numbers.ts';
import { declinePosition, positionInside } from '#shared/lib/words/positions.ts';

const isCase = (format: TagFormat): format is GrammaticalCase =>
  (grammaticalCases as readonly string[]).includes(format);
const looks: readonly TagFormat[] = ['capital', 'upper', 'lower'];

/** Formats a kind of value can take, beside the letters' case that every text can. */
const fitting: Partial<Record<TagValue['type'], readonly TagFormat[]>> = {
  number: ['words', 'long', 'digits'],
  money: ['words', 'long', 'full', 'digits'],
  date: ['words', 'long', 'digits'],
  person: [...grammaticalCases, 'initials', 'surname-initials', 'full'],
  position: grammaticalCases,
};

/** Whether «|format» makes sense for the value. */
export const fits = (value: TagValue, format: TagFormat): boolean =>
  value.type === 'group'
    ? value.own !== undefined && fits(value.own, format)
    : value.type !== 'image' && (looks.includes(format) || (fitting[value.type]?.includes(format) ?? false));

/** The text of a value in the asked form; empty where there is no value. Lists, groups without a value and images have no text. */
export function formatValue(value: TagValue, formats: readonly TagFormat[]): string {
  const text = plainText(value, formats);
  if (formats.includes('upper')) return text.toUpperCase();
  if (formats.includes('lower')) return text.toLowerCase();
  return formats.includes('capital') ? capital(text) : text;
}

function plainText(value: TagValue, formats: readonly TagFormat[]): string {
  const to = formats.find(isCase);
  switch (value.type) {
    case 'text':
      return value.text ?? '';
    case 'number':
      if (value.value === null) return '';
      return formats.includes('words') || formats.includes('long') ? numberInWords(value.value) : String(value.value);
    case 'money':
      return value.kopecks === null ? '' : money(value.kopecks, value.currency, formats);
    case 'date':
      return dateInWords(
        value.date ?? '',
        formats.includes('words') ? 'words' : formats.includes('long') ? 'long' : 'numeric',
      );
    case 'person':
      return person(value.name ?? '', value.gender ?? null, to, formats);
    case 'position':
      // In an oblique case a post stands inside a sentence, where it has a small letter.
      return to && to !== 'nominative' ? positionInside(declinePosition(value.text ?? '', to)) : (value.text ?? '');
    case 'link':
      return value.text;
    case 'group':
      return value.own ? plainText(value.own, formats) : '';
    case 'flag':
    case 'list':
    case 'image':
      return '';
  }
}

function money(kopecks: number, currency: string, formats: readonly TagFormat[]): string {
  if (formats.includes('full')) return amountInWords(kopecks, currency, 'full');
  return formats.includes('words') || formats.includes('long')
    ? amountInWords(kopecks, currency)
    : amountInDigits(kopecks);
}

function person(
  name: string,
  gender: 'male' | 'female' | null,
  to: GrammaticalCase | undefined,
  formats: readonly TagFormat[],
): string {
  const declined = to ? declinePersonName(name, to, gender) : name;
  if (formats.includes('initials')) return nameWithInitials(declined);
  return formats.includes('surname-initials') ? nameWithInitials(declined, 'last') : declined;
}
