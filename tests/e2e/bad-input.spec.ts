import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dropFiles, makeDocument } from '#tests/e2e/pages/deeds.ts';
import { DocumentCard } from '#tests/e2e/pages/document-card.ts';
import { DocumentForm } from '#tests/e2e/pages/document-form.ts';
import { FilePreview } from '#tests/e2e/pages/file-preview.ts';
import { Frame } from '#tests/e2e/pages/frame.ts';
import { ImportReport } from '#tests/e2e/pages/import-report.ts';
import { Palette } from '#tests/e2e/pages/palette.ts';
import { Recovery } from '#tests/e2e/pages/recovery.ts';
import { Register } from '#tests/e2e/pages/register.ts';
import { expect, test } from '#tests/e2e/support/fixtures.ts';
import { startStation } from '#tests/e2e/support/office.ts';
import { longPdf } from '#tests/fixtures/files/long-pdf.ts';
import { longXlsx, spoiledFiles } from '#tests/fixtures/files/spoiled-files.ts';
import { utf8, windows1251 } from '#tests/fixtures/formats/bytes.ts';
import { statementText } from '#tests/fixtures/formats/client-bank.ts';
import { entityBomb } from '#tests/fixtures/formats/universal-transfer.ts';
import { para, wordFile } from '#tests/fixtures/templates/word-file.ts';

const clerk = 'Анна Крылова';
const sql = `'); DROP TABLE "document"; -- \\ %_* {{7*7}} <img src=x onerror=alert(1)>`;

test('a title of 100,000 characters is refused in words, stays as typed, and the form is still quick', async ({
  moscow,
}) => {
  const { page } = moscow;
  const frame = new Frame(page);
  const form = new DocumentForm(page);
  await frame.enter(clerk);
  await frame.go('/documents/new/internal');
  const long = 'Ж'.repeat(100_000);
  await form.subject.fill(long);
  await form.number.fill('№'.repeat(100));
  await page.keyboard.press('Control+S');
  await expect(
    page.getByText('Здесь 100 000 знаков, поместится 1 000. Сократите или перенесите в примечание.'),
  ).toBeVisible();
  await expect(page.getByText('Исправьте 2 поля')).toBeVisible();
  expect((await form.subject.inputValue()).length).toBe(100_000);
  // The form keeps its column, whether a word is torn or scrolls inside of its field.
  const width = async () => (await form.subject.boundingBox())?.width ?? 0;
  expect(await width()).toBeLessThan(700);
  await form.subject.fill('https://портал.example/'.repeat(30));
  expect(await width()).toBeLessThan(700);

  await form.number.fill('');
  await form.subject.fill('Служебная записка в пределах поля');
  await page.keyboard.press('Control+S');
  await expect(new DocumentCard(page).title).toContainText('Служебная записка в пределах поля');
});

test('quotes, SQL and markup in every field are kept and shown as typed, everywhere', async ({ moscow }) => {
  const { page } = moscow;
  const frame = new Frame(page);
  const form = new DocumentForm(page);
  const card = new DocumentCard(page);
  const register = new Register(page);
  const palette = new Palette(page);
  page.on('dialog', () => {
    throw new Error('markup that a person typed was run');
  });
  await frame.enter(clerk);
  await frame.go('/documents/new/incoming');
  await form.number.fill(sql.slice(0, 60));
  await form.subject.fill(sql);
  await form.note.fill(sql);
  await form.field('Метки').fill(sql.slice(0, 60));
  await form.field('Метки').press('Enter');
  await page.getByRole('button', { name: 'Новый контрагент' }).click();
  const party = page.getByRole('region', { name: 'Новый контрагент' });
  await party.getByRole('textbox', { name: 'Название' }).fill(sql);
  await party.getByRole('button', { name: 'Создать контрагента' }).click();
  await expect(form.counterparty).toHaveValue(new RegExp(escaped(sql)));
  await page.keyboard.press('Control+S');

  await expect(card.title).toContainText(sql);
  await expect(card.value('Номер')).toHaveText(sql.slice(0, 60));
  await expect(card.value('Примечание')).toHaveText(sql);
  await expect(card.value('Метки')).toHaveText(sql.slice(0, 60));
  await expect(card.value('Контрагент')).toHaveText(sql);
  await card.expectReceipt(/принято центром/);
  await card.tab('Обсуждение');
  await card.message.fill(sql);
  await card.message.press('Control+Enter');
  await expect(page.getByRole('region', { name: 'Обсуждение' }).getByRole('listitem')).toContainText([sql]);

  await moscow.restart();
  await register.open(/^Все/);
  await register.search(sql);
  await expect(register.rows).toHaveCount(1);
  await expect(register.rows.first().locator('[col-id="subject"]')).toHaveText(sql);
  await page.getByRole('button', { name: 'Сохранить отбор' }).click();
  await page.getByRole('textbox', { name: 'Название отбора' }).fill(sql);
  await page.keyboard.press('Enter');
  await expect(register.tab(sql)).toBeVisible();
  await palette.open();
  await page.keyboard.insertText(sql);
  await expect(palette.options.filter({ hasText: 'DROP TABLE' }).first()).toBeVisible();
});

