import { addDays, type DateText, isDate } from '#shared/lib/dates/dates.ts';

/** Days that were asked for, first and last, and where they stand in what was typed. */
export interface DateSpan {
  from: DateText;
  to: DateText;
  start: number;
  end: number;
}

const months = [
  'янв(?:ар[а-яё]+)?|jan(?:uary)?',
  'фев(?:рал[а-яё]+)?|feb(?:ruary)?',
  'март?[а-яё]{0,2}|mar(?:ch)?',
  'апр(?:ел[а-яё]+)?|apr(?:il)?',
  'ма(?:й|я|ю|е|ем)|may',
  'июн[а-яё]*|june?',
  'июл[а-яё]*|july?',
  'авг(?:уст[а-яё]*)?|aug(?:ust)?',
  'сен(?:т(?:ябр[а-яё]+)?)?|sep(?:t(?:ember)?)?',
  'окт(?:ябр[а-яё]+)?|oct(?:ober)?',
  'ноя(?:бр[а-яё]+)?|nov(?:ember)?',
  'дек(?:абр[а-яё]+)?|dec(?:ember)?',
].map((names) => new RegExp(`^(?:${names})\\.?$`, 'i'));
const quarters = ['1', '2', '3', '4', 'i', 'ii', 'iii', 'iv'];

const WORD = '([а-яёa-z]{3,9}\\.?)';
/** Letters that people put behind a year. */
const YEAR = '(\\d{4})(?:\\s*(?:года?|году|г\\.?)(?![а-яё]))?';

type Read = (parts: readonly string[]) => Pick<DateSpan, 'from' | 'to'> | undefined;

/** What dates look like, the longer forms first; a stretch that one of them has taken the others leave alone. */
const forms: readonly (readonly [RegExp, Read])[] = [
  [form(`(\\d{1,2})[./](\\d{1,2})[./](\\d{4}|\\d{2})(?:\\s*г\\.?(?![а-яё]))?`), ([d, m, y]) => day(y, Number(m), d)],
  [form('(\\d{4})-(\\d{2})-(\\d{2})'), ([y, m, d]) => day(y, Number(m), d)],
  [form(`(\\d{1,2})\\s+${WORD}\\s+${YEAR}`), ([d, m, y]) => day(y, monthOf(m), d)],
  [form(`${WORD}\\s+(\\d{1,2}),?\\s+(\\d{4})`), ([m, d, y]) => day(y, monthOf(m), d)],
  [form(`([1-4]|i{1,3}|iv)(?:-?й)?\\s*(?:квартал[а-яё]*|кв\\.?)\\s+${YEAR}`), ([q, y]) => quarter(y, q)],
  [form(`${WORD}\\s+${YEAR}`), ([m, y]) => stretch(y, monthOf(m), 1)],
  [form('(\\d{1,2})[./](\\d{4})'), ([m, y]) => stretch(y, Number(m), 1)],
  [form('(\\d{4})\\s*(?:год[а-яё]*|гг?\\.)(?![а-яё])'), ([y]) => stretch(y, 1, 12)],
];

/** Neither a figure nor a letter goes on at its ends, so that no part of a number is taken for a date. */
function form(pattern: string): RegExp {
  return new RegExp(`(?<![\\d\\p{L}./])${pattern}(?![\\d/]|[.]\\d)`, 'giu');
}

function monthOf(word: string | undefined): number {
  return months.findIndex((names) => names.test(word ?? '')) + 1;
}

const padded = (value: number): string => String(value).padStart(2, '0');

/** Two figures mean this century. */
const fullYear = (year: string | undefined): string => (year?.length === 2 ? `20${year}` : (year ?? ''));

function day(year: string | undefined, month: number, of: string | undefined): ReturnType<Read> {
  const date = `${fullYear(year)}-${padded(month)}-${padded(Number(of))}`;
  return isDate(date) && isNear(date) ? { from: date, to: date } : undefined;
}

/** `count` whole months from the given one on. */
function stretch(year: string | undefined, month: number, count: number): ReturnType<Read> {
  const from = `${year}-${padded(month)}-01`;
  if (!isDate(from) || !isNear(from)) return undefined;
  const next = month + count - 1;
  const after = next >= 12 ? `${Number(year) + 1}-01-01` : `${year}-${padded(next + 1)}-01`;
  return { from, to: addDays(after, -1) };
}

const quarter = (year: string | undefined, of: string | undefined): ReturnType<Read> =>
  stretch(year, (quarters.indexOf((of ?? '').toLowerCase()) % 4) * 3 + 1, 3);

/** 1234 in «1234 г.» is a weight. */
const isNear = (date: DateText): boolean => date >= '1900' && date < '2200';

const BETWEEN = /^\s*(?:по|до|-|–|—|to)\s*$/iu;
const BEFORE = /(?:^|\s)(?:с|со|от|from)\s+$/iu;

/** Days, months, quarters and years in what was typed, two of them with «по» or a dash between as one stretch; in their order. */
export function findDates(text: string): DateSpan[] {
  const found: DateSpan[] = [];
  for (const [pattern, read] of forms) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (found.some((one) => start < one.end && end > one.start)) continue;
      const days = read(match.slice(1));
      if (days) found.push({ ...days, start, end });
    }
  }
  found.sort((left, right) => left.start - right.start);
  const joined: DateSpan[] = [];
  for (const span of found) {
    const last = joined.at(-1);
    if (last && last.from <= span.to && BETWEEN.test(text.slice(last.end, span.start))) {
      const small = BEFORE.exec(text.slice(0, last.start))?.[0].trimStart().length ?? 0;
      joined[joined.length - 1] = { from: last.from, to: span.to, start: last.start - small, end: span.end };
    } else joined.push(span);
  }
  return joined;
}
