import { strToU8, zipSync } from 'fflate';
import { makeDocument } from '#tests/e2e/pages/deeds.ts';
import { FilePreview } from '#tests/e2e/pages/file-preview.ts';
import { Frame } from '#tests/e2e/pages/frame.ts';
import { Palette } from '#tests/e2e/pages/palette.ts';
import { expect, test } from '#tests/e2e/support/fixtures.ts';
import { faxPdf } from '#tests/fixtures/files/fax-pdf.ts';
import { longPdf } from '#tests/fixtures/files/long-pdf.ts';
import { authorityXml, signedBy } from '#tests/fixtures/files/signed-files.ts';
import { writeXlsx } from '#tests/fixtures/files/write-xlsx.ts';

const clerk = 'Анна Крылова';
const pdf = longPdf(2);

/** A letter that would like to be noticed: a picture from the network, a script, a form, styles that load; with a table as a file. */
const letter = [
  'From: =?utf-8?B?0J/QvtGB0YLQsNCy0YnQuNC6?= <post@example.com>',
  'To: anna@example.com',
  'Subject: =?utf-8?B?0J/RgNCw0LnRgS3Qu9C40YHRgg==?=',
  'Date: Mon, 02 Mar 2026 10:00:00 +0300',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<style>@import "https://outside.example/a.css"; body{background:url(https://outside.example/b.png)}</style>',
  '<p style="color:#b3261e; background:url(https://outside.example/c.png)" onclick="window.__run=1">Направляем прайс-лист</p>',
  '<img src="https://outside.example/d.png"><img src=x onerror="window.__run=1"><script>window.__run=1</script>',
  '<form action="https://outside.example"><input name=a></form><iframe src="https://outside.example/e"></iframe>',
  '<a href="javascript:window.__run=1">сюда</a><svg><image href="https://outside.example/f.png"/></svg>',
  '--b',
  'Content-Type: application/octet-stream',
  'Content-Disposition: attachment; filename="price.xlsx"',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from(writeXlsx({ Прайс: [['Щебень'], [{ value: 1_500, style: 2 }]] })).toString('base64'),
  '--b',
  'Content-Type: application/octet-stream',
  'Content-Disposition: attachment; filename="run.exe"',
  '',
  'MZ',
  '--b--',
].join('\r\n');

test('files are looked at, searched and turned without leaving the card, and a document is found by what stands inside of them', async ({
  moscow,
}) => {
  const { page } = moscow;
  const frame = new Frame(page);
  const preview = new FilePreview(page);
  const outside: string[] = [];
  page.on('request', (request) => {
    if (/outside\.example/.test(request.url())) outside.push(request.url());
  });
  await frame.enter(clerk);
  const id = await makeDocument(page, 'Файлы на просмотр');
  await frame.go(`/documents/${id}?tab=files`);
  const rows = Array.from({ length: 3_000 }, (_, row) => [`Позиция ${row + 1}`, { value: row * 100 + 0.5, style: 2 }]);
  await preview.attach([
    { name: 'правила.pdf', bytes: longPdf(60) },
    { name: 'счета.xlsx', bytes: writeXlsx({ Позиции: rows, Итоги: [['Всего'], [{ value: 46_023, style: 1 }]] }) },
    { name: 'письмо.eml', bytes: strToU8(letter) },
    { name: 'факс.pdf', bytes: faxPdf() },
    { name: 'пустышка.xlsx', bytes: zipSync({ 'a.txt': strToU8('просто архив') }) },
  ]);

  await test.step('a PDF of sixty pages draws what is in sight, and shows every place of a word', async () => {
    await preview.open('правила.pdf');
    await expect(preview.pane.getByRole('img', { name: 'Страница 1', exact: true }).locator('canvas')).toBeVisible();
    expect(await preview.pane.locator('canvas').count()).toBeLessThan(6);
    await preview.find.fill('ЩАВЕЛЬНИК');
    await expect(preview.told).toHaveText('1 из 1');
    await expect(preview.page.getByRole('textbox', { name: 'Номер страницы' })).toHaveValue('60');
    await expect(preview.pane.getByRole('img', { name: 'Страница 60', exact: true }).locator('canvas')).toBeVisible();
    await preview.find.fill('порядок  поставки');
    await expect(preview.told).toHaveText('1 из 60');
    await preview.find.press('Shift+Enter');
    await expect(preview.told).toHaveText('60 из 60');
    await preview.find.press('Enter');
    await expect(preview.told).toHaveText('1 из 60');
    await page.getByRole('textbox', { name: 'Номер страницы' }).fill('31');
    await page.keyboard.press('Enter');
    await expect(preview.pane.getByRole('img', { name: 'Страница 31', exact: true }).locator('canvas')).toBeVisible();
  });

  await test.step('a workbook shows its sheets, and of thousands of rows those in sight', async () => {
    await preview.open('счета.xlsx');
    const sheet = preview.pane.getByRole('region', { name: 'Лист Позиции' });
    await expect(sheet.getByText('Позиция 1', { exact: true })).toBeVisible();
    await expect(sheet.getByText('100,50 ₽', { exact: true })).toBeVisible();
    await preview.find.fill('позиция 2999');
    await expect(preview.told).toHaveText('1 из 1');
    await expect(sheet.getByText('Позиция 2999', { exact: true })).toBeVisible();
    await preview.find.fill('');
    await preview.pane.getByRole('tab', { name: 'Итоги' }).click();
    await expect(preview.pane.getByRole('region', { name: 'Лист Итоги' }).getByText('01.01.2026')).toBeVisible();
  });

  await test.step('a letter is read without anything of it running or loading, and its files open inside', async () => {
    await preview.open('письмо.eml');
    await expect(preview.pane.getByRole('heading', { name: 'Прайс-лист' })).toBeVisible();
    await expect(preview.pane.getByText('Направляем прайс-лист')).toHaveCSS('color', 'rgb(179, 38, 30)');
    await expect(preview.pane.getByText(/картинк.* из сети не загружен/)).toBeVisible();
    await expect(preview.pane.getByRole('button', { name: /run\.exe/ })).toBeDisabled();
    await preview.pane.getByRole('button', { name: /^price\.xlsx/ }).click();
    await expect(preview.pane.getByText('Щебень', { exact: true })).toBeVisible();
    expect(await page.evaluate(() => '__run' in window)).toBe(false);
    expect(outside).toEqual([]);
  });

  await test.step('a scan of an old fax is drawn', async () => {
    await preview.open('факс.pdf');
    const drawn = preview.pane.getByRole('img', { name: 'Страница 1', exact: true }).locator('canvas');
    const middle = () =>
      drawn.evaluate((canvas: HTMLCanvasElement) => [
        ...(canvas.getContext('2d')?.getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data ?? []),
      ]);
    await expect.poll(middle).toEqual([0, 0, 0, 255]);
    await preview.find.fill('договор');
    await expect(preview.told).toHaveText('в файле нет слов, только изображения');
  });

  await test.step('what cannot be shown says why and what to do', async () => {
    await preview.open('пустышка.xlsx');
    await expect(preview.pane.getByText(/Это не таблица XLSX/)).toBeVisible();
    await expect(preview.pane.getByRole('button', { name: 'Открыть в программе' })).toBeVisible();
  });

  await test.step('the search finds the document by a word of its file and opens it there', async () => {
    const palette = new Palette(page);
    await expect(async () => {
      await frame.go('/documents');
      await palette.open();
      await palette.input.fill('щавельником');
      await expect(palette.options.filter({ hasText: 'в файле правила.pdf' })).toBeVisible({ timeout: 2_000 });
    }).toPass({ timeout: 30_000 });
    await page.keyboard.press('Enter');
    await expect(preview.find).toHaveValue('щавельник');
    await expect(preview.told).toHaveText('1 из 1');
    await expect(preview.pane.getByRole('img', { name: 'Страница 60', exact: true }).locator('canvas')).toBeVisible();
  });
});

test('signatures lie under the file they were made over, say what they are worth, and stay with its version', async ({
  moscow,
}) => {
  const { page } = moscow;
  const frame = new Frame(page);
  const preview = new FilePreview(page);
  await frame.enter(clerk);
  const id = await makeDocument(page, 'Подписанный договор');
  await frame.go(`/documents/${id}?tab=files`);
  await preview.attach([{ name: 'договор.pdf', bytes: pdf }]);
  await preview.give([
    { name: 'договор.pdf.sig', bytes: signedBy('Соколова Марина Андреевна', pdf) },
    { name: 'ON_EMCHD_1.xml', bytes: strToU8(authorityXml) },
    { name: 'договор.pdf.sgn', bytes: strToU8('испорчено') },
  ]);
  const beside = page.getByRole('list', { name: 'Подписи к файлу договор.pdf' });
  await expect(beside.getByRole('button', { name: /Соколова Марина Андреевна\s*верна математически/ })).toBeVisible();
  await expect(beside.getByRole('button', { name: /МЧД: Соколова Марина/ })).toBeVisible();

  await test.step('a spoiled one says so', async () => {
    await beside.getByRole('button', { name: /договор\.pdf\.sgn/ }).click();
    await expect(preview.pane.getByText('Это не файл электронной подписи, хотя так назван.')).toBeVisible();
  });

  await test.step('what was checked and what was not is said of a good one', async () => {
    await beside.getByRole('button', { name: /верна математически/ }).click();
    await expect(preview.pane.getByText('165007654394')).toBeVisible();
    await expect(preview.pane.getByText('•••-•••-789 64')).toBeVisible();
    await expect(preview.pane.getByText('не отозван ли сертификат')).toBeVisible();
    await expect(
      preview.pane.getByText(/Доверенность МЧД-7 выдана этому подписавшему, в тот день действовала/),
    ).toBeVisible();
  });

  await test.step('the file inside of a signature is taken out beside it', async () => {
    await preview.give([
      { name: 'письмо.txt.p7m', bytes: signedBy('Галиев Рустам', strToU8('Просим отгрузить'), true) },
    ]);
    const dialog = page.getByRole('dialog', { name: 'К какому файлу подпись' });
    await expect(dialog.getByText('Подписанный файл внутри подписи')).toBeVisible();
    await dialog.getByRole('button', { name: 'Приложить' }).click();
    const inner = page.getByRole('list', { name: 'Подписи к файлу письмо.txt' });
    await expect(inner.getByRole('button', { name: /Галиев Рустам\s*верна математически/ })).toBeVisible();
  });

  await test.step('a signature of other bytes asks for its file and does not fit; a newer version leaves the old one signed', async () => {
    await preview.give([{ name: 'чужая.p7s', bytes: signedBy('Иванов Иван', strToU8('другое')) }]);
    const dialog = page.getByRole('dialog', { name: 'К какому файлу подпись' });
    await dialog.getByRole('combobox', { name: 'Файл' }).click();
    await page.getByRole('option', { name: 'договор.pdf', exact: true }).click();
    await dialog.getByRole('button', { name: 'Приложить' }).click();
    await expect(beside.getByRole('button', { name: /Иванов Иван\s*не подходит/ })).toBeVisible();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Что сделать с файлом договор.pdf' }).click();
    await page.getByRole('menuitem', { name: 'Новая версия' }).click();
    await (await chooser).setFiles({ name: 'договор.pdf', mimeType: '', buffer: Buffer.from(longPdf(1)) });
    await page.getByRole('dialog').getByRole('button', { name: 'Приложить' }).click();
    await expect(beside.getByRole('button', { name: /Соколова.*подписана версия 1/ })).toBeVisible();
  });
});
