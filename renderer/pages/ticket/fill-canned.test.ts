import { expect, test } from 'vitest';
import { cannedQuery, fillCanned } from '#renderer/pages/ticket/fill-canned.ts';

test('fields are filled in, the same one everywhere', () => {
  const filled = fillCanned('{requester}, заявка {number} готова. {requester}, заберите {item}.', {
    requester: 'Ольга',
    number: 'З-00859',
    item: 'монитор',
  });
  expect(filled).toEqual({ text: 'Ольга, заявка З-00859 готова. Ольга, заберите монитор.', unknown: [] });
});

test('what is not known stays and is named once', () => {
  const filled = fillCanned('{number}: {nothing} {nothing} {constructor}', { number: null });
  expect(filled.text).toBe('{number}: {nothing} {nothing} {constructor}');
  expect(filled.unknown).toEqual(['number', 'nothing', 'constructor']);
});

test('a stroke at the beginning of a single line asks for replies', () => {
  expect(cannedQuery('/')).toBe('');
  expect(cannedQuery('/Спра ')).toBe('спра');
  expect(cannedQuery('и/или')).toBeNull();
  expect(cannedQuery('/справка\nготова')).toBeNull();
});
