import { expect, it } from 'vitest';
import { overlayOn } from './title-bar.ts';

it.each([
  ['#EEF0F4', '#465062'],
  ['#0E1116', '#B4BCC9'],
  ['nonsense', '#465062'],
])('window buttons are readable on %s', (color, symbolColor) => {
  expect(overlayOn(color)).toEqual({ color, symbolColor, height: 47 });
});
