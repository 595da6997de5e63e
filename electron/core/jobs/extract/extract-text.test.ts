import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { extractText } from '#electron/core/jobs/extract/extract-text.ts';
import { windows1251 } from '#tests/fixtures/formats/bytes.ts';

test('a letter gives its words and those of its files; a spoiled file takes nothing from it', async () => {
  const letter = [
    'From: =?utf-8?B?0JDQvdC90LA=?= <anna@example.com>',
    'Subject: Akt',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<style>p{color:red}</style><p>Направляем&nbsp;<b>акт</b> сверки</p><script>alert(1)</script>',
    '--b',
    'Content-Type: text/plain; name=readme.txt',
    'Content-Disposition: attachment; filename=readme.txt',
    '',
    'words of the file',
    '--b',
    'Content-Type: application/pdf; name=broken.pdf',
    'Content-Disposition: attachment; filename=broken.pdf',
    '',
    '%PDF-1.4 nothing behind it',
    '--b--',
  ].join('\r\n');
  const words = await extractText(strToU8(letter), 'a.eml');
  expect(words).toContain('Анна <anna@example.com>');
  expect(words).toMatch(/Направляем\s+акт\s+сверки/);
  expect(words).toContain('words of the file');
  expect(words).toContain('broken.pdf');
  expect(words).not.toMatch(/alert|color/);
});

test('texts are read in their alphabet, pictures have no words', async () => {
  expect(await extractText(windows1251('Счёт на оплату'), 'a.txt')).toBe('Счёт на оплату');
  expect(await extractText(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), 'a.png')).toBe('');
});

const office = join(import.meta.dirname, '../../../../../shared/data/office');
const isHere = existsSync(office);
if (!isHere) console.log('skipped: ../shared/data/office is not here');

describe.skipIf(!isHere)('files met in life', () => {
  const read = (path: string) => extractText(readFileSync(join(office, path)), path);

  test.each([
    ['contracts/schet.docx', /счет|счёт/i],
    ['office/oferta-18-stranic.pdf', /Сбербанк Бизнес Онлайн/],
    ['office/smeta-sklad.xlsx', /строительство складского здания/],
    ['office/zayavki-import.xlsx', /Парковочное место/],
    ['office/primer.rtf', /Иванович/],
    ['office/ugolovnyj-kodeks.odt', /Уголовное законодательство/],
    ['mail/koi8-r-base64.eml', /Вопрос/],
    ['mail/otvet-outlook.msg', /dummy CC test mail/],
  ])('%s', async (path, words) => {
    expect(await read(path)).toMatch(words);
  });

  test('the broken and the closed ones give no words, and do not hold the thread up', async () => {
    for (const name of readdirSync(join(office, 'traps'))) expect(await read(`traps/${name}`).catch(() => '')).toBe('');
  });
});
