import { Administration, fromAmount } from '#tests/e2e/pages/administration.ts';
import { ContractCard, choose } from '#tests/e2e/pages/contract-card.ts';
import { Frame } from '#tests/e2e/pages/frame.ts';
import { Login } from '#tests/e2e/pages/login.ts';
import { dayFrom, makePaper, peopleOf } from '#tests/e2e/support/company.ts';
import { expect, test } from '#tests/e2e/support/fixtures.ts';

const administrator = 'Игорь Лапин';
const branchDirectors = ['Ильдар Валеев', 'Артём Белов', 'Виктор Орлов'] as const;

test('a route built by hand is proposed for the contracts it is for, with the steps that their amount needs', async ({
  moscow,
  kazan,
  backstage,
}) => {
  await backstage.enter('basov');
  const { branch, person } = await peopleOf(backstage);
  const contract = (subject: string, amount: number) =>
    makePaper(backstage, {
      kind: 'contract',
      subject,
      amount,
      branchId: branch('МСК'),
      responsibleId: person('basov'),
    });
  const large = { subject: 'Строительство склада в Химках', amount: 1_200_000_000 };
  const middle = { subject: 'Ремонт склада в Химках', amount: 600_000_000 };
  const small = { subject: 'Покраска склада в Химках', amount: 100_000_000 };
  const ids = new Map<object, string>();
  for (const one of [large, middle, small]) ids.set(one, await contract(one.subject, one.amount));
  await backstage.settled();

  const { page } = moscow;
  const frame = new Frame(page);
  const admin = new Administration(page);
  await frame.enter(administrator);
  await admin.open('routes');
  await page.getByRole('button', { name: 'Новый маршрут' }).click();
  await page.getByRole('button', { name: 'Сохранить маршрут' }).click();
  await expect(page.getByText('Заполните поле').first()).toBeVisible();
  await page.getByRole('textbox', { name: 'Название маршрута' }).fill('Крупные договоры');
  await admin.conditions.getByRole('button', { name: 'Вид документа' }).click();
  await fromAmount(admin.conditions, '5000000');
  const directors = admin.step(1);
  await directors.name('Директора филиалов');
  await directors.ask(...branchDirectors);
  // All of them are seen: the field grows with its values.
  for (const name of branchDirectors) await expect(directors.card.getByText(name)).toBeInViewport();
  await choose(directors.card.getByRole('combobox', { name: 'Как считать' }), 'Нужно несколько');
  await expect(directors.card.getByRole('textbox', { name: 'Сколько решений' })).toHaveValue('2');
  await directors.deadline(8);
  await page.getByRole('button', { name: 'Добавить этап' }).click();
  const final = admin.step(2);
  await final.name('Утверждение');
  await final.ask('Михаил Ярцев');
  await final.deadline(4);
  await fromAmount(final.conditions, '10000000');
  await page.getByRole('button', { name: 'Сохранить маршрут' }).click();
  await expect(admin.row('Крупные договоры')).toContainText('Директора филиалов → Утверждение');
  await expect(admin.row('Крупные договоры')).toContainText('сумма от 5 000 000,00 ₽');
  // The first route that fits is proposed: the special one is put before the general one.
  const place = async (route: RegExp): Promise<number> =>
    (await admin.rows.allInnerTexts()).findIndex((text) => route.test(text));
  for (let at = await place(/^Крупные договоры/); at > (await place(/^Договоры/)); at -= 1) {
    await page.getByRole('button', { name: 'Выше: Крупные договоры' }).click();
    await expect.poll(() => place(/^Крупные договоры/)).toBe(at - 1);
  }
  await page.getByRole('button', { name: 'История: Крупные договоры' }).click();
  await expect(page.getByRole('dialog').getByRole('listitem')).toContainText([administrator]);
  await page.keyboard.press('Escape');
  await expect(frame.outbox).toHaveText('исходящие пусты');

  const card = new ContractCard(kazan.page);
  await new Frame(kazan.page).enter('Олег Басов');
  const dialog = card.dialog('Отправить на согласование');
  const order = dialog.getByRole('region', { name: 'Кто и в каком порядке' });
  const look = async (one: { subject: string }): Promise<void> => {
    await new Frame(kazan.page).go(`/documents/${ids.get(one)}`);
    // The contract that was open before stays, whole and with its buttons, until this one is there.
    await expect(card.title).toContainText(one.subject);
    await card.button('Отправить на согласование').click();
  };
  await look(large);
  const route = dialog.getByRole('combobox', { name: 'Маршрут' });
  await expect(route).toHaveValue('Крупные договоры, подходит документу');
  await expect(order.getByRole('listitem')).toHaveCount(2);
  await expect(order).toContainText('2 из 3');
  await expect(order).toContainText('Этап 2. Утверждение');
  await dialog.getByRole('button', { name: 'Отмена' }).click();
  await look(middle);
  await expect(route).toHaveValue('Крупные договоры, подходит документу');
  await expect(order.getByRole('listitem')).toHaveCount(1);
  await dialog.getByRole('button', { name: 'Отмена' }).click();
  await look(small);
  await expect(route).toHaveValue('Договоры, подходит документу');
});

