import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  documentRow,
  employeeRow,
  home,
  idAt,
  person,
  SmallOffice,
} from '#electron/core/app/queries/fixture/small-office.ts';
import { standingOf, WorkingDays } from '#shared/domain/control/standing.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { addDays } from '#shared/lib/dates/dates.ts';
import { defaultSchedule } from '#shared/lib/working-time/working-time.ts';
import type { Discipline } from '#shared/queries/control.ts';
import { branchRow } from '#tests/fixtures/kernel/rows.ts';

const [other, colleague] = [idAt(70), idAt(71)] as [string, string];
const today = '2023-11-15';
const time = { offsets: [{ from: null, minutes: 180 }], schedule: defaultSchedule, calendar: [] };
const states = ['perform', 'done', 'reg', 'late', 'void', 'done'] as const;
const whole = { branchIds: null, departmentIds: null, responsibleIds: null, kinds: null };
const period = { from: '2023-10-01', to: '2023-11-30' };
const window = { sort: { column: 'dueDate', direction: 'asc' }, start: 0, end: 500 } as const;

/** Papers of every state and both branches, due on many days; some were moved, some are carried out late. */
function papers(): RowOf<'document'>[] {
  return Array.from({ length: 240 }, (_, n) => {
    const dueDate = addDays('2023-09-20', n % 83);
    const state = states[n % states.length] ?? 'perform';
    const doneOn = state === 'done' && n % 7 > 0 ? addDays(dueDate, (n % 11) - 5) : null;
    return documentRow(n + 1, {
      ...{ kind: n % 5 === 0 ? 'template' : n % 3 === 0 ? 'incoming' : 'memo' },
      ...{ dueDate, state, doneOn, date: '2023-09-01', branchId: n % 2 ? home : other },
      ...{ responsibleId: n % 4 === 0 ? null : n % 4 === 1 ? person : colleague },
      archivedAt: n % 13 === 0 ? 5 : null,
    });
  });
}

const moved = (n: number, from: string | null): RowOf<'history'> => ({
  ...{
    id: idAt(5_000 + n),
    objectEntity: 'document',
    objectId: documentRow(n + 1).id,
    action: 'control.move',
    actorId: person,
  },
  ...{ deviceName: null, occurredAt: 1, receivedAt: 2, changes: [{ field: 'dueDate', from, to: '2023-10-20' }] },
});

let office: SmallOffice;
const rows = papers();
beforeAll(() => {
  office = new SmallOffice();
  office.now = Date.parse(`${today}T09:00:00Z`);
  for (const [id, city] of [
    [home, 'Москва'],
    [other, 'Казань'],
  ] as const)
    office.put('branch', branchRow(id, city));
  office.put('employee', employeeRow(person, 'Крылова Ольга'));
  office.put('employee', employeeRow(colleague, 'Басов Олег'));
  for (const row of rows) office.put('document', row);
  office.put('history', moved(31, '2023-10-01'));
  office.put('history', { ...moved(31, '2023-10-08'), id: idAt(6_000) });
  // Put on control for the first time: no day was moved.
  office.put('history', moved(32, null));
});
afterAll(() => office.close());

/** The same, counted one by one without any index. */
function counted(fits: (row: RowOf<'document'>) => boolean): Discipline {
  const sum: Discipline = {
    ...{ total: 0, inTime: 0, late: 0, undated: 0, overdue: 0, pending: 0 },
    ...{ lateDays: 0, overdueDays: 0, moved: 0, moves: 0 },
  };
  for (const row of rows) {
    const { dueDate } = row;
    if (row.kind === 'template' || dueDate === null || dueDate < period.from || dueDate > period.to || !fits(row))
      continue;
    const stood = standingOf({ ...row, dueDate }, today, new WorkingDays(time));
    if (!stood) continue;
    sum.total += 1;
    sum[stood.standing] += 1;
    if (stood.standing === 'late') sum.lateDays += stood.daysLate;
    if (stood.standing === 'overdue') sum.overdueDays += stood.daysLate;
    const moves = row.id === documentRow(32).id ? 2 : 0;
    sum.moves += moves;
    if (moves > 0) sum.moved += 1;
  }
  return sum;
}

