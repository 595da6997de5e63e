import { makeDocument } from '#tests/e2e/pages/deeds.ts';
import { DocumentCard } from '#tests/e2e/pages/document-card.ts';
import { DocumentForm } from '#tests/e2e/pages/document-form.ts';
import { Frame } from '#tests/e2e/pages/frame.ts';
import { Palette } from '#tests/e2e/pages/palette.ts';
import { Register } from '#tests/e2e/pages/register.ts';
import { expect, test } from '#tests/e2e/support/fixtures.ts';

const clerk = 'Алия Гизатуллина';
const scan = { name: 'скан письма.txt', mimeType: 'text/plain', buffer: Buffer.from('Просим поставить насосы.') };

test('by the keyboard alone: created, filled in, a file attached, saved, «принято центром» seen', async ({ kazan }) => {
  const { page } = kazan;
  const frame = new Frame(page);
  const register = new Register(page);
  const form = new DocumentForm(page);
  const card = new DocumentCard(page);
  const { keyboard } = page;
  await frame.enter(clerk);
  await expect(register.rows.first()).toBeVisible();

  await keyboard.press('KeyC');
  await keyboard.press('Digit1');
  await expect(form.title).toHaveText('Новый входящий документ');
  await frame.tabTo(form.number);
  await keyboard.type('ВХ-КЗН/2026-90001');
  await frame.tabTo(form.subject);
  await keyboard.type('О поставке насосов для котельной');
  await frame.tabTo(form.counterparty);
  await keyboard.type('Булгар');
  await expect(page.getByRole('option', { name: /Булгар/ }).first()).toBeVisible();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(form.counterparty).toHaveValue(/Булгар/);
  await frame.tabTo(form.amount);
  await keyboard.type('1234567,89');
  await frame.tabTo(form.addFiles);
  const chooser = page.waitForEvent('filechooser');
  await keyboard.press('Enter');
  await (await chooser).setFiles(scan);
  await expect(form.form.getByText(scan.name)).toBeVisible();
  await keyboard.press('Control+S');

  await expect(card.title).toContainText('О поставке насосов для котельной');
  await card.expectReceipt(/принято центром, файлы сверены/);
  await expect(card.value('Сумма')).toHaveText('1 234 567,89 ₽');
  await expect(card.value('Контрагент')).toContainText('Булгар');

  await keyboard.press('Escape');
  const row = register.row('90001');
  await expect(row).toBeVisible();
  await expect(register.receipt(row)).toHaveAccessibleName(/принято центром/);
});

test('an edit is told in the history: who, what it was and became, at which workstation, and that the centre knows', async ({
  kazan,
}) => {
  const { page, network } = kazan;
  const frame = new Frame(page);
  const form = new DocumentForm(page);
  const card = new DocumentCard(page);
  await frame.enter(clerk);
  await makeDocument(page, 'О замене счётчика');
  await card.expectReceipt(/принято центром/);

  network.cut();
  await expect(frame.online).toBeHidden();
  await page.keyboard.press('KeyE');
  await form.subject.fill('О замене счётчика воды');
  await page.keyboard.press('Control+S');
  await expect(frame.toasts.getByText('Сохранено без связи')).toBeVisible();
  await expect(card.title).toContainText('О замене счётчика воды');
  await card.expectReceipt(/в исходящих, ждёт связи/);

  await card.tab('История');
  const line = card.history.getByRole('listitem').filter({ hasText: 'Изменены поля' }).first();
  await expect(line).toContainText(clerk);
  await expect(line).toContainText('О замене счётчика → О замене счётчика воды');
  await expect(line).toContainText(/рабочее место .+ \(kazan\)/);
  await expect(line).toContainText('центр ещё не знает');
  network.heal();
  await expect(line).not.toContainText('центр ещё не знает');
  await card.expectReceipt(/принято центром/);
});

test('a document goes to the archive at once and comes back by undo, or later from its card', async ({ kazan }) => {
  const { page } = kazan;
  const frame = new Frame(page);
  const register = new Register(page);
  const card = new DocumentCard(page);
  await frame.enter(clerk);
  await makeDocument(page, 'О вывозе старой мебели');
  await card.archive.click();
  await expect(card.restore).toBeVisible();
  await expect(card.edit).toBeHidden();
  await page.keyboard.press('KeyZ');
  await expect(card.archive).toBeVisible();

  await card.archive.click();
  await expect(card.restore).toBeVisible();
  await frame.go('/documents');
  await expect(register.rows.first()).toBeVisible();
  await register.open(/^Казань/);
  await expect(register.row('О вывозе старой мебели')).toBeHidden();
  await register.offer(/в архиве/);
  await register.openRow('О вывозе старой мебели');
  await card.restore.click();
  await expect(card.edit).toBeVisible();
});

