import { describe, expect, test } from 'vitest';
import { type Binding, createMatcher, type Press, toPressText } from '#renderer/frame/shortcut-engine.ts';

const press = (code: string, held: Partial<Press> = {}): Press => ({
  code,
  ctrl: false,
  alt: false,
  shift: false,
  ...held,
});
const bind = (keys: string): Binding => ({ keys, run: () => keys });
const named = (found: Binding | 'wait' | null) => (found === null || found === 'wait' ? found : found.keys);

test('caps become physical keys', () => {
  expect(toPressText('Ctrl+K')).toBe('Ctrl+KeyK');
  expect(toPressText('Alt+1')).toBe('Alt+Digit1');
  expect(toPressText('?')).toBe('Shift+Slash');
  expect(toPressText('[')).toBe('BracketLeft');
  expect(toPressText('Shift+F6')).toBe('Shift+F6');
  expect(toPressText('Alt+←')).toBe('Alt+ArrowLeft');
});

describe('matching', () => {
  const all = ['Ctrl+K', 'K', '/', '?', 'G D', 'G O', 'C 1', '['].map(bind);

  test('asks for exactly the modifiers held', () => {
    const match = createMatcher();
    expect(named(match(all, press('KeyK'), 0))).toBe('K');
    expect(named(match(all, press('KeyK', { ctrl: true }), 0))).toBe('Ctrl+K');
    expect(named(match(all, press('KeyK', { ctrl: true, shift: true }), 0))).toBeNull();
    expect(named(match(all, press('Slash', { shift: true }), 0))).toBe('?');
  });

  test('remembers the first key of a pair for a moment only', () => {
    const match = createMatcher();
    expect(match(all, press('KeyG'), 0)).toBe('wait');
    expect(named(match(all, press('KeyO'), 500))).toBe('G O');
    expect(match(all, press('KeyG'), 1_000)).toBe('wait');
    expect(named(match(all, press('KeyD'), 3_000))).toBeNull();
  });

  test('a pair that breaks off does nothing', () => {
    const match = createMatcher();
    expect(match(all, press('KeyG'), 0)).toBe('wait');
    expect(match(all, press('KeyK'), 100)).toBeNull();
    expect(named(match(all, press('KeyK'), 200))).toBe('K');
  });

  test('the page added last wins', () => {
    const own: Binding = { keys: 'K', run: () => 'own' };
    expect(createMatcher()([...all, own], press('KeyK'), 0)).toBe(own);
  });
});
