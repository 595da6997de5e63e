import { expect, test } from 'vitest';
import { periodBefore, periodOf, weekWithin } from '#renderer/pages/reports/report-period.ts';

test('presets end today', () => {
  expect(periodOf('days30', '2026-03-02')).toEqual({ from: '2026-02-01', to: '2026-03-02' });
  expect(periodOf('quarter', '2026-11-23')).toEqual({ from: '2026-10-01', to: '2026-11-23' });
  expect(periodOf('quarter', '2026-01-01')).toEqual({ from: '2026-01-01', to: '2026-01-01' });
  expect(periodOf('year', '2026-11-23')).toEqual({ from: '2026-01-01', to: '2026-11-23' });
});

test('the period before is as long', () => {
  expect(periodBefore({ from: '2026-03-01', to: '2026-03-31' })).toEqual({ from: '2026-01-29', to: '2026-02-28' });
  expect(periodBefore({ from: '2026-03-01', to: '2026-03-01' })).toEqual({ from: '2026-02-28', to: '2026-02-28' });
});

test('a week does not reach beyond the period', () => {
  const period = { from: '2026-11-04', to: '2026-11-20' };
  expect(weekWithin(period, '2026-11-02')).toEqual({ from: '2026-11-04', to: '2026-11-08' });
  expect(weekWithin(period, '2026-11-09')).toEqual({ from: '2026-11-09', to: '2026-11-15' });
  expect(weekWithin(period, '2026-11-16')).toEqual({ from: '2026-11-16', to: '2026-11-20' });
});
