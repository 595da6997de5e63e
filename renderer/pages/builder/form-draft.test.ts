import { describe, expect, test } from 'vitest';
import {
  addField,
  changeField,
  dropField,
  duplicateField,
  fieldAt,
  moveField,
  moveSection,
  placeOf,
  removeField,
} from '#renderer/pages/builder/form-draft.ts';
import { blankField, type Form, fieldsOf } from '#shared/domain/form/form.ts';

const two: Form = {
  sections: [
    {
      key: 'first',
      title: 'Первый',
      hint: null,
      fields: [blankField('a', 'number', 'А'), blankField('b', 'text', 'Б')],
    },
    {
      key: 'second',
      title: 'Второй',
      hint: null,
      fields: [
        blankField('c', 'text', 'В', { when: { all: [{ field: 'a', op: 'at_least', value: 2 }] } }),
        blankField('d', 'calculated', 'Г', { formula: { type: 'sum', of: [{ field: 'a' }] } }),
      ],
    },
  ],
};
const keys = (form: Form | undefined) =>
  form?.sections.map((section) => section.fields.map((field) => field.key).join(''));

describe('adding', () => {
  test('behind what is chosen, with a key of its label', () => {
    const { form, place } = addField(two, { section: 0, field: 0 }, 'money', 'Сумма');
    expect(place).toEqual({ section: 0, field: 1 });
    expect(fieldAt(form, place)).toMatchObject({ key: 'summa', type: 'money', label: 'Сумма' });
  });
  test('first in a chosen section, last when nothing is chosen, and into no section at all', () => {
    expect(addField(two, { section: 1, field: null }, 'text', 'Е').place).toEqual({ section: 1, field: 0 });
    expect(addField(two, null, 'text', 'Е').place).toEqual({ section: 1, field: 2 });
    expect(keys(addField({ sections: [] }, null, 'text', 'Е').form)).toEqual(['e']);
  });
  test('a copy has a key of its own', () => {
    expect(keys(duplicateField(two, { section: 0, field: 1 })?.form)).toEqual(['abb_2', 'cd']);
  });
});

describe('moving', () => {
  test('within a section, over to the next one, and no further than the ends', () => {
    expect(keys(moveField(two, { section: 0, field: 0 }, 1)?.form)).toEqual(['ba', 'cd']);
    expect(moveField(two, { section: 0, field: 1 }, 1)).toMatchObject({ place: { section: 1, field: 0 } });
    expect(keys(moveField(two, { section: 0, field: 1 }, 1)?.form)).toEqual(['a', 'bcd']);
    expect(keys(moveField(two, { section: 1, field: 0 }, -1)?.form)).toEqual(['abc', 'd']);
    expect(moveField(two, { section: 0, field: 0 }, -1)).toBeNull();
    expect(moveField(two, { section: 1, field: 1 }, 1)).toBeNull();
  });
  test('any number of steps keeps every field once', () => {
    let at: { form: Form; place: { section: number; field: number | null } } | null = {
      form: two,
      place: { section: 0, field: 0 },
    };
    for (let step = 0; at && step < 10; step += 1) {
      expect(
        fieldsOf(at.form)
          .map((field) => field.key)
          .sort(),
      ).toEqual(['a', 'b', 'c', 'd']);
      at = moveField(at.form, at.place, 1);
    }
    expect(at).toBeNull();
  });
  test('dropped where the hand lets go', () => {
    expect(keys(dropField(two, { section: 1, field: 1 }, { section: 0, field: 0 })?.form)).toEqual(['dab', 'c']);
    expect(keys(dropField(two, { section: 0, field: 0 }, { section: 1, field: 2 })?.form)).toEqual(['b', 'cda']);
  });
  test('sections change places whole', () => {
    expect(keys(moveSection(two, 0, 1)?.form)).toEqual(['cd', 'ab']);
    expect(moveSection(two, 1, 1)).toBeNull();
  });
});

test('conditions and formulas follow a renamed field', () => {
  const place = { section: 0, field: 0 };
  const form = changeField(two, place, { ...two.sections[0]?.fields[0], key: 'amount' } as never);
  expect(form.sections[1]?.fields[0]?.when).toEqual({ all: [{ field: 'amount', op: 'at_least', value: 2 }] });
  expect(form.sections[1]?.fields[1]?.formula).toEqual({ type: 'sum', of: [{ field: 'amount' }] });
});

test('of two fields with one key the other keeps what refers to it', () => {
  const doubled = changeField(two, { section: 0, field: 1 }, blankField('a', 'text', 'Б'));
  const form = changeField(doubled, { section: 0, field: 1 }, blankField('e', 'text', 'Б'));
  expect(form.sections[1]?.fields[0]?.when).toEqual({ all: [{ field: 'a', op: 'at_least', value: 2 }] });
});

test('a removed field is gone from its place only', () => {
  expect(keys(removeField(two, { section: 0, field: 0 }))).toEqual(['b', 'cd']);
  expect(keys(removeField(two, { section: 0, field: null }))).toEqual(['cd']);
  expect(placeOf(two, 'd')).toEqual({ section: 1, field: 1 });
  expect(placeOf(two, 'x')).toBeNull();
});
