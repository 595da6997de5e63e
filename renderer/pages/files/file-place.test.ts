import { expect, test } from 'vitest';
import { placeOf } from '#renderer/pages/files/file-place.tsx';

const up = { direction: 'up' } as const;
const down = { direction: 'down' } as const;

test.each([
  ['here', 5, undefined, 'both'],
  ['here', null, undefined, 'only'],
  ['here', null, { ...up, state: 'queued' }, 'only'],
  ['here', null, { ...up, state: 'running' }, 'sending'],
  ['way', 5, { ...down, state: 'queued' }, 'way'],
  ['way', 5, { ...down, state: 'running' }, 'coming'],
  ['centre', 5, { ...down, state: 'paused' }, 'centre'],
  ['centre', 5, undefined, 'centre'],
  ['centre', null, undefined, 'elsewhere'],
  ['way', null, undefined, 'elsewhere'],
] as const)('%s, verified %s, %o: %s', (place, verifiedAt, transfer, expected) => {
  expect(placeOf({ place, verifiedAt }, transfer)).toBe(expected);
});
