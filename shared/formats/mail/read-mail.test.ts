import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readMail } from '#shared/formats/mail/read-mail.ts';

const letter = (lines: readonly string[]): Uint8Array => strToU8(lines.join('\r\n'));

test('a letter inside of a letter is one of its files; a picture of the page stands apart from those', async () => {
  const read = await readMail(
    letter([
      ...['', '   ', 'From: "Анна Крылова" <anna@example.com>', 'To: b@example.com, c@example.com', 'Subject: Акт'],
      ...['Date: Mon, 02 Mar 2026 10:00:00 +0300', 'Content-Type: multipart/related; boundary=b', ''],
      ...['--b', 'Content-Type: text/html; charset=utf-8', '', '<img src="cid:logo">'],
      ...[
        '--b',
        'Content-Type: image/png',
        'Content-ID: <logo>',
        'Content-Transfer-Encoding: base64',
        '',
        'iVBORw0KGgo=',
      ],
      ...['--b', 'Content-Type: message/rfc822', '', 'Subject: inner', '', 'words', '--b--'],
    ]),
  );
  expect(read).toMatchObject({
    from: 'Анна Крылова <anna@example.com>',
    to: 'b@example.com, c@example.com',
    subject: 'Акт',
    date: '2026-03-02T07:00:00.000Z',
  });
  expect(read.parts.map(({ mime, contentId }) => [mime, contentId])).toEqual([
    ['image/png', 'logo'],
    ['message/rfc822', null],
  ]);
  expect(read.parts[1]?.name).toMatch(/\.eml$/);
});

test('names of files lead nowhere', async () => {
  const read = await readMail(
    letter([
      ...['Subject: a', 'Content-Type: multipart/mixed; boundary=b', '', '--b', 'Content-Type: text/plain'],
      ...['Content-Disposition: attachment; filename="../../etc/passwd"', '', 'x', '--b--'],
    ]),
  );
  expect(read.parts[0]?.name).toBe('.._.._etc_passwd');
});

test('what is no letter is refused, and so are parts without end', async () => {
  await expect(readMail(strToU8('просто текст'))).rejects.toThrow();
  await expect(readMail(new Uint8Array())).rejects.toThrow();
  const nested = Array.from({ length: 200 }, (_, depth) => [
    `Content-Type: multipart/mixed; boundary=b${depth}`,
    '',
    `--b${depth}`,
  ]).flat();
  await expect(readMail(letter(['Subject: a', ...nested]))).rejects.toThrow();
});

const office = join(import.meta.dirname, '../../../../shared/data/office/mail');
const isHere = existsSync(office);
if (!isHere) console.log('skipped: ../shared/data/office/mail is not here');

describe.skipIf(!isHere)('letters met in life', () => {
  test('have a subject on one line, and words', async () => {
    for (const name of readdirSync(office).filter((one) => one.endsWith('.eml'))) {
      const { subject, text, html, parts } = await readMail(readFileSync(join(office, name)));
      expect(subject, name).toMatch(/^\S(.*\S)?$/);
      expect(text.trim() !== '' || html !== null || parts.length > 0, name).toBe(true);
    }
  });
});
