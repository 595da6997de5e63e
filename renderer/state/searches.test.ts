import { beforeEach, expect, test } from 'vitest';
import { connectTo } from '#renderer/api.ts';
import {
  forgetSearches,
  mostRecent,
  rememberSearch,
  restoreSearches,
  useSearches,
  withSearch,
} from '#renderer/state/searches.ts';

let settings: Record<string, unknown>;
beforeEach(() => {
  settings = { searches: { b: ['чужое'] } };
  useSearches.setState({ userId: null, recent: [] });
  connectTo({
    host: { kind: 'browser', profile: 'test', demo: true, platform: 'linux', version: '0' },
    on: () => () => undefined,
    call: async (channel, payload) => {
      if (channel === 'settings.write') settings = { ...settings, ...(payload as { patch: object }).patch };
      return { ok: true, value: structuredClone(settings) };
    },
  });
});

test('the newest stands first, once, and takes the place of its own beginning', () => {
  expect(withSearch(['договор'], 'акт')).toEqual(['акт', 'договор']);
  expect(withSearch(['акт', 'договор'], ' Договор ')).toEqual(['Договор', 'акт']);
  expect(withSearch(['договор', 'акт'], 'договор аренды')).toEqual(['договор аренды', 'акт']);
  expect(withSearch(['акт'], '  ')).toEqual(['акт']);
  const many = Array.from({ length: 30 }, (_, n) => `запрос ${String.fromCharCode(97 + n)}`);
  expect(many.reduce<string[]>(withSearch, [])).toHaveLength(mostRecent);
});

test('each person of a workstation has their own, and can have them forgotten', async () => {
  await restoreSearches('a');
  expect(useSearches.getState().recent).toEqual([]);
  rememberSearch('щебень');
  await expect.poll(() => settings['searches']).toEqual({ a: ['щебень'], b: ['чужое'] });
  await restoreSearches('b');
  expect(useSearches.getState().recent).toEqual(['чужое']);
  forgetSearches();
  await expect.poll(() => settings['searches']).toEqual({ a: ['щебень'], b: [] });
});
