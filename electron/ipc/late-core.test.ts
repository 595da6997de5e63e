import { describe, expect, it } from 'vitest';
import type { Core, CoreEvent } from '#shared/ipc/bridge.ts';
import { lateCore } from './late-core.ts';

const isErrorCode = (code: string) => ['PROFILE_LOCKED', 'DATABASE_KEY', 'INTERNAL'].includes(code);

describe('a core that is still starting', () => {
  it('answers calls and hands on events once it has started, and is closed then', async () => {
    let begin: (core: Core) => void = () => undefined;
    const late = lateCore(
      new Promise<Core>((done) => {
        begin = done;
      }),
      isErrorCode,
    );
    const told: CoreEvent[] = [];
    late.on((event) => told.push(event));
    const reply = late.call('query.run', 1);
    const inner = new Set<(event: CoreEvent) => void>();
    let closed = 0;
    begin({
      call: async (channel, payload) => ({ ok: true, value: { channel, payload } }),
      on: (listener) => {
        inner.add(listener);
        return () => inner.delete(listener);
      },
      close: async () => {
        closed += 1;
      },
    });
    expect(await reply).toEqual({ ok: true, value: { channel: 'query.run', payload: 1 } });
    for (const listener of inner) listener({ type: 'session' });
    expect(told).toEqual([{ type: 'session' }]);
    await late.close();
    expect(closed).toBe(1);
  });

  it.each([
    [
      { code: 'PROFILE_LOCKED', details: { pid: 1 } },
      { code: 'PROFILE_LOCKED', details: { pid: 1 } },
    ],
    [
      { code: 'DATABASE_KEY', reason: 'FIXED_PASSWORD' },
      { code: 'DATABASE_KEY', details: { reason: 'FIXED_PASSWORD' } },
    ],
    [{ code: 'ENOENT', path: '/home/anna' }, { code: 'INTERNAL' }],
    [{ code: 'INTERNAL', details: { reason: '/home/anna/x.node' } }, { code: 'INTERNAL' }],
    [new Error('no code'), { code: 'INTERNAL' }],
    ['text', { code: 'INTERNAL' }],
  ])('that could not start says why to every call: %j', async (fault, error) => {
    const late = lateCore(Promise.reject(fault), isErrorCode);
    expect(await late.call('a', {})).toEqual({ ok: false, error });
    expect(await late.call('b', {})).toEqual({ ok: false, error });
    await late.close();
  });
});
