import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { findLanguages } from '#electron/core/jobs/ocr/languages.ts';
import { ocrJob } from '#electron/core/jobs/ocr/ocr-job.ts';
import { toPnm } from '#electron/core/jobs/ocr/pnm.ts';

const folder = mkdtempSync(join(tmpdir(), 'opora-ocr-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('pictures of PDF pages become plain files: bits turned, transparency left out', () => {
  const bits = toPnm({ width: 8, height: 1, kind: 1, data: Uint8Array.of(0b1111_0000) });
  expect(Buffer.from(bits ?? []).toString('latin1')).toBe('P4\n8 1\n\u000f');
  const colours = toPnm({ width: 1, height: 1, kind: 3, data: Uint8Array.of(1, 2, 3, 255) });
  expect(Buffer.from(colours ?? [])).toEqual(Buffer.concat([Buffer.from('P6\n1 1\n255\n'), Buffer.of(1, 2, 3)]));
  expect(toPnm({ width: 1, height: 1, kind: 9, data: Uint8Array.of(1) })).toBeNull();
});

test('without Russian there is nothing to read scans with', () => {
  expect(findLanguages(null)).toEqual([]);
  expect(findLanguages(join(folder, 'missing'))).toEqual([]);
  writeFileSync(join(folder, 'eng.traineddata'), '');
  expect(findLanguages(folder)).toEqual([]);
  writeFileSync(join(folder, 'rus.traineddata.gz'), '');
  expect(findLanguages(folder)).toEqual(['rus', 'eng']);
});

/** Trained data are too large to be kept here: a machine that has them names their folder. */
const data = process.env['OPORA_OCR'] ?? '/usr/share/tesseract-ocr/5/tessdata';
const isHere = existsSync(join(data, 'rus.traineddata')) || existsSync(join(data, 'rus.traineddata.gz'));
const painter = ['magick', 'convert'].find((name) => {
  try {
    execFileSync(name, ['-version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});
if (!isHere || !painter) console.info('skipped: no rus.traineddata (OPORA_OCR) or no ImageMagick to draw words with');

test.skipIf(!isHere || !painter)('Russian words of a picture are found', async () => {
  const path = join(folder, 'words.png');
  const text = ['-pointsize', '48', '-size', '1200x', 'caption:Договор поставки бумаги'];
  execFileSync(painter ?? '', ['-background', 'white', '-fill', 'black', '-font', 'DejaVu-Sans', ...text, path]);
  const read = await ocrJob({ path, folder: data, languages: findLanguages(data) });
  const words = read.parts.map((part) => inflateRawSync(part).toString('utf8')).join(' ');
  expect(words).toMatch(/договор\s+поставки\s+бумаги/i);
});
