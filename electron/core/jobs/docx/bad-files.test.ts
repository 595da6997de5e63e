import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readDocx } from '#electron/core/jobs/docx/read-docx.ts';
import { plain } from '#tests/fixtures/docx/paragraphs.ts';
import { writeDocx } from '#tests/fixtures/docx/write-docx.ts';

function problemOf(bytes: Uint8Array): unknown {
  try {
    readDocx(bytes);
    return null;
  } catch (error) {
    return (error as { details?: { problem?: string } }).details?.problem;
  }
}

const good = writeDocx({ body: plain('текст') });

test('what is no document is told apart from what is damaged', () => {
  expect(problemOf(good)).toBe(null);
  expect(problemOf(strToU8('%PDF-1.7 …'))).toBe('DOCX_NOT_A_DOCUMENT');
  expect(problemOf(new Uint8Array())).toBe('DOCX_NOT_A_DOCUMENT');
  expect(problemOf(zipSync({ 'a.txt': strToU8('просто архив') }))).toBe('DOCX_NOT_A_DOCUMENT');
  expect(problemOf(good.slice(0, good.length - 30))).toBe('DOCX_DAMAGED');
  expect(problemOf(writeDocx({ body: '<w:p><w:r>' }))).toBe('DOCX_DAMAGED');
});

test('a flipped byte anywhere gives a document or a problem, never a fault or a hang', () => {
  for (let at = 0; at < good.length; at += 7) {
    const bytes = good.slice();
    bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    expect([null, 'DOCX_DAMAGED', 'DOCX_NOT_A_DOCUMENT', 'DOCX_TOO_LARGE']).toContain(problemOf(bytes));
  }
});

test('an archive that unpacks without end is refused before it is unpacked', () => {
  const bomb = writeDocx({ body: `<w:p>${' '.repeat(70 * 1024 * 1024)}</w:p>` });
  expect(bomb.length).toBeLessThan(1024 * 1024);
  const before = process.memoryUsage().arrayBuffers;
  expect(problemOf(bomb)).toBe('DOCX_TOO_LARGE');
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * 1024 * 1024);
});

test('a declared entity is refused, it could grow', () => {
  const name = 'word/document.xml';
  const text =
    '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document><w:body><w:p>&b;</w:p></w:body></w:document>';
  expect(problemOf(writeDocx({ body: '', more: { [name]: text } }))).toBe('DOCX_DAMAGED');
});

const traps = join(import.meta.dirname, '../../../../../shared/data/office/traps');
const isHere = existsSync(traps);
if (!isHere) console.log('skipped: ../shared/data/office/traps is not here');

describe.skipIf(!isHere)('files met in life', () => {
  test('a password is not called damage', () => {
    expect(problemOf(readFileSync(join(traps, 'parol.docx')))).toBe('DOCX_ENCRYPTED');
    expect(problemOf(readFileSync(join(traps, 'isporchen-autocrlf.docx')))).toBe('DOCX_DAMAGED');
  });
});
