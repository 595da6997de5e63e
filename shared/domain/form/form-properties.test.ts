import fc from 'fast-check';
import { expect, test } from 'vitest';
import { carryValues } from './carry-values.ts';
import { conditionHolds } from './condition-holds.ts';
import { dependenciesOf } from './field-order.ts';
import { firstOfType } from './first-of-type.ts';
import {
  blankField,
  type Form,
  type FormField,
  type FormTest,
  fieldsOf,
  fieldTypes,
  form as formSchema,
} from './form.ts';
import { formDifference } from './form-difference.ts';
import { formFaults } from './form-faults.ts';
import { formValues } from './form-values.ts';
import { initialValues } from './initial-values.ts';
import { ownValue } from './json-value.ts';
import { valueProblems } from './value-problems.ts';
import { valueTexts } from './value-texts.ts';
import { isRequired, visibleFields } from './visible-fields.ts';

const person = '0190a000-0002-8000-8000-000000000001';
const options = ['да', 'нет', 'позже'];
const columns: FormField['columns'] = [
  { key: 'name', label: 'Наименование', type: 'text', required: true, options: [] },
  { key: 'count', label: 'Количество', type: 'number', required: false, options: [] },
  { key: 'price', label: 'Цена', type: 'money', required: false, options: [] },
  { key: 'by', label: 'К сроку', type: 'date', required: false, options: [] },
  { key: 'kind', label: 'Вид', type: 'choice', required: false, options },
];

const seeds = fc.record({
  type: fc.constantFrom(...fieldTypes),
  conditional: fc.boolean(),
  any: fc.boolean(),
  required: fc.boolean(),
  picks: fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat()),
  section: fc.nat({ max: 3 }),
  rank: fc.nat(),
});
type Seed = typeof seeds extends fc.Arbitrary<infer T> ? T : never;

const pick = <T>(from: readonly T[], at: number): T | undefined => from[at % Math.max(1, from.length)];

/** A test that a field can answer. */
function testOf(field: FormField, at: number): FormTest {
  const about = (op: FormTest['op'], value?: unknown): FormTest => ({ field: field.key, op, value });
  const always = [about('filled'), about('empty')];
  const own: Partial<Record<FormField['type'], FormTest[]>> = {
    text: [about('is', 'да'), about('is_not', 'нет'), about('in', options)],
    number: [about('is', 0), about('at_least', 1.5), about('below', 0.25)],
    money: [about('is_not', 100), about('at_least', 50_000), about('in', [0, 1])],
    date: [about('at_least', '2026-01-01'), about('below', '2026-06-15')],
    employee: [about('is', person)],
    choice: [about('is', 'да'), about('in', ['нет', 'позже'])],
    choices: [about('is', 'да'), about('is_not', 'нет')],
    flag: [about('is', true), about('is', false), about('is_not', true)],
  };
  return pick([...always, ...(own[field.type] ?? [])], at) ?? about('filled');
}

/** A formula over earlier fields; null when there is nothing to calculate from. */
function formulaOf(earlier: readonly FormField[], [one, other, kind]: readonly number[]): FormField['formula'] {
  const numbers = earlier.filter(({ type, formula }) => type === 'number' || formula?.type.endsWith('days'));
  const [first, second] = [pick(numbers, one ?? 0), pick(numbers, other ?? 0)];
  const range = pick(
    earlier.filter(({ type }) => type === 'date_range'),
    one ?? 0,
  )?.key;
  const table = pick(
    earlier.filter(({ type }) => type === 'table'),
    other ?? 0,
  )?.key;
  const possible: FormField['formula'][] = [];
  if (first && second) {
    const of = [{ field: first.key }, { field: second.key }] as const;
    possible.push({ type: 'sum', of: [...of] }, { type: 'difference', of: [...of] });
    possible.push({ type: 'product', of: [...of], as: 'number' });
  }
  if (range) possible.push({ type: 'days', field: range }, { type: 'leave_days', field: range });
  if (table) {
    possible.push({ type: 'sum', of: [{ field: table, column: 'price' }] });
    const of = ['count', 'price'].map((column) => ({ field: table, column }));
    possible.push({ type: 'product', of, as: 'money' });
  }
  return pick(possible, kind ?? 0) ?? null;
}

/** Every field asks only for those made before it, and stands anywhere. */
function built(given: readonly Seed[]): Form {
  const fields: FormField[] = [];
  for (const [at, { type, conditional, any, required, picks }] of given.entries()) {
    const formula = type === 'calculated' ? formulaOf(fields, picks) : null;
    const asked = pick(fields, picks[0]);
    const tests =
      asked && conditional ? [testOf(asked, picks[1]), testOf(pick(fields, picks[2]) ?? asked, picks[3])] : null;
    const needed = pick(fields, picks[3]);
    fields.push(
      blankField(`f${at}`, type === 'calculated' && !formula ? 'number' : type, `Поле ${at}`, {
        required,
        when: tests && (any ? { any: tests } : { all: tests }),
        requiredWhen: needed ? { any: [testOf(needed, picks[2])] } : null,
        options: type === 'choice' || type === 'choices' ? options : [],
        columns: type === 'table' ? columns : [],
        items: type === 'checklist' ? ['пропуск', 'ноутбук'] : [],
        maximum: type === 'text' ? 6 : null,
        formula,
      }),
    );
  }
  return arranged(fields, given);
}

