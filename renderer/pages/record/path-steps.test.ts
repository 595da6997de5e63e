import { describe, expect, test } from 'vitest';
import { stationsOf } from '#renderer/pages/record/path-steps.ts';

const step = {
  ...{ n: 1, command: 'document.update', enteredAt: 5, decidedAt: null, code: null, details: null },
  inDoubt: false,
} as const;
const keysOf = (...args: Parameters<typeof stationsOf>) =>
  stationsOf(...args).map((station) => `${station.key}:${station.state}`);

describe('stationsOf', () => {
  test('entered here without a link: it waits, the centre is ahead', () => {
    expect(keysOf({ state: 'out', at: null }, [{ ...step, state: 'waiting' }], true)).toEqual([
      'saved:done',
      'waits:now',
      'accepted:ahead',
      'files:ahead',
    ]);
  });

  test('entered elsewhere: both times of its newest change', () => {
    const told = stationsOf({ state: 'ok', at: 9 }, [], false, false, 7);
    expect(told.map(({ key, at }) => [key, at])).toEqual([
      ['elsewhere', 7],
      ['accepted', 9],
    ]);
  });

  test('with a link the same record is in the queue, then on the wire', () => {
    expect(keysOf({ state: 'out', at: null }, [{ ...step, state: 'waiting' }], false)[1]).toBe('queued:now');
    expect(keysOf({ state: 'send', at: null }, [{ ...step, state: 'sent' }], false)[1]).toBe('sending:now');
  });

  test('what has left without an answer is in doubt, not on its way', () => {
    const left = { ...step, state: 'waiting', inDoubt: true } as const;
    expect(keysOf({ state: 'send', at: null, inDoubt: true }, [left], true)[1]).toBe('doubt:now');
  });

  test('accepted is told with its time, files only when they are checked', () => {
    expect(stationsOf({ state: 'ok', at: 9 }, [{ ...step, state: 'accepted' }], false)).toMatchObject([
      { key: 'saved', at: 5 },
      { key: 'accepted', state: 'done', at: 9 },
      { key: 'files', state: 'ahead' },
    ]);
    expect(keysOf({ state: 'full', at: 9 }, [], false)).toEqual(['elsewhere:done', 'accepted:done', 'files:done']);
  });

  test('a message accepted later than the record itself gives the later time', () => {
    const message = { ...step, state: 'accepted' as const, decidedAt: 12 };
    expect(stationsOf({ state: 'ok', at: 9 }, [message], false)[1]).toMatchObject({ key: 'accepted', at: 12 });
  });

  test('a record without files has no such station', () => {
    expect(keysOf({ state: 'full', at: 9 }, [], false, false)).toEqual(['elsewhere:done', 'accepted:done']);
  });

  test('a refusal ends the path with its reason, a dispute stands after the acceptance', () => {
    const refused = [{ ...step, state: 'rejected' as const, decidedAt: 8, code: 'DENIED' }];
    expect(stationsOf({ state: 'rej', at: null }, refused, false).at(-1)).toEqual({
      key: 'rejected',
      state: 'refused',
      at: 8,
      code: 'DENIED',
    });
    expect(keysOf({ state: 'conf', at: 9 }, [{ ...step, state: 'accepted' }], false)).toEqual([
      'saved:done',
      'accepted:done',
      'conflict:now',
    ]);
  });
});