test('letters without width and turned lines are kept, and found as if they were not there', async ({ moscow }) => {
  const { page } = moscow;
  const frame = new Frame(page);
  const register = new Register(page);
  const turned = 'Акт\u200B сверки \u202Eвотнематнорт\u202C с «Не\u00ADва\uFEFF» שלום';
  await frame.enter(clerk);
  await makeDocument(page, turned);
  await frame.go('/documents');
  await register.open(/^Все/);
  await register.search('актом Нева');
  await expect(register.row('сверки')).toHaveCount(1);
  const row = register.row('сверки');
  expect(await row.locator('[col-id="subject"]').textContent()).toBe(turned);
  // What turns the line inside a cell must not reach its neighbours or the page.
  expect(await page.evaluate(() => getComputedStyle(document.body).direction)).toBe('ltr');
  await expect(row.locator('[col-id="state"]')).toHaveText('Черновик');
});

test('a file of 200 MB and an entity bomb are refused at once; the good file beside them is loaded', async ({
  moscow,
}) => {
  const { page } = moscow;
  const frame = new Frame(page);
  const report = new ImportReport(page);
  const folder = await mkdtemp(join(tmpdir(), 'opora-large-'));
  const path = join(folder, 'огромная выписка.txt');
  const file = await open(path, 'w');
  // A hole on the disk: as long as a large file, without its bytes.
  await file.write('1CClientBankExchange\r\n');
  await file.truncate(200 * 1024 * 1024);
  await file.close();
  await frame.enter(clerk);
  await frame.go('/import');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Выбрать файлы' }).click();
  await (await chooser).setFiles(path);
  await expect(report.file('огромная выписка.txt').getByRole('alert')).toContainText('Файл больше допустимого');
  await rm(folder, { recursive: true });

  await dropFiles(page, [
    { name: 'бомба.xml', bytes: utf8(entityBomb()) },
    { name: 'выписка.txt', bytes: windows1251(statementText()) },
  ]);
  await expect(report.file('бомба.xml').getByRole('alert')).toContainText('описание типа, какого в УПД не бывает');
  await expect(report.file('выписка.txt')).toContainText(/Создано: 2 документа/);
});

test('files that are broken, locked or too large inside say what to do on the card; the good one beside them is read', async ({
  moscow,
}) => {
  const { page } = moscow;
  const frame = new Frame(page);
  const preview = new FilePreview(page);
  await frame.enter(clerk);
  const id = await makeDocument(page, 'Испорченные файлы');
  await frame.go(`/documents/${id}?tab=files`);
  const sentences: Record<keyof typeof spoiledFiles, RegExp> = {
    'обрыв.docx': /Файл DOCX повреждён. Сохраните его/,
    'обрыв.xlsx': /Файл таблицы повреждён. Сохраните его/,
    'обрыв.pdf': /Файл PDF повреждён. Получите его заново/,
    'обрыв.eml': /Письмо не разобрать/,
    'пароль.docx': /Файл DOCX закрыт паролем. Снимите/,
    'пароль.xlsx': /Таблица закрыта паролем. Снимите/,
    'пароль.pdf': /Файл PDF закрыт паролем. Снимите/,
    'бомба.docx': /Внутри файла DOCX больше, чем допускается/,
    'бомба.xlsx': /Внутри таблицы больше, чем допускается/,
  };
  const table = windows1251('Номер;Товар\r\n1;Щебень гранитный\r\n2;Песок речной\r\n');
  await preview.attach([
    ...Object.entries(spoiledFiles).map(([name, make]) => ({ name, bytes: make() })),
    { name: 'прайс.csv', bytes: table },
    { name: 'миллион.xlsx', bytes: longXlsx(1_000_000) },
  ]);
  for (const [name, sentence] of Object.entries(sentences)) {
    await preview.open(name);
    await expect(preview.pane.getByText(sentence)).toBeVisible();
    await expect(preview.pane.getByRole('button', { name: 'Сохранить на диск' })).toBeVisible();
  }
  await preview.open('прайс.csv');
  await expect(preview.pane.getByText(/Щебень гранитный/)).toBeVisible();
  await preview.open('миллион.xlsx');
  const sheet = preview.pane.getByRole('region', { name: 'Лист Лист' });
  await expect(sheet.getByText('1', { exact: true }).last()).toBeVisible();
  await expect(preview.pane.getByText(/показаны первые 100.000/)).toBeVisible();
  // All of them are there, as they were given, and nothing else has happened to the document.
  const card = new DocumentCard(page);
  await card.tab('История');
  await expect(card.history.getByRole('listitem').filter({ hasText: 'Приложены файлы' })).toHaveCount(1);
});

