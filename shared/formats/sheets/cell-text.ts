import { format, isDateFormat } from 'numfmt';

/** Between the days counted from 1900 and those counted from 1904. */
const DAYS_1904 = 1_462;

export type SheetLanguage = 'ru' | 'en';

/** A number as its cell shows it: dates, sums and shares as people read them. A format that cannot be read leaves the number as it is. */
export function numberText(value: number, code: string, language: SheetLanguage, from1904: boolean): string {
  if (!Number.isFinite(value)) return String(value);
  try {
    const shown = from1904 && isDateFormat(code) ? value + DAYS_1904 : value;
    return format(localDate(code, language), shown, {
      locale: language === 'ru' ? 'ru-RU' : 'en-GB',
      dateErrorNumber: true,
    });
  } catch {
    return language === 'ru' ? String(value).replace('.', ',') : String(value);
  }
}

/** The short date of the program's own language: a file names it by a number, and every office writes it in its own way. */
function localDate(code: string, language: SheetLanguage): string {
  if (/^(?:m\/d\/yy(?:yy)?|mm-dd-yy)$/i.test(code)) return language === 'ru' ? 'dd.mm.yyyy' : 'dd/mm/yyyy';
  return /^m\/d\/yy(?:yy)? h:mm$/i.test(code) ? (language === 'ru' ? 'dd.mm.yyyy h:mm' : 'dd/mm/yyyy h:mm') : code;
}
