import i18next from 'i18next';
import { afterEach, expect, test } from 'vitest';
import { decimalText, hoursOf, hoursText, percentText, shareOf } from '#renderer/pages/reports/hours.ts';

afterEach(() => void i18next.changeLanguage('ru'));

test('English has a point, and no space before a percent sign', async () => {
  await i18next.init({ lng: 'en' });
  expect(hoursText(2304)).toBe('38.4');
  expect(percentText(64)).toBe('64%');
});

test('working minutes are told as hours', () => {
  expect(hoursText(2304)).toBe('38,4');
  expect(hoursText(0)).toBe('0,0');
  expect(hoursText(null)).toBe('–');
  expect(hoursText(60 * 12_345)).toBe('12\u00a0345,0');
  expect(hoursOf(95)).toBe(1.6);
  expect(decimalText(-1.25)).toBe('−1,3');
  expect(decimalText(-0.01)).toBe('0,0');
});

test('shares of nothing are unknown', () => {
  expect(percentText(shareOf(64, 74))).toBe('86\u00a0%');
  expect(percentText(shareOf(0, 0))).toBe('–');
});
