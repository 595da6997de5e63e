import { expect, test } from 'vitest';
import { arrangeColumns, changed, moved, settingsOf } from '#renderer/pages/documents/columns/arrange.ts';

const columns = [
  { id: 'number', fixed: true },
  { id: 'date', width: 92 },
  { id: 'subject' },
  { id: 'vat', hidden: true },
];
const shown = (settings: Parameters<typeof arrangeColumns>[1]) =>
  arrangeColumns(columns, settings)
    .filter((column) => !column.hidden)
    .map((column) => column.id);

test('without settings columns stand as they are', () => {
  expect(arrangeColumns(columns, null)).toEqual(columns);
});

test('order, width and visibility are those of the settings; a fixed column is never hidden', () => {
  const settings = [
    { id: 'vat', hidden: false, width: 70 },
    { id: 'number', hidden: true },
    { id: 'date', hidden: true },
  ];
  expect(shown(settings)).toEqual(['vat', 'number', 'subject']);
  expect(arrangeColumns(columns, settings)[0]?.width).toBe(70);
});

test('a column that is gone is forgotten, one that came later stands behind', () => {
  expect(
    shown([
      { id: 'gone', hidden: false },
      { id: 'subject', hidden: false },
    ]),
  ).toEqual(['subject', 'number', 'date']);
});

test('what was arranged is kept with its widths', () => {
  const former = settingsOf(columns, [{ id: 'date', hidden: false, width: 120 }]);
  const next = changed(moved(former, 'subject', 0), 'vat', { hidden: false });
  expect(next).toEqual([
    { id: 'subject', hidden: false },
    { id: 'number', hidden: false },
    { id: 'date', hidden: false, width: 120 },
    { id: 'vat', hidden: false },
  ]);
  expect(moved(next, 'vat', 99).at(-1)?.id).toBe('vat');
  expect(moved(next, 'nothing', 0)).toEqual(next);
});
