import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diskName } from '#shared/lib/text/disk-name.ts';

test.each([
  ['Договор № 5.pdf', 'Договор № 5.pdf'],
  ['акт 12/3.pdf', 'акт 12_3.pdf'],
  ['NUL.pdf', '_NUL.pdf'],
  ['con', '_con'],
  ['смета. ', 'смета'],
  ['йод.pdf'.normalize('NFD'), 'йод.pdf'],
  ['😀 отчёт.xlsx', '😀 отчёт.xlsx'],
  ['', 'file'],
])('%j lies on the disk as %j', (name, expected) => {
  expect(diskName(name)).toBe(expected);
});

test('a long name keeps its ending and whole letters', () => {
  const name = diskName(`${'Ж'.repeat(300)}😀.docx`);
  expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(240);
  expect(name).toMatch(/^Ж+….docx$/);
});

test('whatever a file is called, every disk takes its name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
      const name = diskName(given);
      expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}]|[. ]$|^$/u);
      expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(240);
    }),
  );
});
