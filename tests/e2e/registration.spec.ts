import { makeDocument } from '#tests/e2e/pages/deeds.ts';
import { DocumentCard } from '#tests/e2e/pages/document-card.ts';
import { Frame } from '#tests/e2e/pages/frame.ts';
import { expect, test } from '#tests/e2e/support/fixtures.ts';

const clerk = 'Алия Гизатуллина';
const ownNumber = /^ВХ-КЗН\/\d{4}-\d{5}$/;

test('a letter is registered without a link: its number stands before, holds at once, and is taken back with a reason', async ({
  kazan,
}) => {
  const { page, network } = kazan;
  const frame = new Frame(page);
  const card = new DocumentCard(page);
  await frame.enter(clerk);
  await makeDocument(page, 'Запрос о наличии склада');
  await card.expectReceipt(/принято центром/);
  const dialog = page.getByRole('dialog', { name: 'Регистрация' });
  const number = dialog.getByRole('status');
  // The workstation has asked for numbers by itself.
  await expect(async () => {
    await page.keyboard.press('KeyN');
    await expect(number)
      .toContainText('ВХ-КЗН/', { timeout: 1_000 })
      .finally(() => page.keyboard.press('Escape'));
  }).toPass();

  network.cut();
  await expect(frame.online).toBeHidden();
  await expect(dialog).toBeHidden();
  await page.keyboard.press('KeyN');
  const shown = ((await number.textContent()) ?? '').match(/ВХ-КЗН\/\d{4}-\d{5}/)?.[0] ?? '';
  expect(shown).toMatch(ownNumber);
  await dialog.getByLabel('Дело').click();
  await page.getByRole('option', { name: /Переписка с контрагентами/ }).click();
  await dialog.getByRole('button', { name: 'Зарегистрировать' }).click();

  await expect(frame.toasts.getByText('Документ зарегистрирован')).toBeVisible();
  await card.expectReceipt(/в исходящих, ждёт связи/);
  await page.setViewportSize({ width: 1600, height: 900 });
  const side = page.getByRole('complementary', { name: 'Квитанция' });
  await expect(side).toContainText('центр ещё не знает');
  network.heal();
  await card.expectReceipt(/принято центром/);
  await expect(side).not.toContainText('центр ещё не знает');
  await expect(side).toContainText(shown.slice(0, -5));

  await side.getByRole('button', { name: 'Отменить регистрацию' }).click();
  await page.getByLabel('Причина').fill('Не наше письмо');
  await page.getByRole('dialog').getByRole('button', { name: 'Отменить регистрацию' }).click();
  await expect(side).toContainText('Не наше письмо');
  await expect(page.getByRole('button', { name: 'Зарегистрировать' })).toBeVisible();
});
