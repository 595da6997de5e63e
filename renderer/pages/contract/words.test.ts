import { describe, expect, test } from 'vitest';
import { nextSteps } from '#renderer/pages/contract/next-step.ts';
import { stageParts } from '#renderer/pages/contract/stage-words.ts';
import {
  keyDateStanding,
  readReminders,
  reminderParts,
  shareOf,
  termForm,
  vatRate,
} from '#renderer/pages/contract/term-words.ts';
import type { KeyDateLine, StageLine } from '#shared/queries/contract.ts';

test('a term is told by the ends it has', () => {
  expect(termForm('2026-05-18', '2026-12-31')).toBe('term_between');
  expect(termForm('2026-05-18', null)).toBe('term_from');
  expect(termForm(undefined, '2026-12-31')).toBe('term_until');
  expect(termForm(null, undefined)).toBe('term_endless');
});

describe('reminders', () => {
  test('are told the longest first, the day itself by its own word', () => {
    expect(reminderParts([7, 30, 7])).toEqual({ before: [30], last: 7, onDay: false });
    expect(reminderParts([0])).toEqual({ before: [], last: null, onDay: true });
    expect(reminderParts([])).toEqual({ before: [], last: null, onDay: false });
  });

  test('are read as people type them', () => {
    expect(readReminders('7, 30;0 30')).toEqual([30, 7, 0]);
    expect(readReminders('')).toEqual([]);
    for (const typed of ['неделя', '731', '-1', '1.5', '1 2 3 4 5 6 7 8 9 10 11'])
      expect(readReminders(typed), typed).toBeNull();
  });
});

test('the rate of VAT is named only when the sum contains it', () => {
  expect(vatRate(12_480_000_00, 2_250_491_80)).toBe(22);
  expect(vatRate(120_000_00, 20_000_00)).toBe(20);
  expect(vatRate(120_000_00, 15_000_00)).toBeNull();
});

test('shares never round to the whole or to nothing', () => {
  expect(shareOf(999, 1000)).toBe(99);
  expect(shareOf(1, 100_000)).toBe(1);
  expect(shareOf(1000, 1000)).toBe(100);
  expect(shareOf(1500, 1000)).toBe(150);
  expect(shareOf(0, 0)).toBe(0);
});

test('a key date is planned, ahead, due, late or done', () => {
  const line: KeyDateLine = {
    id: 'a',
    kind: 'expiry',
    title: '',
    date: '2026-12-31',
    remindDays: [],
    responsibleId: null,
    responsibleName: null,
    doneAt: null,
    daysLeft: 5,
    due: false,
  };
  expect(keyDateStanding({ ...line, id: null })).toBe('planned');
  expect(keyDateStanding(line)).toBe('ahead');
  expect(keyDateStanding({ ...line, due: true })).toBe('due');
  expect(keyDateStanding({ ...line, due: true, daysLeft: -1 })).toBe('late');
  expect(keyDateStanding({ ...line, doneAt: 1, daysLeft: -1 })).toBe('done');
  expect(keyDateStanding({ ...line, kind: 'effective', daysLeft: -1 })).toBe('passed');
});

describe('stages', () => {
  const line = (given: Partial<StageLine>): StageLine => ({
    stage: 'approval',
    state: 'current',
    startedAt: null,
    endedAt: null,
    plannedOn: null,
    agreed: null,
    needed: null,
    ...given,
  });
  const dateOf = (instant: number) => new Date(instant).toISOString().slice(0, 10);
  const at = (date: string) => Date.parse(`${date}T09:00Z`);
  const parts = (given: Partial<StageLine>) => stageParts(line(given), dateOf, '2026');

  test('what is over is told by its days', () => {
    expect(parts({ state: 'done', startedAt: at('2026-04-28'), endedAt: at('2026-04-29') })).toEqual([
      { key: 'stageSpan', params: { from: '28.04', to: '29.04' } },
    ]);
    expect(parts({ state: 'done', startedAt: at('2025-04-28'), endedAt: at('2025-04-28') })).toEqual([
      { key: 'stageOn', params: { date: '28.04.2025' } },
    ]);
    expect(parts({ state: 'done' })).toEqual([]);
  });

  test('what is under way is told by since when, until when, and how many have agreed', () => {
    const now = { startedAt: at('2026-04-29'), plannedOn: '2026-05-14', agreed: 3, needed: 6 };
    expect(parts(now)).toEqual([
      { key: 'stageSince', params: { date: '29.04' } },
      { key: 'stageDue', params: { date: '14.05' } },
      { key: 'stageVotes', params: { agreed: '3', count: 6 } },
    ]);
  });

  test('what is ahead is a plan; performance lasts until the end of the contract', () => {
    expect(parts({ state: 'future', plannedOn: '2026-05-18' })).toEqual([
      { key: 'stagePlan', params: { date: '18.05' } },
    ]);
    expect(parts({ stage: 'performance', state: 'future', plannedOn: '2026-12-31' })).toEqual([
      { key: 'stageUntil', params: { date: '31.12.2026' } },
    ]);
  });
});

describe('the next step', () => {
  const contract = { state: 'draft', archivedAt: null, signedOn: null, registeredAt: null } as const;

  test('follows the life of the contract', () => {
    expect(nextSteps(contract, null)).toEqual({ primary: null, more: ['signed'] });
    expect(nextSteps({ ...contract, state: 'approve' }, 'running')).toEqual({ primary: null, more: [] });
    expect(nextSteps({ ...contract, state: 'sign' }, 'approved').primary).toBe('signed');
    expect(nextSteps({ ...contract, state: 'sign', signedOn: '2026-05-18' }, 'approved').primary).toBe('registered');
    const registered = { ...contract, signedOn: '2026-05-18', registeredAt: 1 };
    expect(nextSteps({ ...registered, state: 'reg' }, 'approved').primary).toBe('performing');
    expect(nextSteps({ ...registered, state: 'perform' }, 'approved')).toEqual({
      primary: 'completed',
      more: ['terminated'],
    });
  });

  test('there is none while signatures are gathered, when it is over, or in the archive', () => {
    expect(nextSteps({ ...contract, state: 'sign' }, 'running').primary).toBeNull();
    expect(nextSteps({ ...contract, state: 'done', registeredAt: 1 }, null)).toEqual({ primary: null, more: [] });
    expect(nextSteps({ ...contract, archivedAt: 1 }, null)).toEqual({ primary: null, more: [] });
  });
});
