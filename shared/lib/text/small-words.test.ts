import { expect, test } from 'vitest';
import { tellingWords } from './small-words.ts';

test.each([
  ['мне нужна бумага в банк', '  бумага  банк'],
  ['Не могу войти', ' могу войти'],
  ['доступ в', 'доступ  '],
  ['How do I get a pass?', '    pass?'],
  ['за свой счёт', ' свой счёт'],
])('%s is searched for as «%s»', (text, kept) => {
  expect(tellingWords(text).replace(/ +/g, ' ')).toBe(kept.replace(/ +/g, ' '));
});

test('what has no other words stays', () => {
  for (const text of ['у меня', '', '  ', '«»']) expect(tellingWords(text)).toBe(text);
});
