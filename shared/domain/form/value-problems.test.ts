import { expect, test } from 'vitest';
import { blankField, type FieldType, type FormField } from './form.ts';
import { valueProblems } from './value-problems.ts';

const id = '0190a000-0002-8000-8000-000000000001';
const scan = { name: 'скан.pdf', size: 10, sha256: 'a'.repeat(64) };

/** Problems of a value of a form's one field, in short. */
function problems(type: FieldType, value: unknown, given: Partial<FormField> = {}) {
  const form = { sections: [{ key: 's', title: '', hint: null, fields: [blankField('a', type, 'А', given)] }] };
  return valueProblems(form, { a: value }).map(({ field: _, ...problem }) => problem);
}

const only = (problem: string, limit?: number) => [limit === undefined ? { problem } : { problem, limit }];

test.each<[FieldType, unknown[], unknown[], Partial<FormField>?]>([
  ['text', ['письмо', 'x'.repeat(4_000)], [5, true, ['а'], '\ud800']],
  ['long_text', ['строка\nстрока', 'x'.repeat(20_000)], [5, false]],
  ['number', [0, -1.5, 1e300], ['5', true, [1]]],
  ['money', [0, -100, Number.MAX_SAFE_INTEGER], ['5', 0.5, 2 ** 53]],
  ['date', ['2028-02-29'], ['2026-02-29', '01.02.2026', 20_260_101]],
  ['date_range', [{ from: '2026-01-01', to: '2026-01-01' }], ['2026-01-01', { from: 'завтра', to: '2026-01-01' }, [1]]],
  ['employee', [id], ['Иванов', 5]],
  ['counterparty', [id], ['ООО', id.toUpperCase()]],
  ['flag', [true, false], ['да', 1]],
  ['file', [[scan], [scan, scan]], ['скан.pdf', scan]],
  ['choices', [['да'], ['да', 'нет']], ['да', [1]], { options: ['да', 'нет'] }],
  [
    'table',
    [[{ n: 1 }]],
    ['да', { n: 1 }],
    { columns: [{ key: 'n', label: 'Н', type: 'number', required: false, options: [] }] },
  ],
  ['checklist', [[{ text: 'пропуск', done: false }]], ['да', true], { items: ['пропуск'] }],
])('%s takes its values and no others', (type, good, bad, given) => {
  for (const value of good) expect(problems(type, value, given), JSON.stringify(value)).toEqual([]);
  for (const value of bad) expect(problems(type, value, given), JSON.stringify(value)).toEqual(only('type'));
});

test('an option is one of the field’s', () => {
  const options = ['да', 'нет'];
  expect(problems('choice', 'да', { options })).toEqual([]);
  expect(problems('choice', 'может быть', { options })).toEqual(only('choice'));
  expect(problems('choice', 1, { options })).toEqual(only('choice'));
  expect(problems('choices', ['да', 'может быть'], { options })).toEqual(only('choice'));
});

test('demanded: something that can be read, a tick, every item of a checklist', () => {
  const required = { required: true };
  for (const type of [
    'text',
    'number',
    'money',
    'date',
    'date_range',
    'employee',
    'choice',
    'choices',
    'flag',
    'file',
  ] as const)
    for (const nothing of [undefined, null, '', ' \u200b', [], {}]) {
      expect(problems(type, nothing, required)).toEqual(only('required'));
      expect(problems(type, nothing)).toEqual([]);
    }
  expect(problems('number', 0, required)).toEqual([]);
  expect(problems('flag', false, required)).toEqual(only('required'));
  expect(problems('table', [{}, { n: '' }], required)).toEqual(only('required'));
  const items = ['пропуск', 'ноутбук'];
  expect(problems('checklist', [{ text: 'пропуск', done: true }], { items, required: true })).toEqual([
    { row: 1, problem: 'required' },
  ]);
  expect(problems('checklist', [{ text: 'стол', done: true }], { items })).toEqual([{ row: 0, problem: 'choice' }]);
  expect(problems('checklist', [{ text: 'пропуск', done: 'да' }], { items })).toEqual([{ row: 0, problem: 'type' }]);
});

