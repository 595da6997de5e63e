import { expect, test } from 'vitest';
import { blankField, fieldsOf, form } from './form.ts';

const section = (key: string, count = 1) => ({
  key,
  title: 'Что нужно',
  hint: null,
  fields: Array.from({ length: count }, (_, at) => blankField(`${key}_${at}`, 'text', 'Поле')),
});

test('a form is what JSON keeps of it, and its fields are those of all sections', () => {
  const given = { sections: [section('what', 2), section('when')] };
  expect(form.parse(JSON.parse(JSON.stringify(given)))).toEqual(given);
  expect(fieldsOf(given).map(({ key }) => key)).toEqual(['what_0', 'what_1', 'when_0']);
});

test('keys are latin words, sections at most 20, fields at most 100 in all', () => {
  const takes = (sections: unknown) => form.safeParse({ sections }).success;
  expect(takes([])).toBe(true);
  for (const key of ['', 'Name', '1st', 'имя', 'a-b', '__proto__', 'a'.repeat(41)]) {
    expect(takes([{ ...section('s'), key }]), key).toBe(false);
    expect(takes([{ ...section('s'), fields: [blankField(key, 'text', 'Поле')] }]), key).toBe(false);
  }
  expect(takes(Array.from({ length: 20 }, (_, at) => section(`s${at}`, 5)))).toBe(true);
  expect(takes(Array.from({ length: 20 }, (_, at) => section(`s${at}`, at === 7 ? 6 : 5)))).toBe(false);
  expect(takes(Array.from({ length: 21 }, (_, at) => section(`s${at}`)))).toBe(false);
});

test('a condition is about all or any of its tests, never both and never nothing', () => {
  const takes = (when: unknown) =>
    form.safeParse({ sections: [{ ...section('s'), fields: [{ ...blankField('a', 'text', 'Поле'), when }] }] }).success;
  const tests = [{ field: 'b', op: 'filled' }];
  expect(takes({ all: tests })).toBe(true);
  expect(takes({ any: [{ field: 'b', op: 'in', value: ['да', 1] }] })).toBe(true);
  expect(takes({ all: tests, any: tests })).toBe(false);
  expect(takes({ all: [] })).toBe(false);
  expect(takes({ any: [{ field: 'b', op: 'like', value: 'да' }] })).toBe(false);
});
