import { expect, test } from 'vitest';
import { durationParts, sizeParts } from '#renderer/i18n/format/sizes.ts';

test('a size takes the unit that keeps the figure short', () => {
  expect(sizeParts(512)).toEqual({ unit: 'byte', figure: '512' });
  expect(sizeParts(186 * 1024)).toEqual({ unit: 'kilo', figure: '186' });
  expect(sizeParts(1_887_436)).toEqual({ unit: 'mega', figure: '1,8' });
  expect(sizeParts(4 * 1024 ** 2)).toEqual({ unit: 'mega', figure: '4' });
  expect(sizeParts(3 * 1024 ** 3)).toEqual({ unit: 'giga', figure: '3' });
});

test('a duration tells at most two parts and never an empty one', () => {
  expect(durationParts(200)).toEqual([
    { unit: 'hour', count: 3 },
    { unit: 'minute', count: 20 },
  ]);
  expect(durationParts(1440 + 361)).toEqual([
    { unit: 'day', count: 1 },
    { unit: 'hour', count: 6 },
  ]);
  expect(durationParts(0)).toEqual([{ unit: 'minute', count: 0 }]);
});
