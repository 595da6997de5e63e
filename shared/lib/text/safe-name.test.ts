import { expect, test } from 'vitest';
import { safeName } from '#shared/lib/text/safe-name.ts';

test.each([
  ['Акт №5/12: «Ромашка».pdf', 'Акт №5_12_ «Ромашка».pdf'],
  ['..\\..\\windows\\a.png', '.._.._windows_a.png'],
  ['CON.pdf', '_CON.pdf'],
  ['lpt1', '_lpt1'],
  ['concert.pdf', 'concert.pdf'],
  ['скан. . ', 'скан'],
  ['a\u202Efdp.exe', 'a_fdp.exe'],
  ['', 'file'],
])('%s', (given, expected) => expect(safeName(given)).toBe(expected));
