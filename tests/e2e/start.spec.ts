import { Frame } from '#tests/e2e/pages/frame.ts';
import { Login } from '#tests/e2e/pages/login.ts';
import { Register } from '#tests/e2e/pages/register.ts';
import { expect, test } from '#tests/e2e/support/fixtures.ts';

const clerk = 'Алия Гизатуллина';
const lawyer = 'Олег Басов';

test('a demo account opens the filled register in one click; a reload and a killed program come back to it', async ({
  moscow,
}) => {
  const { page } = moscow;
  const frame = new Frame(page);
  const register = new Register(page);
  await new Login(page).person(clerk).click();
  await expect(frame.person).toContainText(clerk);
  await expect(register.tab(/^Казань/)).toHaveAttribute('aria-selected', 'true');
  await expect(register.rows.nth(9)).toBeVisible();
  await expect(frame.online).toBeVisible();
  expect(await register.shown()).toBeGreaterThan(20);

  await page.reload();
  await expect(frame.person).toContainText(clerk);
  await expect(register.rows.nth(9)).toBeVisible();

  await moscow.restart();
  await expect(frame.person).toContainText(clerk);
  await expect(register.rows.nth(9)).toBeVisible();
});

test('a locked window shows nothing of the work, and opens again where it was', async ({ moscow }) => {
  const { page } = moscow;
  const frame = new Frame(page);
  const login = new Login(page);
  await frame.enter(clerk);
  await expect(new Register(page).rows.first()).toBeVisible();

  await page.keyboard.press('Control+L');
  await expect(login.locked).toBeVisible();
  await expect(page.getByText(clerk)).toBeVisible();
  await expect(page.getByRole('grid')).toBeHidden();
  await page.reload();
  await expect(login.locked).toBeVisible();

  await login.unlock.click();
  await expect(new Register(page).rows.first()).toBeVisible();
});

test('signing out leads to the people; a wrong password is told in words and keeps what was typed', async ({
  moscow,
}) => {
  const { page } = moscow;
  const frame = new Frame(page);
  const login = new Login(page);
  await frame.enter(clerk);
  await frame.choose('Выйти');
  await expect(login.person(lawyer)).toBeVisible();

  await login.byPassword('basov', 'не тот пароль');
  await expect(login.alert).toHaveText('Логин или пароль не подходит. Проверьте раскладку и Caps Lock.');
  await expect(login.login).toHaveValue('basov');

  await login.byPassword('basov', 'opora-demo');
  await expect(frame.person).toContainText(lawyer);
  await expect(new Register(page).rows.first()).toBeVisible();
});

test('language and looks are chosen once and remembered by the workstation', async ({ moscow }) => {
  const { page } = moscow;
  const frame = new Frame(page);
  await frame.enter(clerk);
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();

  await frame.choose('English');
  await expect(page.getByRole('heading', { name: 'Documents' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await frame.choose('Dark');
  await expect.poll(background).not.toBe(light);
  const dark = await background();

  await page.reload();
  await expect(page.getByRole('heading', { name: 'Documents' })).toBeVisible();
  expect(await background()).toBe(dark);

  await moscow.restart();
  await expect(page.getByRole('heading', { name: 'Documents' })).toBeVisible();
  expect(await background()).toBe(dark);

  await frame.choose('Русский');
  await frame.choose('Светлое');
  await expect(page.getByRole('heading', { name: 'Документы' })).toBeVisible();
  await expect.poll(background).toBe(light);
});

test('without a network those who have worked here come in, others are told why not', async ({ moscow }) => {
  const { page, network } = moscow;
  const frame = new Frame(page);
  const login = new Login(page);
  await frame.enter(clerk);
  network.cut();
  await moscow.restart();
  await expect(frame.person).toContainText(clerk);
  await expect(new Register(page).rows.first()).toBeVisible();
  await expect(frame.statusBar.getByText('работа продолжается')).toBeVisible();

  await frame.choose('Выйти');
  await login.byPassword('panov', 'opora-demo');
  await expect(login.alert).toContainText('Без связи войдут только те, кто уже работал на этом компьютере.');
  await login.byPassword('gizatullina', 'opora-demo');
  await expect(frame.person).toContainText(clerk);
});

test('a cut network is shown, and its return within three seconds', async ({ moscow }) => {
  const { page, network } = moscow;
  const frame = new Frame(page);
  await frame.enter(clerk);
  await expect(frame.online).toBeVisible();
  network.cut();
  await expect(frame.online).toBeHidden();
  await expect(frame.statusBar.getByText('работа продолжается')).toBeVisible();
  network.heal();
  // Probing notices the way back within 3 seconds; half a second is left to the machine of the test.
  await expect(frame.online).toBeVisible({ timeout: 3_500 });
});

test('the demo can cut its own network', async ({ moscow }) => {
  const { page } = moscow;
  const frame = new Frame(page);
  await frame.enter(clerk);
  const cut = page.getByRole('switch', { name: 'Отключить сеть' });
  await cut.click({ force: true });
  await expect(cut).toBeChecked();
  await expect(frame.statusBar.getByText(/Сеть отключена с \d\d:\d\d/)).toBeVisible();
  await cut.click({ force: true });
  await expect(frame.online).toBeVisible({ timeout: 3_500 });
});
