import { Frame } from '#tests/e2e/pages/frame.ts';
import { Register } from '#tests/e2e/pages/register.ts';
import { RegisterTools } from '#tests/e2e/pages/register-tools.ts';
import { expect, test } from '#tests/e2e/support/fixtures.ts';

test('a filter is built and saved as a view, its documents are put into groups, changed at once, taken back, exported', async ({
  kazan,
}) => {
  const { page } = kazan;
  const register = new Register(page);
  const tools = new RegisterTools(page);
  await new Frame(page).enter('Алия Гизатуллина');
  await register.open(/^Все/);

  // The builder tells the fault at the condition, and counts what the conditions find before they are applied.
  await page.keyboard.press('Shift+F');
  await tools.add('Условие');
  await tools.press('Показать');
  await expect(tools.line('1').getByText('Укажите значение')).toBeVisible();
  await tools.choose(tools.line('1').getByLabel('Поле'), 'Состояние');
  await tools.choose(tools.line('1').getByLabel('Значения').first(), 'Исполнен', 'Согласование');
  await page.keyboard.press('Tab');
  await tools.add('Группа условий');
  await tools.choose(tools.line('2.1').getByLabel('Поле'), 'Сумма');
  await tools.choose(tools.line('2.1').getByLabel('Как сравнить'), 'не заполнено');
  await tools.dialog.getByRole('button', { name: 'Условие', exact: true }).first().click();
  await tools.choose(tools.line('2.2').getByLabel('Поле'), 'Сумма');
  await tools.line('2.2').getByLabel('От').fill('10000');
  await expect(tools.found).toHaveText(/Подходит\s*\d+/);
  // What was counted before the last condition stands until the new count is there.
  let found = -1;
  const counted = async (): Promise<boolean> => {
    const before = found;
    found = Number((await tools.found.innerText()).replace(/\D/g, ''));
    return found === before;
  };
  await expect.poll(counted, { intervals: [500] }).toBe(true);
  expect(found).toBeGreaterThan(3);
  await tools.press('Показать');
  await register.expectShown(found);

  await tools.groupBy('По состояниям');
  await tools.saveAs('На проверку');
  await page.reload();
  await register.tab(/На проверку/).click();
  await register.expectShown(found);
  await expect(tools.bands).toHaveCount(2);
  const done = await tools.countOf('Исполнен');
  expect(done + (await tools.countOf('Согласование'))).toBe(found);

  // What is agreed keeps its state until the round is over: the preview says so before anything changes.
  await page.keyboard.press('KeyJ');
  await page.keyboard.press('Control+A');
  await page.getByRole('toolbar').getByRole('button', { name: 'Изменить' }).click();
  await tools.choose(tools.dialog.getByLabel('Состояние'), 'Ждёт ответа');
  await tools.press('Проверить');
  await expect(tools.dialog.getByText('Нельзя изменить')).toBeVisible();
  const [changes, same, refused] = await tools.preview();
  expect([changes + refused, same]).toEqual([found, 0]);
  expect(Math.min(changes, refused)).toBeGreaterThan(0);
  await tools.press(/^Изменить \d/);
  await register.expectShown(refused);
  await page.getByRole('button', { name: 'Отменить' }).click();
  await register.expectShown(found);

  expect(await tools.exportCsv()).toHaveLength(found + 1);
});
