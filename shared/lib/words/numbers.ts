export type Gender = 'male' | 'female' | 'neuter';

/** One, few (2–4), many: «рубль, рубля, рублей». */
export type Forms = readonly [one: string, few: string, many: string];

const ones = ' один два три четыре пять шесть семь восемь девять'.split(' ');
const teens =
  'десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать'.split(
    ' ',
  );
const tens = '  двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто'.split(' ');
const hundreds = ' сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот'.split(' ');
const first: Record<Gender, string> = { male: 'один', female: 'одна', neuter: 'одно' };

const scales: readonly { size: number; gender: Gender; forms: Forms }[] = [
  { size: 1e12, gender: 'male', forms: ['триллион', 'триллиона', 'триллионов'] },
  { size: 1e9, gender: 'male', forms: ['миллиард', 'миллиарда', 'миллиардов'] },
  { size: 1e6, gender: 'male', forms: ['миллион', 'миллиона', 'миллионов'] },
  { size: 1e3, gender: 'female', forms: ['тысяча', 'тысячи', 'тысяч'] },
];

/** The form that stands beside the number: 1 рубль, 22 рубля, 11 рублей. The number is a whole one. */
export function formFor(count: number, forms: Forms): string {
  const value = Math.abs(count) % 100;
  const last = value % 10;
  if (value > 10 && value < 20) return forms[2];
  return last === 1 ? forms[0] : last > 1 && last < 5 ? forms[1] : forms[2];
}

/** Whole number below 10^15 in words, nominative: 1001, female → «одна тысяча одна». */
export function numberInWords(value: number, gender: Gender = 'male'): string {
  if (!Number.isSafeInteger(value) || Math.abs(value) >= 1e15) throw new RangeError('not a whole number below 10^15');
  if (value === 0) return 'ноль';
  const words = value < 0 ? ['минус'] : [];
  let rest = Math.abs(value);
  for (const scale of scales) {
    const count = Math.floor(rest / scale.size);
    rest %= scale.size;
    if (count > 0) words.push(...triad(count, scale.gender), formFor(count, scale.forms));
  }
  return [...words, ...triad(rest, gender)].join(' ');
}

function triad(value: number, gender: Gender): string[] {
  const [hundred, below] = [Math.floor(value / 100), value % 100];
  const words = [hundreds[hundred] ?? ''];
  if (below >= 10 && below < 20) words.push(teens[below - 10] ?? '');
  else words.push((tens[Math.floor(below / 10)] ?? '').trim(), unit(below % 10, gender));
  return words.filter((word) => word !== '');
}

function unit(value: number, gender: Gender): string {
  if (value === 1) return first[gender];
  if (value === 2 && gender === 'female') return 'две';
  return ones[value] ?? '';
}