test('a template with a tag that nobody knows names it, its place and what may have been meant', async ({ moscow }) => {
  const { page } = moscow;
  const frame = new Frame(page);
  await frame.enter(clerk);
  await frame.go('/documents/new/template');
  await new DocumentForm(page).field('Название шаблона').fill('Шаблон с опечаткой');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Выбрать файл' }).click();
  const bytes = wordFile(para('Договор № {Номир} от {Дата}'));
  await (await chooser).setFiles({ name: 'шаблон.docx', mimeType: '', buffer: Buffer.from(bytes) });
  await page.keyboard.press('Control+S');
  await expect(page.getByText('В шаблоне 1 ошибка')).toBeVisible();
  const problem = page.getByRole('listitem').filter({ hasText: 'Такой метки нет' });
  await expect(problem).toContainText('{Номир}');
  await expect(problem).toContainText('{Номер}');
  await expect(page.getByText(/Исправьте файл и приложите новой версией/)).toBeVisible();
});

test('a file of any name is attached, shown, opened and saved, under a name that every disk takes', async ({
  moscow,
}) => {
  const { page, program } = moscow;
  const frame = new Frame(page);
  const preview = new FilePreview(page);
  const list = new DocumentCard(page).files;
  await frame.enter(clerk);
  const id = await makeDocument(page, 'Имена файлов');
  await frame.go(`/documents/${id}?tab=files`);
  const bytes = longPdf(1);
  const given = ['договор 5/акт 3.pdf', 'NUL.pdf', 'смета. ', '😀 отчёт.pdf', 'йод.pdf'.normalize('NFD')];
  await dropFiles(
    page,
    [...given, `${'Ж'.repeat(300)}.pdf`].map((name) => ({ name, bytes })),
  );
  for (const name of ['акт 3.pdf', 'NUL.pdf', 'смета', '😀 отчёт.pdf', 'йод.pdf', /^Ж+….pdf$/])
    await expect(list.getByText(name, { exact: true }).first()).toBeVisible();
  const saved = async (name: string | RegExp) => {
    const row = list.getByRole('listitem').filter({ hasText: name });
    const download = page.waitForEvent('download');
    await row.getByRole('button', { name: /^Сохранить/ }).click();
    return (await download).suggestedFilename();
  };
  expect(await saved('NUL.pdf')).toBe('_NUL.pdf');
  expect(await saved('😀 отчёт.pdf')).toBe('😀 отчёт.pdf');
  expect(await saved(/Ж+….pdf/)).toMatch(/^Ж+….pdf$/);
  const opened = async (name: string | RegExp) => {
    await list
      .getByRole('listitem')
      .filter({ hasText: name })
      .getByRole('button', { name: /^Что сделать/ })
      .click();
    await page.getByRole('menuitem', { name: 'Открыть в программе' }).click();
    await expect(page.getByRole('menuitem')).toHaveCount(0);
  };
  await opened('NUL.pdf');
  await expect.poll(() => program.opened()).toMatch(/\/_NUL\.pdf$/);
  await opened(/Ж+….pdf/);
  await expect.poll(() => program.opened()).toMatch(/\/Ж+….pdf$/);
  await preview.open('йод.pdf');
  await expect(preview.pane.getByRole('img', { name: 'Страница 1', exact: true }).locator('canvas')).toBeVisible();
});

test('a profile that is open already says so in a second window, and the first goes on', async ({ office, moscow }) => {
  const { page } = moscow;
  const frame = new Frame(page);
  await frame.enter(clerk);
  const second = await startStation('moscow', office.dataDir, moscow.network.url);
  const window = await page.context().newPage();
  await window.goto(second.address);
  await expect(new Recovery(window).title).toHaveText('Это рабочее место уже открыто');
  await second.close();
  await makeDocument(page, 'Работа первого окна продолжается');
});

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