test('who goes away names a substitute, but not one who is away as well', async ({ novosibirsk, kazan }) => {
  const { page } = novosibirsk;
  const from = dayFrom(20);
  const to = dayFrom(30);
  const dialog = page.getByRole('dialog', { name: 'Новое замещение' });
  const name = async (window: typeof page, whom: string): Promise<void> => {
    const form = window.getByRole('dialog', { name: 'Новое замещение' });
    await new Frame(window).go('/substitutions');
    await window.getByRole('button', { name: 'Назначить замещение' }).first().click();
    await form.getByRole('combobox', { name: 'Кто замещает' }).fill(whom);
    await window.getByRole('option', { name: new RegExp(whom) }).click();
    await form.getByRole('textbox', { name: 'С', exact: true }).fill(from);
    await form.getByRole('textbox', { name: 'По', exact: true }).fill(to);
    await form.getByRole('button', { name: 'Назначить замещение' }).click();
  };
  await new Frame(page).enter('Наталья Зайцева');
  await name(page, 'Сергей Панов');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('row', { name: /Наталья Зайцева.*Сергей Панов/ })).toContainText('Запланировано');
  await expect(new Frame(page).outbox).toHaveText('исходящие пусты');

  await new Frame(kazan.page).enter('Алия Гизатуллина');
  await name(kazan.page, 'Наталья Зайцева');
  const told = (date: string): string => date.split('-').reverse().join('.');
  await expect(kazan.page.getByRole('alert')).toContainText(
    `Наталья Зайцева отсутствует с ${told(from)} по ${told(to)}. Выберите другого.`,
  );
});

test('a password issued by the administrator opens the account at another workstation, the former one does not', async ({
  moscow,
  kazan,
}) => {
  const { page } = moscow;
  await new Frame(page).enter(administrator);
  await new Administration(page).open('employees');
  await page.getByRole('button', { name: 'Выдать пароль: Светлана Кузьмина' }).click();
  const asked = page.getByRole('dialog', { name: 'Выдать новый пароль?' });
  await expect(asked).toContainText('Светлана Кузьмина: прежний пароль сразу перестанет подходить.');
  await asked.getByRole('button', { name: 'Выдать пароль' }).click();
  const dialog = page.getByRole('dialog', { name: 'Новый пароль' });
  await expect(dialog).toContainText('Светлана Кузьмина, логин kuzmina');
  const password = (await dialog.locator('[class*="password"]').innerText()).trim();
  expect(password.length).toBeGreaterThanOrEqual(10);

  const there = new Frame(kazan.page);
  const login = new Login(kazan.page);
  await there.enter('Алия Гизатуллина');
  await there.choose('Выйти');
  await login.byPassword('kuzmina', 'opora-demo');
  await expect(login.alert).toBeVisible();
  await login.byPassword('kuzmina', password);
  await expect(there.person).toContainText('Светлана Кузьмина');
});
