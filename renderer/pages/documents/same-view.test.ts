import { expect, test } from 'vitest';
import { sameView, turned } from '#renderer/pages/documents/same-view.ts';
import { allFolded, newestFirst } from '#renderer/state/documents-register.ts';
import type { GroupBand } from '#shared/queries/document.ts';

const band = (group: string, isFolded: boolean): GroupBand => ({
  id: `group:${group}`,
  ...{ group, isFolded, name: null, count: 1, sums: [] },
});

test('one band is opened and closed again, the others stay', () => {
  const opened = turned(allFolded, band('act', true), undefined);
  expect(opened).toEqual({ all: true, but: ['act'] });
  expect(turned(opened, band('act', false), undefined)).toEqual(allFolded);
  expect(turned({ all: false, but: [] }, band('act', false), false)).toEqual({ all: false, but: ['act'] });
});

test('an open band that is asked to open stays as it is', () => {
  const opened = { all: true, but: ['act'] };
  expect(turned(opened, band('act', false), true)).toBe(opened);
  expect(turned(opened, band('upd', true), false)).toBe(opened);
});

test('a saved view has columns and groups of its own; a standing tab leaves columns to the workstation', () => {
  const now = { filter: {}, sort: newestFirst, columns: [{ id: 'date', hidden: true }], group: null };
  const tab = { id: 'all', label: 'Все', filter: {}, sort: newestFirst };
  expect(sameView({ ...tab, saved: false }, now)).toBe(true);
  expect(sameView({ ...tab, saved: true, columns: null }, now)).toBe(false);
  expect(sameView({ ...tab, saved: true, columns: now.columns }, now)).toBe(true);
  expect(sameView({ ...tab, saved: false }, { ...now, group: 'month' })).toBe(false);
});
