import type { Forms, Gender } from './numbers.ts';

/** How a currency is spoken: the unit and its hundredth. */
export interface SpokenCurrency {
  unit: Forms;
  gender: Gender;
  part: Forms;
  partGender: Gender;
}

const rouble: Forms = ['рубль', 'рубля', 'рублей'];
const kopeck: Forms = ['копейка', 'копейки', 'копеек'];
const cent: Forms = ['цент', 'цента', 'центов'];
const same = (word: string): Forms => [word, word, word];

const currencies: Readonly<Record<string, SpokenCurrency>> = {
  RUB: { unit: rouble, gender: 'male', part: kopeck, partGender: 'female' },
  BYN: {
    unit: ['белорусский рубль', 'белорусских рубля', 'белорусских рублей'],
    gender: 'male',
    part: kopeck,
    partGender: 'female',
  },
  USD: {
    unit: ['доллар США', 'доллара США', 'долларов США'],
    gender: 'male',
    part: cent,
    partGender: 'male',
  },
  EUR: { unit: same('евро'), gender: 'male', part: cent, partGender: 'male' },
  CNY: { unit: ['юань', 'юаня', 'юаней'], gender: 'male', part: ['фэнь', 'фэня', 'фэней'], partGender: 'male' },
  KZT: { unit: same('тенге'), gender: 'male', part: ['тиын', 'тиына', 'тиынов'], partGender: 'male' },
};

/** Words of a currency by its ISO 4217 code; an unknown one is named by the code itself and has hundredths without a name. */
export function spokenCurrency(code: string): SpokenCurrency {
  return currencies[code] ?? { unit: same(code), gender: 'male', part: same('сотых'), partGender: 'female' };
}