const arranged = (fields: readonly FormField[], seeds: readonly Pick<Seed, 'rank' | 'section'>[]): Form => ({
  sections: [0, 1, 2, 3].map((section) => ({
    key: `s${section}`,
    title: '',
    hint: null,
    fields: fields
      .filter((_, at) => seeds[at]?.section === section)
      .toSorted((one, other) => (seeds[fields.indexOf(one)]?.rank ?? 0) - (seeds[fields.indexOf(other)]?.rank ?? 0)),
  })),
});

const forms = fc.array(seeds, { minLength: 1, maxLength: 14 }).map(built);

const days = fc.constantFrom('2025-12-30', '2026-01-01', '2026-02-28', '2026-06-12', '2026-06-30', '2026-02-31');
const words = fc.constantFrom('', '  ', '\u200b', 'да', ' нет ', 'позже', 'очень длинно');
const amounts = fc.oneof(fc.integer(), fc.constantFrom(0, -0, 0.1, 0.2, 1e-9, 123_456.789_012_3, 2 ** 53 - 1));
const plausible: Record<FormField['type'], fc.Arbitrary<unknown>> = {
  text: words,
  long_text: words,
  number: amounts,
  money: amounts,
  date: days,
  date_range: fc.record({ from: fc.option(days), to: fc.option(days) }, { requiredKeys: [] }),
  employee: fc.constant(person),
  counterparty: fc.constant(person),
  choice: words,
  choices: fc.array(fc.constantFrom(...options, 'никогда'), { maxLength: 3 }),
  flag: fc.boolean(),
  file: fc.array(fc.constant({ name: 'скан.pdf', size: 10, sha256: 'a'.repeat(64), path: 'C:\\' }), { maxLength: 2 }),
  table: fc.array(
    fc.record(
      { name: words, count: amounts, price: amounts, by: days, kind: words, extra: words },
      { requiredKeys: [] },
    ),
    { maxLength: 3 },
  ),
  checklist: fc.array(fc.record({ text: fc.constantFrom('пропуск', 'ноутбук', 'стол'), done: fc.boolean() }), {
    maxLength: 3,
  }),
  calculated: amounts,
};

const valuesOf = (form: Form): fc.Arbitrary<Record<string, unknown>> =>
  fc
    .tuple(
      ...fieldsOf(form).map(({ type }) =>
        fc.oneof(
          { weight: 8, arbitrary: plausible[type] },
          { weight: 1, arbitrary: fc.jsonValue() },
          fc.constant(null),
        ),
      ),
    )
    .map((given) => Object.fromEntries(fieldsOf(form).map(({ key }, at) => [key, given[at]])));

const filledForms = forms.chain((form) => valuesOf(form).map((values) => ({ form, values })));

const modes = ['draft', 'sent'] as const;

test('a form in which every field asks only for others without a way back has no fault, and is what the schema takes', () => {
  fc.assert(
    fc.property(forms, (form) => {
      expect(formFaults(form)).toEqual([]);
      expect(formSchema.parse(JSON.parse(JSON.stringify(form)))).toEqual(JSON.parse(JSON.stringify(form)));
    }),
  );
});

test('what is kept is kept as it is the next time, also after a way through JSON', () => {
  fc.assert(
    fc.property(filledForms, ({ form, values }) => {
      for (const mode of modes) {
        const kept = formValues(form, values, mode);
        expect(formValues(form, kept, mode)).toEqual(kept);
        const text = JSON.stringify(kept);
        expect(JSON.stringify(formValues(form, JSON.parse(text), mode))).toBe(text);
      }
      expect(formValues(form, formValues(form, values, 'draft'), 'sent')).toEqual(formValues(form, values, 'sent'));
    }),
  );
});

test('what is kept has the problems of what was given, but for what the form does not know and the places of blank rows', () => {
  const named = (problems: ReturnType<typeof valueProblems>) =>
    problems.filter(({ problem }) => problem !== 'unknown').map(({ row: _, ...rest }) => rest);
  let sound = 0;
  fc.assert(
    fc.property(filledForms, ({ form, values }) => {
      const given = valueProblems(form, values);
      for (const mode of modes) {
        const kept = valueProblems(form, formValues(form, values, mode));
        expect(kept).toEqual(kept.filter(({ problem }) => problem !== 'unknown'));
        expect(named(kept)).toEqual(named(given));
      }
      if (given.length === 0) sound += 1;
    }),
    { numRuns: 300 },
  );
  expect(sound).toBeGreaterThan(0);
});

