import { describe, expect, test } from 'vitest';
import { dueForm, dueState, isNear, workingParts } from '#renderer/pages/approval/due-words.ts';

const facts = (left: number | null, minutesLeft: number | null, dueAt: number | null = 1) => ({
  left,
  minutesLeft,
  dueAt,
});

describe('a deadline', () => {
  test('runs, is near, is over; without one there is no clock', () => {
    expect(dueState(facts(0.8, 300))).toBe('run');
    expect(dueState(facts(0.24, 60))).toBe('risk');
    expect(dueState(facts(-0.1, -5))).toBe('late');
    expect(dueState(facts(null, null, null))).toBeNull();
  });

  test('is told by its duration when little is left or over, by the hour today, by the day otherwise', () => {
    expect(dueForm(facts(0.2, 250), '2026-05-13', '2026-05-13')).toBe('left');
    expect(dueForm(facts(0.6, 250), '2026-05-13', '2026-05-13')).toBe('until');
    expect(dueForm(facts(0.6, 700), '2026-05-14', '2026-05-13')).toBe('day');
    expect(dueForm(facts(-0.1, -35), '2026-05-13', '2026-05-13')).toBe('over');
    expect(dueForm(facts(-0.5, -480), '2026-05-12', '2026-05-13')).toBe('day');
  });

  test('lasts in working days of eight hours', () => {
    expect(workingParts(250)).toEqual([
      { unit: 'hour', count: 4 },
      { unit: 'minute', count: 10 },
    ]);
    expect(workingParts(480 + 360)).toEqual([
      { unit: 'day', count: 1 },
      { unit: 'hour', count: 6 },
    ]);
    expect(workingParts(-35)).toEqual([{ unit: 'minute', count: 35 }]);
    expect(workingParts(0)).toEqual([{ unit: 'minute', count: 0 }]);
  });

  test('yesterday, today and tomorrow go by name', () => {
    expect(isNear('2026-05-12', '2026-05-13')).toBe(true);
    expect(isNear('2026-05-14', '2026-05-13')).toBe(true);
    expect(isNear('2026-05-15', '2026-05-13')).toBe(false);
  });
});
