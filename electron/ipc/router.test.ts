import { describe, expect, it } from 'vitest';
import type { Core } from '#shared/ipc/bridge.ts';
import { payloadFault } from './payload.ts';
import { createRouter } from './router.ts';

const ours = { isMainFrame: true, isOwnWindow: true, url: 'app://opora/#/documents' };
const isOwnPage = (url: string) => url.startsWith('app://opora/');

/** A core that answers with what it was asked and keeps count. */
function echo() {
  const asked: string[] = [];
  const core: Core = {
    async call(channel, payload) {
      asked.push(channel);
      if (channel === 'test.throw') throw new Error('/home/anna/secret.db is locked');
      return { ok: true, value: payload };
    },
    on: () => () => undefined,
    close: async () => undefined,
  };
  return { core, asked };
}

describe('the router', () => {
  it('hands a call of our page to the core and its reply back', async () => {
    const { core } = echo();
    const route = createRouter({ core, isOwnPage }, () => undefined);
    expect(await route(ours, { channel: 'query.run', payload: { a: 1 } })).toEqual({ ok: true, value: { a: 1 } });
  });

  it.each([
    ['a frame in the page', { ...ours, isMainFrame: false }],
    ['another window', { ...ours, isOwnWindow: false }],
    ['another address', { ...ours, url: 'https://example.com/' }],
    ['a frame that is gone', { ...ours, url: '' }],
  ])('refuses %s', async (_name, sender) => {
    const { core, asked } = echo();
    const route = createRouter({ core, isOwnPage }, () => undefined);
    expect(await route(sender, { channel: 'query.run', payload: {} })).toEqual({
      ok: false,
      error: { code: 'DENIED' },
    });
    expect(asked).toEqual([]);
  });

  it.each([undefined, null, 'query.run', 1, [], {}, { channel: 1 }, { channel: 'a b' }, { channel: 'x'.repeat(101) }])(
    'refuses a message that is no call: %j',
    async (message) => {
      const { core, asked } = echo();
      const route = createRouter({ core, isOwnPage }, () => undefined);
      expect(await route(ours, message)).toEqual({ ok: false, error: { code: 'MALFORMED' } });
      expect(asked).toEqual([]);
    },
  );

  it('refuses a payload that names a file the window was not given', async () => {
    const { core, asked } = echo();
    const route = createRouter({ core, isOwnPage, allows: (payload) => payload !== 'foreign' }, () => undefined);
    expect(await route(ours, { channel: 'files.attach', payload: 'foreign' })).toMatchObject({
      error: { code: 'DENIED' },
    });
    expect(await route(ours, { channel: 'files.attach', payload: 'own' })).toMatchObject({ ok: true });
    expect(asked).toEqual(['files.attach']);
  });

  it('keeps to itself what a fault of the core says', async () => {
    const reported: unknown[] = [];
    const route = createRouter({ core: echo().core, isOwnPage }, (error) => reported.push(error));
    const reply = await route(ours, { channel: 'test.throw', payload: {} });
    expect(reply).toEqual({ ok: false, error: { code: 'INTERNAL', details: { channel: 'test.throw' } } });
    expect(reported).toHaveLength(1);
  });
});

describe('a payload', () => {
  const deep = (levels: number): unknown => Array.from({ length: levels }).reduce<unknown>((inner) => [inner], 0);
  const cycle: unknown[] = [];
  cycle.push(cycle);

  it.each([
    [{ text: 'ё', list: [1, true, null, undefined], bytes: new Uint8Array(8) }, undefined],
    [Object.create(null), undefined],
    [deep(64), undefined],
    [deep(65), 'LIMIT'],
    [cycle, 'LIMIT'],
    ['x'.repeat(16 * 1024 * 1024 + 1), 'LIMIT'],
    [new Uint8Array(32 * 1024 * 1024 + 1), 'LIMIT'],
    [Array.from({ length: 1_000_000 }, () => 0), 'LIMIT'],
    [{ ['k'.repeat(16 * 1024 * 1024 + 1)]: 1 }, 'LIMIT'],
    [new Date(0), 'MALFORMED'],
    [new Map(), 'MALFORMED'],
    [{ inner: [new Error('x')] }, 'MALFORMED'],
    [1n, 'MALFORMED'],
    [() => 1, 'MALFORMED'],
    [new Float64Array(1), 'MALFORMED'],
  ])('case %#', (payload, fault) => {
    expect(payloadFault(payload)).toBe(fault);
  });
});
