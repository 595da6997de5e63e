import { isDate } from '#shared/lib/dates/dates.ts';

// Genitive of ordinals: «две тысячи двадцать шестого года»; nominative neuter for the day: «тринадцатое мая».
const stems =
  ' перв втор треть четвёрт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат'.split(
    ' ',
  );
const roundTens = [
  '',
  'десят',
  'двадцат',
  'тридцат',
  'сороков',
  'пятидесят',
  'шестидесят',
  'семидесят',
  'восьмидесят',
  'девяност',
];
const tens = [
  '',
  '',
  'двадцать',
  'тридцать',
  'сорок',
  'пятьдесят',
  'шестьдесят',
  'семьдесят',
  'восемьдесят',
  'девяносто',
];
const hundreds = [
  '',
  'сто',
  'двести',
  'триста',
  'четыреста',
  'пятьсот',
  'шестьсот',
  'семьсот',
  'восемьсот',
  'девятьсот',
];
const roundHundreds = [
  '',
  'сот',
  'двухсот',
  'трёхсот',
  'четырёхсот',
  'пятисот',
  'шестисот',
  'семисот',
  'восьмисот',
  'девятисот',
];
const thousands = ['', 'одна тысяча', 'две тысячи', 'три тысячи'];
const roundThousands = ['', 'тысячн', 'двухтысячн', 'трёхтысячн'];
const months = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ');

/** numeric: 13.05.2026; long: 13 мая 2026 г.; words: тринадцатое мая две тысячи двадцать шестого года. */
export type DateForm = 'numeric' | 'long' | 'words';

/** A date yyyy-mm-dd as a paper writes it; years 1001–3999 in words. Text that is no date comes back as it is. */
export function dateInWords(date: string, form: DateForm = 'long'): string {
  if (!isDate(date)) return date;
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8))];
  if (form === 'numeric') return `${date.slice(8)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;
  const monthName = months[month - 1] ?? '';
  if (form === 'long' || year < 1001 || year > 3999) return `${day} ${monthName} ${year} г.`;
  return `${dayInWords(day)} ${monthName} ${yearInWords(year)} года`;
}

function dayInWords(day: number): string {
  const [ten, one] = [Math.floor(day / 10), day % 10];
  if (day <= 20) return ordinal(stems[day] ?? '', 'ое', 'е');
  return one === 0 ? `${roundTens[ten]}ое` : `${tens[ten]} ${ordinal(stems[one] ?? '', 'ое', 'е')}`;
}

function yearInWords(year: number): string {
  const [thousand, hundred, below] = [Math.floor(year / 1000), Math.floor(year / 100) % 10, year % 100];
  if (below === 0 && hundred === 0) return `${roundThousands[thousand]}ого`;
  const words = [thousands[thousand]];
  if (below === 0) return [...words, `${roundHundreds[hundred]}ого`].join(' ');
  words.push(hundreds[hundred]);
  const [ten, one] = [Math.floor(below / 10), below % 10];
  if (below <= 20) words.push(ordinal(stems[below] ?? '', 'ого', 'его'));
  else if (one === 0) words.push(`${roundTens[ten]}ого`);
  else words.push(tens[ten], ordinal(stems[one] ?? '', 'ого', 'его'));
  return words.filter((word) => word !== '').join(' ');
}

/** «третье», «третьего» is the only soft one of the row. */
const ordinal = (stem: string, hard: string, soft: string): string => stem + (stem === 'треть' ? soft : hard);
