import { enterCounterparties } from '#tests/e2e/pages/counterparty.ts';
import { expect, test } from '#tests/e2e/support/fixtures.ts';
import { accountOf, innOf } from '#tests/fixtures/formats/requisites.ts';

const accountant = 'Павел Юдин';
const inn = innOf('166012345');
const wrongInn = inn.slice(0, 9) + String((Number(inn[9]) + 1) % 10);
const bik = '049205603';

test('a wrong ИНН is told in a sentence and keeps what was typed; the right one is saved and accepted', async ({
  moscow,
}) => {
  const { page, frame, party } = await enterCounterparties(moscow.page, accountant);
  await frame.go('/counterparties');
  await page.getByRole('button', { name: 'Создать контрагента' }).click();
  await party.fill({ Название: 'Заречные мельницы', 'Правовая форма': 'ООО', ИНН: wrongInn, КПП: '166001001' });
  await expect(
    page.getByText(`Контрольная цифра не сходится. Проверьте номер: в конце ожидалось ${inn[9]}.`),
  ).toBeVisible();
  await party.save();
  await expect(party.field('ИНН')).toBeFocused();
  await expect(party.field('ИНН')).toHaveValue(wrongInn);
  await party.fill({ ИНН: inn });
  await party.save();

  await expect(party.title).toContainText('Заречные мельницы, ООО');
  await expect(party.title.getByRole('button', { name: /принято центром/ })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Реквизиты' }).getByText('проверен')).toHaveCount(2);
});

test('the same ИНН again is flagged while typing and on the card, and is not refused', async ({ moscow }) => {
  const { page, frame, party } = await enterCounterparties(moscow.page, accountant);
  await frame.go('/counterparties/new');
  await party.fill({ Название: 'Заречные мельницы, склад', ИНН: inn, КПП: '166001001' });
  await expect(page.getByText('Тот же ИНН ещё у 1 записи')).toBeVisible();
  await expect(page.getByText('Сохранить можно: запись будет отмечена как возможный дубль.')).toBeVisible();
  await party.save();
  await expect(party.title).toContainText('Заречные мельницы, склад');
  await expect(page.getByText('Тот же ИНН ещё у 1 записи')).toBeVisible();

  await frame.go('/counterparties');
  await page.getByRole('tab', { name: /^Возможные дубли/ }).click();
  await expect(page.getByRole('row', { name: /Заречные мельницы, склад/ })).toBeVisible();
});

test('an account with a wrong key is refused in words; with the right one it stands on the card', async ({
  moscow,
}) => {
  const right = accountOf('40702', bik, 4321);
  const wrong = `${right.slice(0, 8)}${(Number(right[8]) + 1) % 10}${right.slice(9)}`;
  const { frame, party, register } = await enterCounterparties(moscow.page, accountant);
  await frame.go('/counterparties');
  await register.search('мельница');
  await register.openRow('Заречные мельницы, ООО');
  await party.accounts.getByRole('button', { name: 'Добавить счёт' }).click();
  await party.fillAccount({ 'Расчётный счёт': wrong, БИК: bik });
  await party.saveAccount();
  await expect(party.accountDialog).toContainText('Ключ счёта не сходится с БИК. Сверьте обе строки с документом.');
  await party.fillAccount({ 'Расчётный счёт': right });
  await party.saveAccount();
  await expect(party.accountDialog).toBeHidden();
  const line = party.accounts.getByRole('listitem');
  await expect(line).toHaveCount(1);
  await expect(line).toContainText('ключ сходится');

  await party.accounts.getByRole('button', { name: 'Добавить счёт' }).click();
  await party.fillAccount({ 'Расчётный счёт': right, БИК: bik });
  await party.saveAccount();
  await expect(party.accountDialog).toContainText('Такой счёт с этим БИК у контрагента уже есть.');
});

test('a counterparty is found by a form of its name and by ИНН, and its card holds its documents', async ({
  moscow,
}) => {
  const { page, frame, party, register } = await enterCounterparties(moscow.page, accountant);
  await frame.go('/counterparties');
  await register.search('булгар');
  await register.openRow(/Булгар/);
  await expect(party.title).toContainText('Булгар');
  const ofCard = page
    .getByRole('region', { name: 'Реквизиты' })
    .getByText(/^\d{10}/)
    .first();
  const number = /\d{10}/.exec(await ofCard.innerText())?.[0] ?? 'none';
  await page.getByRole('tab', { name: /^Документы/ }).click();
  await expect(page.getByRole('tabpanel', { name: 'Документы' }).getByRole('link').first()).toBeVisible();

  await frame.go('/counterparties');
  await register.search(number);
  await register.expectShown(1);
  await expect(register.rows).toHaveText([/Булгар/]);
});

test('a double press opens the row that stood under the first press, though the list turns over between the two', async ({
  moscow,
}) => {
  const { page, frame, party, register } = await enterCounterparties(moscow.page, accountant);
  await frame.go('/counterparties');
  await expect(register.header('ИНН')).toBeVisible();
  await register.settled();
  const second = register.grid.locator('[role="row"][row-index="1"][row-id]');
  const aimed = await second.getAttribute('row-id');
  const box = await second.boundingBox();
  await page.mouse.move((box?.x ?? 0) + 100, (box?.y ?? 0) + 10);
  await page.mouse.down({ clickCount: 1 });
  await page.mouse.up({ clickCount: 1 });
  await register
    .header('Название')
    .getByRole('button')
    .evaluate((button: HTMLElement) => button.click());
  await expect(register.header('Название')).toHaveAttribute('aria-sort', 'descending');
  await register.settled();
  await expect(second).not.toHaveAttribute('row-id', aimed ?? '');
  await page.mouse.down({ clickCount: 2 });
  await page.mouse.up({ clickCount: 2 });
  await expect(page).toHaveURL(new RegExp(`/counterparties/${aimed}`));
  await expect(party.title).toBeVisible();
});
