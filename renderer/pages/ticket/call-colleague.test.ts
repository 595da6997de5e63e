import { expect, test } from 'vitest';
import { calledWords, fittingPeople, withCall } from '#renderer/pages/ticket/call-colleague.ts';

test('somebody is called by @ at the end of what is typed, never by an address', () => {
  expect(calledWords('@Юд')).toBe('юд');
  expect(calledWords('Спросим @')).toBe('');
  expect(calledWords('почта a@b')).toBeNull();
  expect(calledWords('@yudin уже знает')).toBeNull();
});

test('the login takes the place of what was typed', () => {
  expect(withCall('Спросим @Юд', 'yudin')).toBe('Спросим @yudin ');
});

test('names and logins are found by their beginning, people of the desk first', () => {
  const people = [
    { id: '1', fullName: 'Павел Юдин', login: 'yudin' },
    { id: '2', fullName: 'Юлия Тен', login: 'ten' },
    { id: '3', fullName: 'Игорь Лапин', login: 'lapin' },
  ];
  const found = (words: string) => fittingPeople(people, words, new Set(['2'])).map((one) => one.id);
  expect(found('ю')).toEqual(['2', '1']);
  expect(found('lap')).toEqual(['3']);
  expect(found('')).toEqual(['2']);
});
