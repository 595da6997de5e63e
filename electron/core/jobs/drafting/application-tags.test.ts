import { expect, test } from 'vitest';
import { formTags, requesterTag } from '#electron/core/jobs/drafting/application-tags.ts';
import { findTag } from '#electron/core/jobs/drafting/tag-tree.ts';

const application = {
  requester: { fullName: 'Крылова Анна Сергеевна', position: 'делопроизводитель', email: null, phone: null },
  department: 'Канцелярия',
  branch: 'Москва',
  fields: [
    { key: 'period', label: 'Период', type: 'date_range', value: { from: '2026-06-08', to: '2026-06-21' } },
    { key: 'substitute', label: 'Кто замещает', type: 'employee', value: 'e1' },
    { key: 'sum', label: 'Сумма, руб.', type: 'money', value: 12_300 },
    { key: 'goods', label: 'Товары', type: 'table', value: [{ name: 'Стул', count: 2 }, { name: 'Стол' }] },
  ],
  people: { e1: 'Басов Олег Петрович' },
} as const;
const tree = [{ names: ['Поле'] as const, value: { type: 'group' as const, fields: formTags(application) } }];
const found = (...path: string[]) => findTag([tree], ['Поле', ...path]);

test('what was filled in is found by label and key, a period with its days without holidays', () => {
  expect(found('Период', 'С')).toEqual({ type: 'date', date: '2026-06-08' });
  // 12 June is a holiday: thirteen days of vacation in two weeks.
  expect(found('period', 'Дней')).toEqual({ type: 'number', value: 13 });
  expect(found('Кто замещает')).toEqual({ type: 'person', name: 'Басов Олег Петрович' });
  expect(found('Сумма, руб')).toEqual({ type: 'money', kopecks: 12_300, currency: 'RUB' });
});

test('a table is a list with the columns of all of its rows', () => {
  expect(found('Товары')).toMatchObject({ type: 'list', items: [{}, {}] });
});

test('the requester is declined as a person and has a department', () => {
  const tag = [requesterTag(application)];
  expect(findTag([tag], ['Заявитель'])).toMatchObject({ own: { type: 'person', name: 'Крылова Анна Сергеевна' } });
  expect(findTag([tag], ['Сотрудник', 'Подразделение'])).toEqual({ type: 'text', text: 'Канцелярия' });
});
