import { Counterparty } from '#tests/e2e/pages/counterparty.ts';
import { Frame } from '#tests/e2e/pages/frame.ts';
import { Register } from '#tests/e2e/pages/register.ts';
import { expect, test } from '#tests/e2e/support/fixtures.ts';

const accountant = 'Павел Юдин';

test('one page per counterparty, contract and person: everything is found there, and a duplicate is merged away', async ({
  moscow,
}) => {
  const { page } = moscow;
  const frame = new Frame(page);
  const party = new Counterparty(page);
  const register = new Register(page);
  await frame.enter(accountant);

  // Somebody has entered a company a second time.
  await frame.go('/contracts');
  await register.openRow(/Зарегистрирован|На исполнении/);
  const contract = page.url().split('#')[1] ?? '';
  const company = page
    .getByRole('main')
    .locator('header')
    .getByRole('link', { name: /, (ООО|АО)$/ });
  const known = ((await company.textContent()) ?? '').trim();
  await company.click();
  await expect(party.title).toContainText(known);
  const kept = page.url().split('#')[1] ?? '';
  const inn = (await page.getByRole('region', { name: 'Реквизиты' }).locator('dd').first().innerText()).slice(0, 10);
  await frame.go('/counterparties/new');
  await party.fill({ Название: 'Записано второй раз', ИНН: inn, Телефон: '+7 495 777-00-11' });
  await party.save();
  await expect(party.title).toContainText('Записано второй раз');
  const double = page.url().split('#')[1] ?? '';

  // The two are compared, the phone is taken from the newer one, and one record is left.
  await frame.go('/counterparties');
  await page.getByRole('tab', { name: /^Возможные дубли/ }).click();
  await page
    .getByRole('row', { name: /Записано второй раз/ })
    .getByRole('link', { name: /Сравнить/ })
    .click();
  await expect(page.getByRole('table', { name: 'Объединение контрагентов' })).toContainText('Останется эта карточка');
  await page.getByRole('radio', { name: 'Телефон: +7 495 777-00-11' }).check();
  await page.getByRole('button', { name: 'Объединить', exact: true }).click();
  await expect(party.title).toContainText(known);
  await expect(page.getByRole('link', { name: '+7 495 777-00-11' })).toBeVisible();

  // The old address leads to the record that stands, with a word about it.
  await page.evaluate((to) => window.location.assign(to), `#${double}`);
  await expect(page.getByText(/^Вы открыли «?Записано второй раз/)).toBeVisible();
  await expect(party.title).toContainText(known);
  expect(page.url()).toContain(kept);

  // Everything together; a figure leads to the documents it is made of.
  await page.getByRole('tab', { name: 'Всё вместе' }).click();
  const timeline = page.getByRole('region', { name: 'Лента' });
  await expect(timeline.locator(`a[href="#${contract}"]`)).toBeVisible();
  await timeline.getByRole('button', { name: 'Договоры' }).click();
  await expect(timeline.locator(`a[href="#${contract}"]`)).toBeVisible();
  await page.getByRole('region', { name: 'Кто ведёт' }).getByRole('link').first().click();
  await expect(page.getByRole('complementary', { name: 'Сведения' })).toContainText('Должность');
  await expect(page.getByRole('region', { name: 'Лента' }).getByRole('listitem').first()).toBeVisible();
  await page.goBack();

  // A link said once is seen from both sides, and the picture is walked by arrows.
  await frame.go(`${contract}?tab=links`);
  await page.getByRole('button', { name: 'Добавить связь' }).click();
  const dialog = page.getByRole('dialog', { name: 'Связь с документом' });
  await dialog.getByRole('textbox', { name: 'Найти документ' }).fill('счёт');
  await dialog.getByRole('radio').first().check({ force: true });
  await dialog.getByLabel('Чем он приходится этому документу').first().click();
  await page.getByRole('option', { name: 'Исполнение', exact: true }).click();
  await dialog.getByRole('button', { name: 'Связать' }).click();
  const picture = page.getByRole('region', { name: 'Картина связей' }).last();
  const own = picture.locator('a[aria-current="true"]');
  await expect(own).toBeVisible();
  await expect(picture.getByRole('link')).not.toHaveCount(1);
  await own.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(new RegExp(contract));
  await page.getByRole('tab', { name: 'Связи' }).click();
  await expect(
    page.getByRole('table', { name: 'Связанные документы' }).getByRole('row', { name: /Основание/ }),
  ).toBeVisible();

  // In English the pages have no Russian words of their own.
  await frame.speak('en');
  await frame.go(`${kept}?tab=together`);
  for (const name of ['Balance', 'Waiting for a decision', 'Due soon', 'Who handles it', 'Timeline'])
    await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
});
