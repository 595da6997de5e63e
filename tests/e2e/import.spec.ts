import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dropFiles, makeDocument } from '#tests/e2e/pages/deeds.ts';
import { DocumentCard } from '#tests/e2e/pages/document-card.ts';
import { Frame } from '#tests/e2e/pages/frame.ts';
import { ImportReport } from '#tests/e2e/pages/import-report.ts';
import { Register } from '#tests/e2e/pages/register.ts';
import { expect, test } from '#tests/e2e/support/fixtures.ts';
import { badFiles } from '#tests/fixtures/formats/bad-files.ts';
import { windows1251 } from '#tests/fixtures/formats/bytes.ts';
import { statementText } from '#tests/fixtures/formats/client-bank.ts';
import { transferXml } from '#tests/fixtures/formats/universal-transfer.ts';

const accountant = 'Павел Юдин';
const statement = { name: 'kl_to_1c.txt', bytes: windows1251(statementText()) };
const transfer = { name: 'ON_NSCHFDOPPR_15.xml', bytes: windows1251(transferXml()) };
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

test('a statement and a УПД dropped on the window become documents with counterparties and accounts', async ({
  moscow,
}) => {
  const { page } = moscow;
  const frame = new Frame(page);
  const report = new ImportReport(page);
  const card = new DocumentCard(page);
  await frame.enter(accountant);
  await expect(new Register(page).rows.first()).toBeVisible();
  await dropFiles(page, [statement, transfer]);

  await expect(report.file(statement.name)).toContainText('Выписка 1С 1.03');
  await expect(report.file(statement.name)).toContainText(/Создано: 2 документа, 2 контрагента, \d счёта/);
  await expect(report.documents(statement.name)).toHaveCount(2);
  await expect(report.file(transfer.name)).toContainText('УПД 5.03');
  await expect(report.file(transfer.name)).toContainText(/Создано.*1 документ/);

  await report.documents(transfer.name).click();
  await expect(card.value('Номер')).toHaveText('С-15');
  await expect(card.value('Контрагент')).toContainText('Северный лён');
  await expect(card.value('Сумма')).toHaveText('1 830,00 ₽');
  await expect(card.value('В том числе НДС')).toHaveText('230,00 ₽');
  await expect(page.getByRole('cell', { name: 'Ткань «Лён» & К°' })).toBeVisible();
  await card.expectReceipt(/принято центром, файлы сверены/);
});

test('the original is kept byte for byte', async ({ moscow }) => {
  const { page } = moscow;
  const frame = new Frame(page);
  const card = new DocumentCard(page);
  const register = new Register(page);
  await frame.enter(accountant);
  await register.open(/^Все/);
  for (const { words, file } of [
    { words: 'Ткань «Лён»', file: transfer },
    { words: 'Аванс по договору 7/26', file: statement },
  ]) {
    await register.search(words);
    await expect(register.rows).toHaveText([new RegExp(words)]);
    await register.openRow(words);
    await card.tab('Файлы');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: `Сохранить на диск ${file.name}` }).click();
    expect((await download).suggestedFilename()).toBe(file.name);
    expect(sha256(await readFile(await (await download).path()))).toBe(sha256(file.bytes));
    await page.keyboard.press('Escape');
    await expect(register.grid).toBeVisible();
  }
});

test('the same files again create nothing, under another name and after a restart too', async ({ moscow }) => {
  const { page } = moscow;
  const frame = new Frame(page);
  const report = new ImportReport(page);
  const register = new Register(page);
  await frame.enter(accountant);
  await register.open(/^Все/);
  const before = await register.shown();
  await moscow.restart();
  await frame.enter(accountant);
  await dropFiles(page, [statement, { ...transfer, name: 'копия.xml' }]);
  await expect(report.file(statement.name)).toContainText('Ничего не создано · 2 уже были');
  await expect(report.file('копия.xml')).toContainText('Ничего не создано · 1 уже был');
  await frame.go('/documents');
  await register.open(/^Все/);
  await register.expectShown(before);
});

/** What each wrong file says; the rest of the sentence is the dictionary's business. */
const sentences: Record<string, RegExp> = {
  'empty.txt': /Файл пуст\. Ничего не загружено\./,
  'binary.txt': /Это не выписка и не УПД: внутри не текст/,
  'letter.txt': /строка 1: Файл начинается не как выписка 1С: «Уважаемые коллеги!»/,
  'statement-truncated.txt':
    /строка 57: Файл обрывается посреди раздела, начатого в строке \d+\. Ничего не загружено\./,
  'upd-truncated.xml': /строка 13: Файл обрывается: не закрыт элемент/,
  'upd-malformed.xml': /строка 10: Разметка файла нарушена/,
  'upd-wrong-knd.xml': /строка 3: КНД «1115110» не УПД и не счёт-фактура/,
  'upd-entity-bomb.xml': /строка 2: В файле есть описание типа, какого в УПД не бывает/,
  'statement-unbalanced.txt': /строка 18.*не сходятся на/,
  'statement-wrong-sum.txt': /строка 23.*сумма не читается: «двенадцать»/,
};

test('each wrong file says what is wrong and where, and leaves everything else as it was', async ({ moscow }) => {
  const { page } = moscow;
  const frame = new Frame(page);
  const report = new ImportReport(page);
  const files = badFiles().filter(({ name }) => Object.hasOwn(sentences, name));
  expect(files).toHaveLength(Object.keys(sentences).length);
  await frame.enter(accountant);
  await dropFiles(page, files);
  for (const { name, stopped } of files) {
    await expect(report.file(name)).toContainText(sentences[name] ?? /never/);
    if (stopped) await expect(report.file(name).getByRole('alert')).toContainText('Файл не загружен');
    if (stopped) await expect(report.documents(name)).toHaveCount(0);
  }
  await expect(frame.online).toBeVisible();
});

test('on an open card a bank file is asked about, and attached when that is meant', async ({ moscow }) => {
  const { page } = moscow;
  const frame = new Frame(page);
  const card = new DocumentCard(page);
  await frame.enter(accountant);
  await makeDocument(page, 'Дело о задолженности');
  await dropFiles(page, [{ ...statement, name: 'выписка к делу.txt' }]);
  const dialog = page.getByRole('dialog', { name: 'Что сделать с файлами' });
  await dialog.getByRole('button', { name: /^Приложить к/ }).click();
  await expect(card.files.getByRole('listitem')).toHaveCount(1);
  await expect(card.files).toContainText('выписка к делу.txt');
  await card.expectReceipt(/принято центром, файлы сверены/);
});
