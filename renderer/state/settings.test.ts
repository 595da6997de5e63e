import { expect, test } from 'vitest';
import { readSettings } from '#renderer/state/settings.ts';

test('what was written is read back', () => {
  const settings = {
    language: 'en',
    scheme: 'dark',
    density: 'compact',
    letters: false,
    hiddenColumns: { documents: ['kind'] },
  } as const;
  expect(readSettings({ ...settings })).toEqual(settings);
});

test('anything unreadable counts as not chosen, the rest stays', () => {
  expect(readSettings({ language: 'de', scheme: 7, preview: 'yes', railFolded: true, hiddenColumns: null })).toEqual({
    railFolded: true,
  });
  expect(readSettings({ hiddenColumns: { documents: ['kind', 5], other: 'x' } })).toEqual({
    hiddenColumns: { documents: ['kind'], other: [] },
  });
});
