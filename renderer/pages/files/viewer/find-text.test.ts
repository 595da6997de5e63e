import { expect, test } from 'vitest';
import { findPattern, findPlaces } from '#renderer/pages/files/viewer/find-text.ts';

const places = (text: string, query: string, most?: number) => {
  const pattern = findPattern(query);
  return pattern ? findPlaces(text, pattern, most).map(([start, end]) => text.slice(start, end)) : null;
};

test('case, ё and the end of a line make no difference', () => {
  expect(places('СЧЁТ и счет\nна оплату', 'счёт')).toEqual(['СЧЁТ', 'счет']);
  expect(places('Счет\n на   оплату', 'счёт на оплату')).toEqual(['Счет\n на   оплату']);
});

test('signs of a pattern are looked for as they are written', () => {
  expect(places('п. 4.2 (а), п. 412', '4.2 (а)')).toEqual(['4.2 (а)']);
  expect(places('[договор] $5*', '[договор] $5*')).toEqual(['[договор] $5*']);
});

test('nothing is looked for by spaces, and no more is found than can be shown', () => {
  expect(places('текст', '  ')).toBeNull();
  expect(places('а'.repeat(100), 'а', 7)).toHaveLength(7);
});
