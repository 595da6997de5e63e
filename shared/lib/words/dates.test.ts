import { describe, expect, test } from 'vitest';
import { addDays } from '#shared/lib/dates/dates.ts';
import { dateInWords } from './dates.ts';

describe('dates of a paper', () => {
  test.each([
    ['2026-05-13', 'тринадцатое мая две тысячи двадцать шестого года'],
    ['2000-01-01', 'первое января двухтысячного года'],
    ['1999-12-31', 'тридцать первое декабря одна тысяча девятьсот девяносто девятого года'],
    ['1900-03-03', 'третье марта одна тысяча девятисотого года'],
    ['2003-02-23', 'двадцать третье февраля две тысячи третьего года'],
    ['2020-06-20', 'двадцатое июня две тысячи двадцатого года'],
    ['2040-11-30', 'тридцатое ноября две тысячи сорокового года'],
    ['2100-04-14', 'четырнадцатое апреля две тысячи сотого года'],
    ['2111-08-08', 'восьмое августа две тысячи сто одиннадцатого года'],
  ])('%s', (date, words) => {
    expect(dateInWords(date, 'words')).toBe(words);
  });

  test('long and numeric', () => {
    expect(dateInWords('2026-05-13')).toBe('13 мая 2026 г.');
    expect(dateInWords('2026-05-03', 'numeric')).toBe('03.05.2026');
    expect(dateInWords('2026-02-30', 'words')).toBe('2026-02-30');
    expect(dateInWords('')).toBe('');
  });

  test('each day of sixty years has words of its own and none is empty', () => {
    const seen = new Set<string>();
    let day = '1990-01-01';
    for (; day < '2050-01-01'; day = addDays(day, 1)) {
      const words = dateInWords(day, 'words');
      expect(words).toMatch(/^[а-яё]+(?: [а-яё]+){2,8} года$/);
      seen.add(words);
    }
    expect(seen.size).toBe(21_915);
  });
});
