import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanName } from '#electron/core/app/desks/files-desk.ts';
import { attachedFile } from '#shared/commands/attachment.ts';

test.each([
  ['договор.pdf', 'договор.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\Анна\\счёт.xlsx', 'счёт.xlsx'],
  ['счёт\u202efdp.exe', 'счётfdp.exe'],
  ['a\u0000b\n.txt', 'ab.txt'],
  ['\u200b', 'file'],
  ['', 'file'],
  ['папка/', 'file'],
  ['йод.pdf'.normalize('NFD'), 'йод.pdf'],
])('%j becomes %j', (given, name) => {
  expect(cleanName(given)).toBe(name);
});

test('a long name is cut before its extension, and not within a letter', () => {
  expect(cleanName(`${'😀'.repeat(200)}a.pdf`)).toBe(`${'😀'.repeat(125)}….pdf`);
});

test('whatever a file is called, its attachment is accepted', () => {
  const file = { size: 1, mime: 'application/pdf', sha256: 'a'.repeat(64) };
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
      const name = cleanName(given);
      expect(attachedFile.safeParse({ ...file, name }).success).toBe(true);
      expect(name).not.toMatch(/[\\/]/);
      expect(name.isWellFormed()).toBe(true);
    }),
  );
});
