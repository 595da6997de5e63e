import { describe, expect, it } from 'vitest';
import type { Core, CoreEvent, Reply } from '#shared/ipc/bridge.ts';
import { type KeptParts, keptCore, type ProfileKeys } from './kept-core.ts';

const profileKey = Uint8Array.from({ length: 32 }, (_, at) => at);
const isErrorCode = (code: string) => ['PROFILE_LOCKED', 'PROFILE_LOCATION', 'DATABASE_KEY', 'INTERNAL'].includes(code);

/** A core that tells which key it was started with, and lets go of the profile when it is closed. */
function house(keys: Partial<ProfileKeys>, refusals: unknown[] = []) {
  const started: { key: Uint8Array; keyTrouble: string | undefined; closed: boolean; tell(event: CoreEvent): void }[] =
    [];
  const parts: KeptParts = {
    keys: { home: 'file', read: async () => profileKey, keep: async () => undefined, ...keys },
    fits: (key) => Buffer.compare(key, profileKey) === 0,
    unseal: ([group]) => (group === 'right' ? { ok: true, key: profileKey } : { ok: false, wrong: [0] }),
    async start(key, keyTrouble): Promise<Core> {
      const refusal = refusals.shift();
      if (refusal) throw refusal;
      const listeners = new Set<(event: CoreEvent) => void>();
      const one = {
        ...{ key, keyTrouble, closed: false },
        tell: (event: CoreEvent) => {
          for (const listener of listeners) listener(event);
        },
      };
      started.push(one);
      return {
        call: async (channel, payload): Promise<Reply> => ({ ok: true, value: { channel, payload } }),
        on: (listener) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
        close: async () => {
          one.closed = true;
        },
      };
    },
    isErrorCode,
    report: () => undefined,
  };
  return { core: keptCore(parts), started };
}

describe('a core that is kept', () => {
  it('answers calls and hands on events once it has started, and is closed then', async () => {
    const { core, started } = house({});
    const told: CoreEvent[] = [];
    core.on((event) => told.push(event));
    expect(await core.call('query.run', 1)).toEqual({ ok: true, value: { channel: 'query.run', payload: 1 } });
    started[0]?.tell({ type: 'session' });
    expect(told).toEqual([{ type: 'session' }]);
    await core.close();
    expect(started).toMatchObject([{ key: profileKey, keyTrouble: undefined, closed: true }]);
  });

  it.each([
    [{ code: 'DATABASE_KEY', reason: 'OTHER_USER' }, 'OTHER_USER'],
    [{ code: 'EACCES' }, 'UNREADABLE'],
  ])('comes up without its key and says why: %j', async (fault, keyTrouble) => {
    const { core, started } = house({ read: () => Promise.reject(fault) });
    await core.call('session.state', {});
    expect(started).toMatchObject([{ keyTrouble }]);
    expect(started[0]?.key).not.toEqual(profileKey);
    await core.close();
  });

  it('takes a key that is another profile’s for none', async () => {
    const { core, started } = house({ read: async () => new Uint8Array(32) });
    await core.call('session.state', {});
    expect(started[0]?.keyTrouble).toBe('FOREIGN');
  });

  it('starts again with what the recovery key opens, and has the host keep it', async () => {
    const kept: Uint8Array[] = [];
    let here: Uint8Array | undefined;
    const { core, started } = house({
      read: async () => here ?? Promise.reject({ code: 'DATABASE_KEY', reason: 'MISSING' }),
      keep: async (key) => {
        kept.push(key);
        here = key;
      },
    });
    const told: CoreEvent[] = [];
    core.on((event) => told.push(event));
    const use = (group: string) => core.call('recovery.use-key', { groups: [group] });
    await core.call('session.state', {});
    expect(await use('wrong')).toEqual({ ok: true, value: { ok: false, wrong: [0] } });
    expect(started).toHaveLength(1);
    expect(await use('right')).toEqual({ ok: true, value: { ok: true } });
    expect(kept).toEqual([profileKey]);
    expect(started.map((one) => [one.keyTrouble, one.closed])).toEqual([
      ['MISSING', true],
      [undefined, false],
    ]);
    expect(told).toEqual([{ type: 'session' }]);
  });

  it('opens the profile until its end when the host cannot keep the key', async () => {
    const refuse = () => Promise.reject({ code: 'DATABASE_KEY', reason: 'NO_KEY_STORE' });
    const { core, started } = house({ read: refuse, keep: refuse });
    await core.call('recovery.use-key', { groups: ['right'] });
    expect(started.at(-1)).toMatchObject({ key: profileKey, keyTrouble: undefined });
  });

  it.each([
    [
      { code: 'PROFILE_LOCKED', details: { folder: 'p' } },
      { code: 'PROFILE_LOCKED', details: { folder: 'p' } },
    ],
    [{ code: 'ENOENT', path: '/home/anna' }, { code: 'INTERNAL' }],
    [{ code: 'INTERNAL', details: { reason: '/home/anna/x.node' } }, { code: 'INTERNAL' }],
    [new Error('no code'), { code: 'INTERNAL' }],
  ])('that cannot come up says why, and is tried again when asked: %j', async (fault, error) => {
    const { core, started } = house({}, [fault]);
    expect(await core.call('query.run', {})).toEqual({ ok: false, error });
    expect(await core.call('session.state', {})).toMatchObject({
      value: { stage: 'trouble', trouble: { code: error.code } },
    });
    expect(await core.call('recovery.retry', {})).toEqual({ ok: true, value: { open: true } });
    expect(started).toHaveLength(1);
    expect(await core.call('query.run', 2)).toMatchObject({ ok: true });
    await core.close();
  });

  it('refuses what does not fit the channel', async () => {
    const { core } = house({});
    expect(await core.call('recovery.use-key', { groups: 'all' })).toMatchObject({ error: { code: 'BAD_INPUT' } });
  });
});