describe('execution discipline', () => {
  test('its totals, branches and people are those of a plain count', () => {
    const report = office.query('discipline.report', { ...period, ...whole });
    expect(report.all).toEqual(counted(() => true));
    expect(report.all).toMatchObject({ moved: 1, moves: 2 });
    for (const key of ['inTime', 'late', 'undated', 'overdue', 'pending'] as const)
      expect(report.all[key], key).toBeGreaterThan(0);
    for (const branch of report.branches) expect(branch).toMatchObject(counted((row) => row.branchId === branch.id));
    for (const one of report.people) expect(one).toMatchObject(counted((row) => row.responsibleId === one.id));
    expect(new Set(report.people.map((one) => one.name))).toEqual(new Set(['Басов Олег', 'Крылова Ольга', null]));
    const weeks = report.weeks.reduce((sum, week) => sum + week.total, 0);
    expect(weeks).toBe(report.all.total);
  });

  test.each(['all', 'inTime', 'late', 'undated', 'overdue', 'pending', 'moved'] as const)(
    'the list behind «%s» holds what the figure counts',
    (show) => {
      const { all } = office.query('discipline.report', { ...period, ...whole });
      const list = office.query('discipline.list', { ...period, ...whole, show, unassigned: false, ...window });
      expect(list.total).toBe(show === 'all' ? all.total : all[show]);
      expect(list.rows).toHaveLength(list.total);
      expect(list.rows.map((row) => row.dueDate)).toEqual(list.rows.map((row) => row.dueDate).toSorted());
    },
  );

  test('conditions narrow it: branch, person, kind; nobody is somebody too', () => {
    const narrow = { ...whole, branchIds: [home], kinds: ['incoming'] };
    expect(office.query('discipline.report', { ...period, ...narrow }).all).toEqual(
      counted((row) => row.branchId === home && row.kind === 'incoming'),
    );
    const mine = office.query('discipline.report', { ...period, ...whole, responsibleIds: [person] });
    expect(mine.all).toEqual(counted((row) => row.responsibleId === person));
    const none = office.query('discipline.list', { ...period, ...whole, show: 'all', unassigned: true, ...window });
    expect(none.total).toBe(counted((row) => row.responsibleId === null).total);
  });

  test('what is carried out meanwhile is counted at once', () => {
    const before = office.query('discipline.report', { ...period, ...whole }).all;
    const open = rows.find(
      (row) => row.state === 'late' && row.kind === 'incoming' && (row.dueDate ?? '') > '2023-11-01',
    );
    office.put('document', { ...(open as RowOf<'document'>), state: 'done', doneOn: open?.dueDate ?? null });
    const after = office.query('discipline.report', { ...period, ...whole }).all;
    expect(after.inTime).toBe(before.inTime + 1);
    expect(after.total).toBe(before.total);
  });
});

describe('originals that are out', () => {
  test('overdue first, with whom, since when, and who sent them', () => {
    const out = (n: number, dueOn: string | null, place: string | null) =>
      office.put('document', documentRow(n, { originals: 'sent', originalsDueOn: dueOn, originalsPlace: place }));
    out(901, '2023-11-20', null);
    out(902, '2023-11-01', 'Курьер');
    out(903, null, null);
    office.put('document', documentRow(904, { originals: 'lost' }));
    const changes = [{ field: 'originals', from: null, to: 'sent' }];
    office.put('history', { ...moved(901, null), id: idAt(7_000), action: 'originals.send', occurredAt: 77, changes });
    const list = office.query('originals.list', { state: 'sent', branchIds: null, text: null });
    expect(list).toMatchObject({ sent: 3, overdue: 1, lost: 1 });
    expect(list.rows.map((row) => [row.dueOn, row.place, row.isOverdue, row.since, row.byName])).toEqual([
      ['2023-11-01', 'Курьер', true, 77, 'Крылова Ольга'],
      ['2023-11-20', null, false, null, null],
      [null, null, false, null, null],
    ]);
    expect(office.query('originals.list', { state: 'sent', branchIds: null, text: 'курьер' }).rows).toHaveLength(1);
    expect(office.query('originals.list', { state: 'lost', branchIds: [idAt(999)], text: null }).rows).toEqual([]);
    expect(office.query('control.card', { documentId: documentRow(902).id }).originals).toEqual({
      since: 77,
      byName: 'Крылова Ольга',
    });
  });
});