test('limits of values, of letters without outer blanks, of entries', () => {
  const from2to3 = { minimum: 2, maximum: 3 };
  expect(problems('number', 1.999_999_9, from2to3)).toEqual([]);
  expect(problems('number', 1.99, from2to3)).toEqual(only('minimum', 2));
  expect(problems('money', 4, from2to3)).toEqual(only('maximum', 3));
  expect(problems('text', ' я ', from2to3)).toEqual(only('minimum', 2));
  expect(problems('text', ' да, ', from2to3)).toEqual([]);
  expect(problems('long_text', 'никогда', from2to3)).toEqual(only('maximum', 3));
  expect(problems('file', [scan], from2to3)).toEqual(only('minimum', 2));
  expect(problems('choices', ['а', 'а'], { ...from2to3, options: ['а', 'б'] })).toEqual(only('minimum', 2));
  const columns: FormField['columns'] = [{ key: 'n', label: 'Н', type: 'number', required: false, options: [] }];
  expect(problems('table', [{ n: 1 }, {}], { ...from2to3, columns })).toEqual(only('minimum', 2));
  expect(problems('text', 'x'.repeat(4_001))).toEqual(only('length', 4_000));
  expect(problems('long_text', 'x'.repeat(20_001))).toEqual(only('length', 20_000));
  expect(problems('table', Array(501).fill({ n: 1 }), { columns })).toEqual(only('length', 500));
  expect(problems('file', Array(101).fill(scan))).toEqual(only('length', 100));
});

test('a range does not end before it begins, and half of one asks for the other half', () => {
  expect(problems('date_range', { from: '2026-01-02', to: '2026-01-01' })).toEqual(only('order'));
  expect(problems('date_range', { from: '2026-01-02' })).toEqual(only('required'));
  expect(problems('date_range', { from: null, to: null })).toEqual([]);
});

test('cells of a table by row and column; blank rows are none', () => {
  const columns: FormField['columns'] = [
    { key: 'name', label: 'Название', type: 'text', required: true, options: [] },
    { key: 'by', label: 'К сроку', type: 'date', required: false, options: [] },
    { key: 'kind', label: 'Вид', type: 'choice', required: false, options: ['новый'] },
  ];
  const rows = [
    { name: ' ' },
    { by: '2026-02-30' },
    { name: 'Стол', kind: 'старый' },
    'строка',
    { name: 'Стул', colour: 'белый' },
  ];
  expect(problems('table', rows, { columns })).toEqual([
    { column: 'name', row: 1, problem: 'required' },
    { column: 'by', row: 1, problem: 'type' },
    { column: 'kind', row: 2, problem: 'choice' },
    { row: 3, problem: 'type' },
    { column: 'colour', row: 4, problem: 'unknown' },
  ]);
});

test('files say which of them is none', () => {
  expect(problems('file', [scan, { ...scan, sha256: 'нет' }, { ...scan, size: -1 }, { ...scan, name: 5 }])).toEqual(
    [1, 2, 3].map((row) => ({ row, problem: 'type' })),
  );
});

test('hidden fields are not demanded, unknown ones are named, calculated ones keep their limits', () => {
  const form = {
    sections: [
      {
        key: 's',
        title: '',
        hint: null,
        fields: [
          blankField('dates', 'date_range', 'Отпуск', { required: true }),
          blankField('days', 'calculated', 'Дней', {
            formula: { type: 'days', field: 'dates' },
            required: true,
            maximum: 28,
          }),
          blankField('reason', 'text', 'Причина', {
            when: { all: [{ field: 'days', op: 'at_least', value: 28 }] },
            required: true,
          }),
        ],
      },
    ],
  };
  const dates = (to: string) => ({ dates: { from: '2026-03-01', to } });
  expect(valueProblems(form, {})).toEqual([{ field: 'dates', problem: 'required' }]);
  const [section] = form.sections;
  const note = blankField('note', 'text', 'Примечание', {
    requiredWhen: { all: [{ field: 'reason', op: 'is', value: 'да' }] },
  });
  const demanding = {
    sections: [{ ...section, key: 's', title: '', hint: null, fields: [...(section?.fields ?? []), note] }],
  };
  expect(valueProblems(demanding, { ...dates('2026-03-28'), reason: 'да' })).toEqual([
    { field: 'note', problem: 'required' },
  ]);
  // Its reason is hidden, so that nothing of it counts.
  expect(valueProblems(demanding, { ...dates('2026-03-27'), reason: 'да' })).toEqual([]);
  expect(valueProblems(form, dates('2026-03-14'))).toEqual([]);
  expect(valueProblems(form, { ...dates('2026-03-14'), reason: 5, days: 'много' })).toEqual([]);
  expect(valueProblems(form, { ...dates('2026-03-29'), other: 'x', nothing: '' })).toEqual([
    { field: 'days', problem: 'maximum', limit: 28 },
    { field: 'reason', problem: 'required' },
    { field: 'other', problem: 'unknown' },
  ]);
});
