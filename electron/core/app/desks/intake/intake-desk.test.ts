import { createHash } from 'node:crypto';
import { appendFileSync, chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { IntakeDesk } from '#electron/core/app/desks/intake/intake-desk.ts';
import { LetterDesk } from '#electron/core/app/desks/intake/letter-desk.ts';
import { WatchedFolder } from '#electron/core/app/desks/intake/watched-folder.ts';
import { rowsOf } from '#electron/core/app/queries/rows-of.ts';
import type { Workplace } from '#electron/core/app/workplace.ts';
import type { JobRunner } from '#electron/core/jobs/registry.ts';
import { fileOf, places } from '#electron/core/profile/places.ts';
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
/** Who works here; null while nobody does. */
let person: Workplace | null;
let jobs: JobRunner;
const waiters: (() => void)[] = [];
const scans = () => join(office.folder, 'scans');
const mail = () => join(office.folder, 'mail');
const documents = () => rowsOf(office.workplace.db, 'document', 'ORDER BY subject_key');
const files = (documentId: string) =>
  rowsOf(office.workplace.db, 'attachment', 'WHERE documentId = ? ORDER BY name', documentId);
const names = (documentId: string | undefined) => files(documentId ?? '').map(({ name }) => name);

/** The place of these bytes cannot be written to; returns the way to give it back. */
function shut(bytes: Buffer): () => void {
  const shelf = join(fileOf(office.profileDir, createHash('sha256').update(bytes).digest('hex')), '..');
  mkdirSync(places(office.profileDir).files, { recursive: true });
  writeFileSync(shelf, '');
  return () => rmSync(shelf);
}

const openDesk = (): IntakeDesk =>
  new IntakeDesk({
    ...{ profileDir: office.profileDir, files: office.files, letters },
    pause: 20,
    current: () => person,
    workplace: () => person ?? office.workplace,
    changed: () => {
      for (const wake of waiters.splice(0)) wake();
    },
  });

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
  jobs = jobsHere;
  person = office.workplace;
  letters = new LetterDesk(office.profileDir, { call: (job, payload) => jobs.call(job, payload) }, office.files);
  desk = openDesk();
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
  expect(names(document?.id)).toEqual(['a.eml', 'akt.png']);
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

test('files are handed over under long names, and an empty one is refused at once', async () => {
  const given = join(office.folder, 'upload');
  writeFileSync(given, png);
  const long = `${'Приложение к договору поставки '.repeat(6)}.png`;
  await desk.add({ files: [{ handle: given, name: long }] });
  await desk.add({ files: [{ handle: given, name: 'выгрузка.part' }] });
  const [first, second] = desk.list().map(({ name }) => name);
  expect(first).toMatch(/^Приложение к договору.*….png$/);
  expect(second).toBe('выгрузка.part');
  writeFileSync(given, '');
  const empty = desk.add({ files: [{ handle: given, name: 'пусто.pdf' }] });
  await expect(empty).rejects.toMatchObject({ code: 'FILE_EMPTY', details: { name: 'пусто.pdf' } });
});

test('what a person handed over is seen by no other person of the computer', async () => {
  const given = join(office.folder, 'upload');
  writeFileSync(given, png);
  await desk.add({ files: [{ handle: given, name: 'моё.png' }] });
  desk.stop();
  expect(desk.list()).toEqual([]);
  const here = { ...office.workplace.here, userId: rowId(7, 7) };
  person = Object.create(office.workplace, { here: { value: here } }) as Workplace;
  desk.opened();
  await desk.add({ files: [{ handle: given, name: 'чужое.png' }] });
  expect(desk.list().map(({ name }) => name)).toEqual(['чужое.png']);
  person = office.workplace;
  desk.opened();
  await until(() => desk.list().length > 0);
  expect(desk.list().map(({ name }) => name)).toEqual(['моё.png']);
});

test('drafts under way outlive a change of the folders, not a start', async () => {
  const draft = join(places(office.profileDir).made, 'letter-1');
  mkdirSync(draft, { recursive: true });
  writeFileSync(join(scans(), 'Скан 1.png'), png);
  await save();
  await until(() => desk.list().length === 1);
  await desk.saveFolders({ scans: scans(), mail: null, language: null });
  // The folder that stays is not begun anew: what waits in it stays in the list.
  expect(desk.list().map(({ name }) => name)).toEqual(['Скан 1.png']);
  expect(existsSync(draft)).toBe(true);
  openDesk();
  expect(existsSync(draft)).toBe(false);
});

describe('what could not be taken in whole', () => {
  test('of a letter waits, says what is missing, and comes in at the next try', async () => {
    const giveBack = shut(png);
    writeFileSync(join(mail(), 'a.eml'), letter('1', 'Акт сверки'));
    await save();
    await until(() => desk.list().some(({ problem }) => problem !== null));
    const [item] = desk.list();
    expect(item).toMatchObject({ name: 'a.eml', problem: { code: 'FILE_UNREADABLE', details: { name: 'akt.png' } } });
    expect(readdirSync(mail())).toEqual(['a.eml']);
    const [document] = documents();
    expect(names(document?.id)).toEqual(['a.eml']);
    giveBack();
    const taken = await desk.take({ ids: [item?.id ?? ''], into: { kind: 'order', kindId: null, subject: 'a' } });
    // The program among its files is refused for ever, and keeps nothing here.
    expect(taken).toMatchObject({ documents: [document?.id], refused: [{ name: 'run.exe', code: 'FILE_REFUSED' }] });
    expect(names(document?.id)).toEqual(['a.eml', 'akt.png']);
    expect(readdirSync(join(mail(), 'Принято'))).toEqual(['a.eml']);
  });

  test('does not bring back what somebody has removed', async () => {
    const path = join(office.folder, 'a.eml');
    writeFileSync(path, letter('1', 'Акт сверки'));
    const { id } = await letters.take(office.workplace, path, 'a.eml');
    const removed = files(id).find(({ name }) => name === 'akt.png');
    office.workplace.run('attachment.remove', { id: removed?.id, documentId: id });
    await letters.take(office.workplace, path, 'a.eml');
    expect(names(id)).toEqual(['a.eml', 'akt.png']);
  });

  test('of one document of several scans keeps all of them, and a second try goes on with it', async () => {
    const other = Buffer.concat([png, png]);
    const giveBack = shut(other);
    writeFileSync(join(scans(), 'а.png'), png);
    writeFileSync(join(scans(), 'б.png'), other);
    await save();
    await until(() => desk.list().length === 2);
    const order = {
      ids: desk.list().map(({ id }) => id),
      into: { kind: 'order', kindId: null, subject: 'Приказ' },
    } as const;
    const first = await desk.take({ ...order, ids: [...order.ids] });
    expect(first.refused).toMatchObject([{ name: 'б.png', code: 'FILE_UNREADABLE' }]);
    expect(readdirSync(scans())).toEqual(['а.png', 'б.png']);
    giveBack();
    const second = await desk.take({ ...order, ids: [...order.ids] });
    expect(second).toEqual({ documents: first.documents, refused: [], left: [] });
    expect(documents()).toHaveLength(1);
    expect(names(first.documents[0])).toEqual(['а.png', 'б.png']);
    expect(readdirSync(join(scans(), 'Принято'))).toEqual(['а.png', 'б.png']);
  });

  test('a scan that has vanished makes no document', async () => {
    writeFileSync(join(scans(), 'а.png'), png);
    await save();
    await until(() => desk.list().length === 1);
    const ids = desk.list().map(({ id }) => id);
    rmSync(join(scans(), 'а.png'));
    const taken = await desk.take({ ids, into: { kind: 'order', kindId: null, subject: null } });
    expect(taken).toMatchObject({ documents: [], refused: [{ name: 'а.png', code: 'FILE_UNREADABLE' }] });
    expect(documents()).toEqual([]);
  });
});

test('a letter that was left over is taken with the next one, and one that fails keeps out no other', async () => {
  await save();
  person = null;
  writeFileSync(join(mail(), 'а.eml'), letter('1', 'Первое'));
  await until(() => desk.list().length === 1);
  // In its turn: the letter has been looked at by then.
  await desk.take({ ids: [], into: { documentId: '' } });
  jobs = {
    call: (job, payload) =>
      (payload as { name?: string }).name === 'б.eml'
        ? Promise.reject(new Error('no memory'))
        : jobsHere.call(job, payload),
  };
  person = office.workplace;
  writeFileSync(join(mail(), 'б.eml'), letter('2', 'Второе'));
  writeFileSync(join(mail(), 'в.eml'), letter('3', 'Третье'));
  await until(() => existsSync(join(mail(), 'Принято', 'в.eml')) && existsSync(join(mail(), 'Принято', 'а.eml')));
  await until(() => desk.list().some(({ problem }) => problem !== null));
  expect(desk.list()).toMatchObject([{ name: 'б.eml', problem: { code: 'INTERNAL' } }]);
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
