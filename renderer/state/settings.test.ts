import { expect, test } from 'vitest';
import { readSettings } from '#renderer/state/settings.ts';

test('what was written is read back', () => {
  const settings = {
    language: 'en',
    scheme: 'dark',
    density: 'compact',
    letters: false,
    columns: {
      documents: [
        { id: 'kind', hidden: true },
        { id: 'date', hidden: false, width: 90 },
      ],
    },
  } as const;
  expect(readSettings({ ...settings })).toEqual(settings);
});

test('anything unreadable counts as not chosen, the rest stays', () => {
  expect(readSettings({ language: 'de', scheme: 7, preview: 'yes', railFolded: true, columns: null })).toEqual({
    railFolded: true,
  });
  const kind = { id: 'kind', hidden: true };
  expect(
    readSettings({ columns: { documents: [kind, 5, { id: 'date', hidden: false, width: -1 }], other: 'x' } }),
  ).toEqual({
    columns: { documents: [kind], other: [] },
  });
});