test('exactly those fields are shown whose condition holds for what is kept, and no other holds a value', () => {
  fc.assert(
    fc.property(filledForms, ({ form, values }) => {
      for (const mode of modes) {
        const kept = formValues(form, values, mode);
        const holding = fieldsOf(form).filter(
          ({ when }) => when === null || conditionHolds(when, (key) => ownValue(kept, key)),
        );
        expect(visibleFields(form, values)).toEqual(holding);
        expect(holding.map(({ key }) => key)).toEqual(expect.arrayContaining(Object.keys(kept)));
      }
    }),
  );
});

test('the order of sections and fields changes no value', () => {
  const ranks = fc.array(fc.record({ rank: fc.nat(), section: fc.nat({ max: 3 }) }), { minLength: 14, maxLength: 14 });
  fc.assert(
    fc.property(filledForms, ranks, ({ form, values }, order) => {
      const other = arranged(fieldsOf(form), order);
      for (const mode of modes) expect(formValues(other, values, mode)).toEqual(formValues(form, values, mode));
      expect(formDifference(form, other).every(({ change }) => change === 'changed')).toBe(true);
    }),
  );
});

const opening = { requesterId: person, today: '2026-03-01' };

/** Everything that anybody may do with a form and values. */
function used(form: Form, values: unknown): void {
  const kept = formValues(form, values, 'sent');
  for (const field of visibleFields(form, values)) isRequired(field, kept);
  valueProblems(form, values);
  valueTexts(form, values);
  for (const type of ['money', 'counterparty', 'date_range', 'table'] as const) firstOfType(form, values, type);
  carryValues(values, form, form);
  initialValues(form, opening);
}

test('any JSON may come as values', () => {
  fc.assert(
    fc.property(forms, fc.jsonValue(), (form, values) => {
      used(form, values);
      // The same in the place of each value, and of its parts.
      used(form, Object.fromEntries(fieldsOf(form).map(({ key }) => [key, values])));
      used(form, Object.fromEntries(fieldsOf(form).map(({ key }) => [key, [values, { text: values, name: values }]])));
    }),
  );
  const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);
  fc.assert(fc.property(forms, (form) => used(form, Object.fromEntries(fieldsOf(form).map(({ key }) => [key, deep])))));
});

/** Turns some fields into a ring: the first waits for the second and so on, through conditions or through sums. */
function planted(form: Form, keys: readonly string[], formulas: boolean): Form {
  const changed = (field: FormField): FormField => {
    const at = keys.indexOf(field.key);
    if (at < 0) return field;
    const next = keys[(at + 1) % keys.length] ?? field.key;
    return formulas
      ? { ...field, type: 'calculated', when: null, formula: { type: 'sum', of: [{ field: next }] } }
      : { ...field, when: { all: [{ field: next, op: 'filled' }] } };
  };
  return { sections: form.sections.map((section) => ({ ...section, fields: section.fields.map(changed) })) };
}

test('a ring planted in a form is named, every ring named is one, and its fields stay hidden', () => {
  const cases = filledForms.chain(({ form, values }) =>
    fc.record({
      form: fc.constant(form),
      values: fc.constant(values),
      keys: fc.shuffledSubarray(
        fieldsOf(form).map(({ key }) => key),
        { minLength: 1 },
      ),
      formulas: fc.boolean(),
    }),
  );
  fc.assert(
    fc.property(cases, ({ form, values, keys, formulas }) => {
      const ringed = planted(form, keys, formulas);
      const rings = formFaults(ringed).filter(({ code }) => code.endsWith('_cycle'));
      expect(rings.flatMap((ring) => ring.keys)).toEqual(expect.arrayContaining(keys));
      for (const { keys: ring = [] } of rings) {
        ring.forEach((key, at) => {
          const field = fieldsOf(ringed).find((one) => one.key === key);
          const needed = field ? dependenciesOf(field).map(({ on }) => on) : [];
          expect(needed).toContain(ring[(at + 1) % ring.length]);
        });
      }
      used(ringed, values);
      expect(visibleFields(ringed, values).filter(({ key }) => keys.includes(key))).toEqual([]);
    }),
  );
});

test('a ring alone in a form is named in its order and by what it goes through', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), fc.boolean(), (length, formulas) => {
      const fields = Array.from({ length: 20 }, (_, at) => blankField(`f${at}`, 'number', `Поле ${at}`));
      const keys = fields.slice(0, length).map(({ key }) => key);
      const form: Form = { sections: [{ key: 's', title: '', hint: null, fields }] };
      expect(formFaults(planted(form, keys, formulas)).filter(({ code }) => code.endsWith('_cycle'))).toEqual([
        { code: formulas ? 'formula_cycle' : 'condition_cycle', path: { section: 's', field: 'f0' }, keys },
      ]);
    }),
  );
});

test('values without a problem come through a new version that changes nothing', () => {
  fc.assert(
    fc.property(filledForms, ({ form, values }) => {
      const kept = formValues(form, values, 'sent');
      const broken = new Set(valueProblems(form, kept).map(({ field }) => field));
      const lists = fieldsOf(form).filter(({ type }) => type === 'checklist');
      fc.pre([...broken].length === 0 && lists.every(({ key }) => kept[key] === undefined));
      expect(formValues(form, carryValues(kept, form, form), 'sent')).toEqual(kept);
    }),
  );
});
