import { expect, test } from 'vitest';
import {
  type Conditions,
  readConditions,
  showPlace,
  ticketsShown,
  writeConditions,
} from '#renderer/pages/reports/report-place.ts';
import type { QueryResult } from '#shared/queries/registry.ts';

const today = '2026-11-23';
const read = (text: string) => readConditions(new URLSearchParams(text), today);

test('conditions come back from the address they were written into', () => {
  const some: Conditions = {
    subject: 'papers',
    preset: 'own',
    period: { from: '2026-05-01', to: '2026-05-13' },
    services: ['a', 'b'],
    queues: [],
    branches: ['c'],
  };
  expect(read(writeConditions(some))).toEqual(some);
  const year: Conditions = { ...some, subject: 'tickets', preset: 'year', period: { from: '2026-01-01', to: today } };
  expect(read(writeConditions(year))).toEqual(year);
  expect(writeConditions(read(''))).toBe('');
});

test('what cannot be read in an address is not chosen', () => {
  expect(read('?of=cats&period=age&from=2026-05-13&to=2026-05-01&services=,')).toEqual(read(''));
});

test('figures lead to their lists', () => {
  const conditions = read('?branches=b');
  expect(showPlace(conditions, 'late')).toBe('/reports/tickets?branches=b&show=late');
  expect(showPlace({ ...conditions, subject: 'contracts' }, 'late')).toBe(
    '/reports/papers?of=contracts&branches=b&show=late',
  );
  expect(ticketsShown('rating/2', conditions, undefined)).toMatchObject({
    branchIds: ['b'],
    serviceIds: null,
    ratings: [2],
    period: { of: 'ended', from: '2026-10-25', to: today },
  });
  expect(ticketsShown('week/2026-10-19', conditions, undefined)?.period).toEqual({
    of: 'ended',
    from: '2026-10-25',
    to: '2026-10-25',
  });
  expect(ticketsShown('stage/stage/В работе', conditions, undefined)).toBeNull();
});

test('cases are named by the report', () => {
  const holder = { employeeId: 'e', cases: { late: ['1'], soon: ['2'], onTime: ['3'] } };
  const report = {
    stages: [{ key: 'stage/В работе', slowest: ['7'] }],
    holders: [holder, { employeeId: null, queueId: 'q', cases: { late: [], soon: [], onTime: ['4'] } }],
  } as unknown as QueryResult<'ticket.analytics'>;
  const ids = (show: string) => ticketsShown(show, read(''), report)?.ids;
  expect(ids('stage/stage/В работе')).toEqual(['7']);
  expect(ids('stage/никакой')).toEqual([]);
  expect(ids('holder/e')).toEqual(['1', '2', '3']);
  expect(ids('holder/e/soon')).toEqual(['2']);
  expect(ids('holder/q')).toEqual(['4']);
});
