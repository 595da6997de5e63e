import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');
const [lightText = '', darkText = ''] = css.split(':root[data-mantine-color-scheme="dark"]');
const read = (text: string) =>
  new Map([...text.matchAll(/--op-([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]));
const light = read(lightText);
// What the dark scheme does not name, it inherits.
const schemes = { light, dark: new Map([...light, ...read(darkText)]) };

/** Relative luminance of WCAG 2. */
function luminance(hex: string): number {
  const part = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}
const contrast = (one: string, other: string) => {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
};

const backgrounds = ['surface', 'subtle', 'desk', 'hover', 'selected'];
const texts = ['text', 'text2', 'text3', 'ink', 'green', 'amber', 'red', 'plum', 'teal', 'gray'];

describe.each(Object.entries(schemes))('%s', (_, tokens) => {
  const of = (name: string): string => {
    const value = tokens.get(name);
    if (!value) throw new Error(`no token --op-${name}`);
    return value;
  };

  test.each(texts)('%s is read on every background', (text) => {
    for (const background of backgrounds)
      expect(contrast(of(text), of(background)), background).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['ink', 'green', 'amber', 'red', 'plum', 'teal', 'gray'])('%s is read on its own tint', (tone) => {
    expect(contrast(of(tone), of(`${tone}-tint`))).toBeGreaterThanOrEqual(4.5);
  });

  test('white is read on fills and inverse', () => {
    for (const fill of ['ink-fill', 'ink-fill-hover', 'red-fill', 'red-fill-hover', 'inverse', 'inverse-bulk']) {
      expect(contrast(of('on-fill'), of(fill)), fill).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('controls stand out and changes are read', () => {
    expect(contrast(of('control'), of('surface'))).toBeGreaterThanOrEqual(3);
    expect(contrast(of('ins-text'), of('ins'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of('del-text'), of('del'))).toBeGreaterThanOrEqual(4.5);
  });
});
