import { makeDocument } from '#tests/e2e/pages/deeds.ts';
import { DocumentCard } from '#tests/e2e/pages/document-card.ts';
import { Frame } from '#tests/e2e/pages/frame.ts';
import { Palette } from '#tests/e2e/pages/palette.ts';
import { SearchRoom } from '#tests/e2e/pages/search.ts';
import { expect, test } from '#tests/e2e/support/fixtures.ts';

test('everything is found from one line: by words of several places, narrowed by facets, opened at the hit, kept under a name', async ({
  kazan,
}) => {
  const { page } = kazan;
  const { keyboard } = page;
  const frame = new Frame(page);
  const card = new DocumentCard(page);
  const palette = new Palette(page);
  const room = new SearchRoom(page);
  await frame.enter('Алия Гизатуллина');
  await makeDocument(page, 'О калибровке осциллографов');
  await card.tab('Обсуждение');
  await card.message.fill('Поверитель осциллографов приедет в пятницу');
  await card.message.press('Control+Enter');
  await makeDocument(page, 'Осциллограф списан');

  // From the palette to everything that the words find, by the keyboard alone.
  await palette.open();
  await keyboard.type('осциллографы');
  await expect(palette.options.filter({ hasText: 'Все результаты' })).toBeVisible();
  await keyboard.press('Control+Shift+F');
  await room.expectFound(2);
  await expect(room.results.first().locator('mark')).toHaveText(/осциллограф/i);

  // Words that stand in the fields and in the discussion belong to one record.
  await room.field.fill('осциллограф поверители');
  await room.expectFound(1);
  await expect(room.results).toContainText(['Обсуждение: Поверитель осциллографов']);
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await expect(card.title).toContainText('О калибровке осциллографов');
  await expect(page.getByText('Поверитель осциллографов приедет в пятницу')).toBeVisible();
  await page.goBack();
  await room.expectFound(1);

  // A part can be left out; a facet narrows and takes itself back.
  await room.parts.getByRole('button', { name: /поверители/ }).click();
  await room.expectFound(2);
  await room.value('Обсуждение').check();
  await room.expectFound(1);
  await page.getByRole('button', { name: 'Снять уточнения' }).click();
  await room.expectFound(2);

  await page.getByRole('button', { name: 'Сохранить поиск' }).click();
  await page.getByRole('textbox', { name: 'Название поиска' }).fill('Приборы');
  await keyboard.press('Enter');
  await expect(frame.toasts.getByText('Поиск сохранён')).toBeVisible();
  await room.field.fill('');
  await page.getByRole('button', { name: 'Приборы', exact: true }).click();
  await room.expectFound(2);
  await room.field.fill('');
  await expect(page.getByRole('button', { name: 'осциллограф поверители' })).toBeVisible();
  await page.getByRole('button', { name: 'Забыть недавние' }).click();
  await expect(page.getByRole('button', { name: 'осциллограф поверители' })).toBeHidden();
});