test('a message stands in the discussion and is found by another form of its word, in the list and in the palette', async ({
  kazan,
}) => {
  const { page } = kazan;
  const frame = new Frame(page);
  const register = new Register(page);
  const card = new DocumentCard(page);
  const palette = new Palette(page);
  await frame.enter(clerk);
  await makeDocument(page, 'Об испытаниях трансформатора');
  await card.tab('Обсуждение');
  await card.message.fill('Протоколы лежат у метролога');
  await card.message.press('Control+Enter');
  await expect(page.getByRole('region', { name: 'Обсуждение' }).getByRole('listitem')).toContainText([
    'Протоколы лежат у метролога',
  ]);

  await frame.go('/documents');
  await register.open(/^Все/);
  await page.keyboard.press('Slash');
  await expect(register.find).toBeFocused();
  for (const words of ['трансформаторы', 'испытанию', 'метрологами']) {
    await register.search(words);
    await register.expectShown(1);
    await expect(register.row('Об испытаниях трансформатора')).toBeVisible();
  }
  await register.find.fill('трансформеры');
  await expect(page.getByText('По отбору ничего нет')).toBeVisible();
  await register.find.press('Escape');

  // A dialog that fades away keeps no key to itself.
  await palette.open();
  await page.keyboard.press('Escape');
  await palette.open();
  await page.keyboard.type('трансформаторов');
  const hit = palette.options.filter({ hasText: 'Об испытаниях' });
  await expect(hit).toBeVisible();
  await expect(hit.locator('mark')).toHaveText(/трансформатора/);
  await page.keyboard.press('Enter');
  await expect(card.title).toContainText('Об испытаниях трансформатора');
});

test('the list is sorted and filtered, and what is set stays as a view of its own', async ({ kazan }) => {
  const { page } = kazan;
  const frame = new Frame(page);
  const register = new Register(page);
  await frame.enter(clerk);
  await register.open(/^Все/);
  const all = await register.shown();

  const amount = register.header('Сумма, ₽');
  await register.sort('Сумма, ₽', 'ascending');
  await register.sort('Сумма, ₽', 'descending');
  const sums = async () =>
    (await register.rows.locator('[col-id="amount"]').allInnerTexts()).map((text) =>
      Number(text.replace(/\s/g, '').replace(',', '.')),
    );
  await expect.poll(async () => isDescending(await sums())).toBe(true);
  expect((await sums())[0]).toBeGreaterThan(0);

  await register.offer('Вид');
  await page.getByRole('checkbox', { name: 'Договор', exact: true }).check();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Вид Договор', exact: true })).toBeVisible();
  await expect.poll(() => register.shown()).toBeLessThan(all);
  const contracts = await register.shown();
  expect(contracts).toBeGreaterThan(0);

  await page.getByRole('button', { name: 'Сохранить отбор' }).click();
  await page.getByRole('textbox', { name: 'Название отбора' }).fill('Договоры по сумме');
  await page.keyboard.press('Enter');
  const view = register.tab(/^Договоры по сумме/);
  await expect(view).toHaveAttribute('aria-selected', 'true');
  await page.reload();
  await view.click();
  await register.expectShown(contracts);
  await expect(amount).toHaveAttribute('aria-sort', 'descending');

  await page.getByRole('button', { name: 'Убрать: Вид Договор' }).click();
  await register.expectShown(all);
  await page.getByRole('button', { name: 'Сбросить' }).click();
  await register.expectShown(contracts);
});

test('arrows, Space and Enter lead through the list; the preview shows the document under the cursor', async ({
  kazan,
}) => {
  const { page } = kazan;
  const frame = new Frame(page);
  const register = new Register(page);
  await frame.enter(clerk);
  await register.open(/^Все/);
  await expect(register.rows.first()).toBeVisible();
  const third = register.grid.locator('[role="row"][row-index="2"]');
  const subject = await third.locator('[col-id="subject"]').innerText();
  await page.keyboard.press('KeyJ');
  await page.keyboard.press('ArrowDown');
  await expect(register.preview.getByRole('heading')).toHaveText(subject);
  await page.keyboard.press('Space');
  await expect(register.preview).toBeHidden();
  await page.keyboard.press('Space');
  await expect(register.preview).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(new DocumentCard(page).title).toContainText(subject);
  await page.keyboard.press('Escape');
  await expect(register.preview.getByRole('heading')).toHaveText(subject);
});

test('what was typed and not saved survives a power cut', async ({ kazan }) => {
  const { page } = kazan;
  const frame = new Frame(page);
  const form = new DocumentForm(page);
  await frame.enter(clerk);
  await frame.go('/documents/new/internal');
  await form.subject.fill('Служебная записка, набранная наполовину');
  await expect(page.getByText(/Набранное сохранено как черновик/)).toBeVisible();
  await kazan.restart();
  await expect(frame.person).toContainText(clerk);
  await frame.go('/documents/new/internal');
  await expect(form.subject).toHaveValue('Служебная записка, набранная наполовину');
  await page.getByRole('button', { name: 'Начать заново' }).click();
  await expect(form.subject).toHaveValue('');
});

const isDescending = (values: readonly number[]): boolean =>
  values.length > 5 && values.every((value, place) => place === 0 || value <= (values[place - 1] ?? 0));
