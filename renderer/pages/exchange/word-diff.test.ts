import { expect, test } from 'vitest';
import { wordDiff } from '#renderer/pages/exchange/word-diff.ts';

const shown = (from: string, to: string) =>
  wordDiff(from, to)
    ?.map((run) => ({ same: run.text, added: `+${run.text}+`, removed: `-${run.text}-` })[run.kind])
    .join('');

test('only the words that differ are marked', () => {
  expect(shown('Акт в течение 5 дней', 'Акт в течение 3 рабочих дней')).toBe('Акт в течение +3 рабочих +-5 -дней');
  expect(shown('Акт в течение 5 дней', 'Акт в течение 5 дней, по каждой партии')).toBe(
    'Акт в течение 5 дней+, по каждой партии+',
  );
});

test('equal texts have no marks, an emptied one is all removed', () => {
  expect(wordDiff('то же самое', 'то же самое')).toEqual([{ kind: 'same', text: 'то же самое' }]);
  expect(wordDiff('было', '')).toEqual([{ kind: 'removed', text: 'было' }]);
});

test('nothing is lost: what stayed and came is the new text', () => {
  const to = 'Поставка до 15 мая, «Серверы», 3 шт.';
  const runs = wordDiff('Поставка до 12 мая, серверы', to) ?? [];
  expect(
    runs
      .filter((run) => run.kind !== 'removed')
      .map((run) => run.text)
      .join(''),
  ).toBe(to);
});

test('very long differences are not compared; a long text with one other word is', () => {
  expect(wordDiff('слово '.repeat(2_000), 'другое '.repeat(2_000))).toBeNull();
  const long = 'слово '.repeat(3_000);
  const runs = wordDiff(`${long}пять ${long}`, `${long}шесть ${long}`) ?? [];
  expect(runs.map((run) => run.kind)).toEqual(['same', 'added', 'removed', 'same']);
});
