import { beforeEach, expect, test } from 'vitest';
import { connectTo } from '#renderer/api.ts';
import { MOST_DRAFTS, readDraft, withDraft, writeDraft, writeDraftLeaving } from '#renderer/data/drafts.ts';

let settings: Record<string, unknown>;
beforeEach(() => {
  settings = { theme: 'dark' };
  connectTo({
    host: { kind: 'browser', profile: 'test', demo: true, platform: 'linux', version: '0' },
    on: () => () => undefined,
    // Answers late, as a real core may: the order of writing must not depend on it.
    call: async (channel, payload) => {
      await new Promise((done) => setImmediate(done));
      if (channel === 'settings.write') settings = { ...settings, ...(payload as { patch: object }).patch };
      return { ok: true, value: structuredClone(settings) };
    },
  });
});

test('a draft comes back, is replaced, is forgotten; other settings stay', async () => {
  await writeDraft('u:new', { at: 1, value: { subject: 'а' } });
  await writeDraft('u:new', { at: 2, value: { subject: 'аб' } });
  expect(await readDraft('u:new')).toEqual({ at: 2, value: { subject: 'аб' } });
  await writeDraft('u:new', null);
  expect(await readDraft('u:new')).toBeNull();
  expect(settings['theme']).toBe('dark');
});

test('writes at the same time lose nothing', async () => {
  await Promise.all(['a', 'b', 'c'].map((key, at) => writeDraft(key, { at, value: key })));
  expect(await readDraft('a')).toEqual({ at: 0, value: 'a' });
  expect(await readDraft('c')).toEqual({ at: 2, value: 'c' });
});

test('a page that is being closed adds to what it knows with one message', async () => {
  await writeDraft('a', { at: 1, value: 'a' });
  writeDraftLeaving('b', { at: 2, value: 'b' });
  expect(await readDraft('a')).toEqual({ at: 1, value: 'a' });
  expect(await readDraft('b')).toEqual({ at: 2, value: 'b' });
});

test('the oldest give way', () => {
  let drafts = {};
  for (let at = 0; at <= MOST_DRAFTS; at += 1) drafts = withDraft(drafts, `form${at}`, { at, value: at });
  expect(Object.keys(drafts)).toHaveLength(MOST_DRAFTS);
  expect(drafts).not.toHaveProperty('form0');
});
