import { expect, test } from 'vitest';
import { conditionHolds } from './condition-holds.ts';
import type { FormTest } from './form.ts';

const holds = (value: unknown, op: FormTest['op'], wanted?: unknown) =>
  conditionHolds({ all: [{ field: 'asked', op, value: wanted }] }, (key) => (key === 'asked' ? value : undefined));

test('is, is not and in compare texts without outer blanks, numbers to six places, one of several choices', () => {
  expect(holds(' Москва ', 'is', 'Москва')).toBe(true);
  expect(holds(0.1 + 0.2, 'is', 0.3)).toBe(true);
  expect(holds(0.300_001, 'is', 0.3)).toBe(false);
  expect(holds('1', 'is', 1)).toBe(false);
  expect(holds(['почта', 'доступ'], 'is', 'доступ')).toBe(true);
  expect(holds(['почта', 'доступ'], 'is_not', 'доступ')).toBe(false);
  expect(holds(['почта'], 'in', ['доступ', 'почта'])).toBe(true);
  expect(holds('почта', 'in', ['доступ'])).toBe(false);
  expect(holds('почта', 'in', 'почта')).toBe(false);
});

test('what is not filled in is no value: it is nothing, and it is not anything', () => {
  for (const nothing of [undefined, null, '', ' ', []]) {
    expect(holds(nothing, 'is', 'да')).toBe(false);
    expect(holds(nothing, 'is', '')).toBe(false);
    expect(holds(nothing, 'is_not', 'да')).toBe(true);
    expect(holds(nothing, 'at_least', 0)).toBe(false);
    expect(holds(nothing, 'below', '2026-01-01')).toBe(false);
    expect(holds(nothing, 'filled')).toBe(false);
    expect(holds(nothing, 'empty')).toBe(true);
  }
});

test('a flag nobody touched is not ticked', () => {
  expect(holds(undefined, 'is', false)).toBe(true);
  expect(holds(false, 'is', false)).toBe(true);
  expect(holds(true, 'is', false)).toBe(false);
  expect(holds(undefined, 'is', true)).toBe(false);
  expect(holds(false, 'filled')).toBe(false);
  expect(holds(true, 'filled')).toBe(true);
});

test('bounds: numbers with numbers, dates with dates', () => {
  expect(holds(100, 'at_least', 100)).toBe(true);
  expect(holds(100, 'below', 100)).toBe(false);
  expect(holds(-1, 'below', 0)).toBe(true);
  expect(holds('2026-06-12', 'at_least', '2026-06-11')).toBe(true);
  expect(holds('2026-06-12', 'below', '2026-06-12')).toBe(false);
  expect(holds('200', 'at_least', 100)).toBe(false);
});

test('filled: both ends of a range, a row with something in it, a checklist with everything ticked', () => {
  expect(holds({ from: '2026-01-01', to: '2026-01-02' }, 'filled')).toBe(true);
  expect(holds({ from: '2026-01-01', to: null }, 'filled')).toBe(false);
  expect(holds([{ name: '' }, {}], 'filled')).toBe(false);
  expect(holds([{ name: '' }, { count: 0 }], 'filled')).toBe(true);
  const [pass, laptop] = [
    { text: 'пропуск', done: true },
    { text: 'ноутбук', done: false },
  ];
  expect(holds([pass, laptop], 'filled')).toBe(false);
  expect(holds([pass, { ...laptop, done: true }], 'filled')).toBe(true);
});

test('all of the tests or any of them', () => {
  const tests: FormTest[] = [
    { field: 'one', op: 'filled' },
    { field: 'two', op: 'filled' },
  ];
  const one = (key: string) => (key === 'one' ? 'да' : null);
  expect(conditionHolds({ all: tests }, one)).toBe(false);
  expect(conditionHolds({ any: tests }, one)).toBe(true);
  expect(conditionHolds({ any: tests }, () => null)).toBe(false);
});
