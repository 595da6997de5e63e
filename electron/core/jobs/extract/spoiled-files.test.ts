import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readDocx } from '#electron/core/jobs/docx/read-docx.ts';
import { extractJob } from '#electron/core/jobs/extract/extract-job.ts';
import { openBook, sheetProblemOf } from '#shared/formats/sheets/open-book.ts';
import { lockedOffice, longXlsx, spoiledFiles } from '#tests/fixtures/files/spoiled-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'opora-spoiled-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const read = (name: string, bytes: Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return extractJob({ path, name });
};

test.each(Object.entries(spoiledFiles))('%s gives no words and no fault', async (name, make) => {
  expect((await read(name, make())).parts).toEqual([]);
});

test('a container with a password is not called damaged', () => {
  expect(() => readDocx(lockedOffice())).toThrow(
    expect.objectContaining({ details: expect.objectContaining({ problem: 'DOCX_ENCRYPTED' }) }),
  );
  const problem = (() => {
    try {
      return openBook(lockedOffice());
    } catch (error) {
      return sheetProblemOf(error);
    }
  })();
  expect(problem).toBe('SHEET_ENCRYPTED');
});

test('of a million rows as many words are taken as are looked for', async () => {
  const { state, parts } = await read('million.xlsx', longXlsx(1_000_000));
  expect(state).toBe('text');
  expect(parts.reduce((sum, part) => sum + part.length, 0)).toBeLessThan(4_000_000);
});
