import { appendFileSync, chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { IntakeDesk } from '#electron/core/app/desks/intake/intake-desk.ts';
import { LetterDesk } from '#electron/core/app/desks/intake/letter-desk.ts';
import { WatchedFolder } from '#electron/core/app/desks/intake/watched-folder.ts';
import { rowsOf } from '#electron/core/app/queries/rows-of.ts';
import { jobsHere, openOfficeDesk } from '#tests/fixtures/kernel/office-desk.ts';
import { counterpartyRow, rowId } from '#tests/fixtures/kernel/rows.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const letter = (id: string, subject: string) =>
  [
    `Message-ID: <${id}@romashka.example>`,
    'From: =?utf-8?B?0JDQvdC90LA=?= <Anna@romashka.example>',
    'To: office@example.com',
    `Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`,
    'Date: Mon, 02 Mar 2026 23:30:00 +0000',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Направляем акт.',
    '--b',
    'Content-Type: image/png; name="akt.png"',
    'Content-Disposition: attachment; filename="akt.png"',
    'Content-Transfer-Encoding: base64',
    '',
    png.toString('base64'),
    '--b',
    'Content-Type: application/octet-stream',
    'Content-Disposition: attachment; filename="run.exe"',
    '',
    'MZ',
    '--b--',
  ].join('\r\n');

let office: ReturnType<typeof openOfficeDesk>;
let desk: IntakeDesk;
let letters: LetterDesk;
const waiters: (() => void)[] = [];
const scans = () => join(office.folder, 'scans');
const mail = () => join(office.folder, 'mail');
const documents = () => rowsOf(office.workplace.db, 'document', 'ORDER BY subject_key');
const files = (documentId: string) =>
  rowsOf(office.workplace.db, 'attachment', 'WHERE documentId = ? ORDER BY name', documentId);

/** Waits until the list, told at each change, is as it should be. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise<void>((resolve) => waiters.push(resolve));
}

beforeEach(() => {
  office = openOfficeDesk([
    ['counterparty', counterpartyRow(rowId(3, 1), { email: 'Бухгалтерия <info@romashka.example>' })],
  ]);
  mkdirSync(scans());
  mkdirSync(mail());
  letters = new LetterDesk(office.profileDir, jobsHere, office.files);
  desk = new IntakeDesk({
    ...{ profileDir: office.profileDir, files: office.files, letters },
    pause: 20,
    current: () => office.workplace,
    workplace: () => office.workplace,
    changed: () => {
      for (const wake of waiters.splice(0)) wake();
    },
  });
});
afterEach(async () => {
  desk.stop();
  await office.close();
});
const save = () => desk.saveFolders({ scans: scans(), mail: mail(), language: null });

test('scans wait, become documents or files of one, and leave their folder when they are safely in', async () => {
  writeFileSync(join(scans(), 'Скан 1.png'), png);
  writeFileSync(join(scans(), 'Скан 2.png'), Buffer.concat([png, png]));
  writeFileSync(join(scans(), 'я копия.png'), png);
  writeFileSync(join(scans(), 'readme.txt'), 'не скан');
  await save();
  await until(() => desk.list().length === 3);
  expect(desk.list().map(({ name, twin }) => [name, twin])).toEqual([
    ['Скан 1.png', null],
    ['Скан 2.png', null],
    ['я копия.png', 'Скан 1.png'],
  ]);
  const [one, two] = desk.list();
  const taken = await desk.take({ ids: [one?.id ?? ''], into: { kind: 'order', kindId: null, subject: null } });
  expect(taken).toMatchObject({ refused: [], left: [] });
  const [order] = documents();
  expect(order).toMatchObject({ kind: 'order', subject: 'Скан 1', sourceFormat: 'scan' });
  expect(files(order?.id ?? '')).toMatchObject([{ name: 'Скан 1.png', size: png.length }]);
  expect(readdirSync(join(scans(), 'Принято'))).toEqual(['Скан 1.png']);
  // The second copy is known by its bytes now.
  expect(desk.list().find(({ name }) => name === 'я копия.png')?.known).toMatchObject({ documentId: order?.id });
  await desk.take({ ids: [two?.id ?? ''], into: { documentId: order?.id ?? '' } });
  expect(files(order?.id ?? '')).toHaveLength(2);
  expect(readdirSync(scans()).sort()).toEqual(['readme.txt', 'Принято', 'я копия.png']);
  await desk.putAside({ ids: desk.list().map(({ id }) => id) });
  expect(readdirSync(join(scans(), 'Отложено'))).toEqual(['я копия.png']);
});

test('several scans make one document; what is no paper stays and says why', async () => {
  writeFileSync(join(scans(), 'а.png'), png);
  writeFileSync(join(scans(), 'б.pdf'), 'MZ\u0090\u0000 программа');
  await save();
  await until(() => desk.list().length === 2);
  const ids = desk.list().map(({ id }) => id);
  const taken = await desk.take({ ids, into: { kind: 'incoming', kindId: null, subject: 'Письмо с приложением' } });
  expect(taken.documents).toHaveLength(1);
  expect(taken.refused).toMatchObject([{ name: 'б.pdf', code: 'FILE_REFUSED' }]);
  expect(desk.list().map(({ name }) => name)).toEqual(['б.pdf']);
  expect(existsSync(join(scans(), 'б.pdf'))).toBe(true);
});

test('a letter becomes an incoming document at once, its sender is recognised, and a copy of it changes nothing', async () => {
  writeFileSync(join(mail(), 'a.eml'), letter('1', 'Акт сверки'));
  await save();
  await until(() => existsSync(join(mail(), 'Принято', 'a.eml')));
  const [document] = documents();
  expect(document).toMatchObject({
    ...{ kind: 'incoming', subject: 'Акт сверки', date: '2026-03-03', counterpartyId: rowId(3, 1) },
    sourceFormat: 'mail',
  });
  expect(document?.note).toContain('Направляем акт.');
  // The program among its files is not taken.
  expect(files(document?.id ?? '').map(({ name }) => name)).toEqual(['a.eml', 'akt.png']);
  const copy = join(office.folder, 'переслано.eml');
  writeFileSync(copy, letter('1', 'Акт сверки').replace('To: office', 'X-Copy: 1\r\nTo: office'));
  expect(await letters.take(office.workplace, copy, 'переслано.eml')).toMatchObject({ outcome: 'known' });
  expect(documents()).toHaveLength(1);
  writeFileSync(copy, 'никакое не письмо');
  await expect(letters.take(office.workplace, copy, 'б.eml')).rejects.toMatchObject({ code: 'UNKNOWN_FORMAT' });
});

test('files that are handed over wait under their own names, whatever these are', async () => {
  const given = join(office.folder, 'upload');
  writeFileSync(given, png);
  await desk.add({ files: [{ handle: given, name: 'CON.png' }] });
  await desk.add({ files: [{ handle: given, name: 'а/б:в.png' }] });
  expect(desk.list().map(({ name, from }) => [name, from])).toEqual([
    ['_CON.png', 'given'],
    ['а_б_в.png', 'given'],
  ]);
  const [first] = desk.list();
  const opened = await desk.open({ id: first?.id ?? '' });
  expect(opened.localPath.startsWith(office.profileDir)).toBe(true);
  await desk.putAside({ ids: desk.list().map(({ id }) => id) });
  expect(desk.list()).toEqual([]);
});

describe('a watched folder', () => {
  const watch = () =>
    new WatchedFolder(
      scans(),
      () => true,
      () => undefined,
    );

  test('counts a file when its size has stopped changing', async () => {
    const folder = watch();
    const path = join(scans(), 'большой.pdf');
    writeFileSync(path, 'начало');
    await folder.look();
    expect(folder.files).toEqual([]);
    appendFileSync(path, ' и середина');
    await folder.look();
    expect(folder.files).toEqual([]);
    await folder.look();
    expect(folder.files.map(({ name }) => name)).toEqual(['большой.pdf']);
  });

  test('that is gone, closed or none says so, and goes on when it is back', async () => {
    const folder = watch();
    rmSync(scans(), { recursive: true });
    await folder.look();
    expect(folder.problem).toBe('FOLDER_MISSING');
    writeFileSync(scans(), 'файл');
    await folder.look();
    expect(folder.problem).toBe('FOLDER_NOT_ONE');
    rmSync(scans());
    mkdirSync(scans());
    await folder.look();
    expect(folder.problem).toBeNull();
    // Whoever may do everything is denied nothing.
    if (process.getuid?.() !== 0) {
      chmodSync(scans(), 0o000);
      await folder.look();
      expect(folder.problem).toBe('FOLDER_DENIED');
      chmodSync(scans(), 0o700);
    }
  });

  test('of the profile itself is refused', async () => {
    const own = await desk.saveFolders({ scans: join(office.profileDir, 'files'), mail: 'папка', language: null });
    expect([own.scans.problem, own.mail.problem]).toEqual(['FOLDER_OWN', 'FOLDER_OWN']);
  });
});
