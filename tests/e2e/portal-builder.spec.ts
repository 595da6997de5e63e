import type { Page } from '@playwright/test';
import { Administration } from '#tests/e2e/pages/administration.ts';
import { Builder } from '#tests/e2e/pages/builder.ts';
import { choose } from '#tests/e2e/pages/contract-card.ts';
import { Frame } from '#tests/e2e/pages/frame.ts';
import { Portal } from '#tests/e2e/pages/portal.ts';
import { dayFrom, peopleOf, step } from '#tests/e2e/support/company.ts';
import { expect, test } from '#tests/e2e/support/fixtures.ts';
import { plainDefinition } from '#tests/e2e/support/portal.ts';

const administrator = 'Игорь Лапин';
const requester = 'Алия Гизатуллина';
const service = 'Аренда машины';

test('a service is built, tried, published and asked for; its second version leaves the first request as it was', async ({
  moscow,
  kazan,
}) => {
  test.setTimeout(150_000);
  const { page } = moscow;
  const builder = new Builder(page);
  await new Frame(page).enter(administrator);
  await new Frame(kazan.page).enter(requester);

  await test.step('fields, a condition and a table', async () => {
    await builder.begin(service);
    await builder.add('Один вариант', 'Вид поездки');
    await builder.properties.getByRole('textbox', { name: 'Варианты' }).fill('Разовая\nПостоянная');
    await builder.add('Строка', 'Основание');
    await builder.showWhen('Вид поездки', 'равно', 'Постоянная');
    await builder.add('Таблица', 'Маршрут');
    await builder.properties.getByRole('textbox', { name: 'Столбец 1' }).fill('Город');
  });

  await test.step('tried before anybody sees it', async () => {
    const reason = builder.tryOut.getByRole('textbox', { name: /^Основание/ });
    await expect(builder.tryOut.getByRole('textbox', { name: 'Город, строка 1' })).toBeVisible();
    await expect(reason).toHaveCount(0);
    await builder.tryOut.getByRole('radio', { name: 'Постоянная' }).check();
    await expect(reason).toBeVisible();
  });

  await test.step('fields that wait for each other are refused with a sentence', async () => {
    await builder.field('Вид поездки');
    await builder.showWhen('Основание', 'заполнено');
    await builder.publish(1);
    await expect(
      page.getByText(/Поля ждут друг друга по кругу: .*Основание.*Уберите одно из условий/).first(),
    ).toBeVisible();
    await builder.field('Вид поездки');
    await builder.dropCondition();
  });

  await test.step('so is a service that nobody would answer', async () => {
    await builder.publish(1);
    await builder.confirm(1);
    await expect(page.getByText('Услуга не опубликована, черновик на месте')).toBeVisible();
    await choose(page.getByRole('combobox', { name: 'Очередь' }), 'ИТ');
    await builder.putInForce(1, 'Первая');
  });

  const portal = new Portal(kazan.page);
  await test.step('an employee asks for it', async () => {
    await portal.find('аренда машины', service);
    await portal.form.getByRole('radio', { name: 'Постоянная' }).check();
    await portal.form.getByRole('textbox', { name: /^Основание/ }).fill('Приказ 12');
    await portal.send.click();
    await expect(portal.row(service)).toContainText(/З-\d{5}/);
  });

  await test.step('a second version: the first request keeps its form', async () => {
    await builder.part('Форма');
    await builder.field('Основание');
    await builder.rename('Номер приказа');
    await builder.putInForce(2, 'Понятнее');
    await portal.find('аренда машины', service);
    await portal.form.getByRole('radio', { name: 'Постоянная' }).check();
    await expect(portal.form.getByRole('textbox', { name: /^Номер приказа/ })).toBeVisible();
    await portal.openMine();
    await portal.row(service).getByRole('link').click();
    const card = kazan.page.getByRole('tabpanel');
    await expect(card).toContainText('Основание');
    await expect(card).toContainText('Приказ 12');
    await expect(card).not.toContainText('Номер приказа');
  });
});

test('what cannot work is refused with a sentence that says what to change', async ({ moscow, kazan, backstage }) => {
  test.setTimeout(150_000);
  await backstage.enter('lapin');
  const { person } = await peopleOf(backstage);
  const { queues } = await backstage.query('service.setup', {});
  const routeId = await backstage.run('approval_route.create', {
    name: 'Заявки: печать',
    conditions: [{ field: 'kind', in: ['application'] }],
    steps: [step('Кадровик', [], { members: [{ type: 'role', role: 'hr', where: 'organization' }] })],
    active: true,
    position: 40,
  });
  await backstage.run('service.create', {
    name: 'Оттиск печати',
    description: '',
    category: 'office',
    icon: 'office',
    keywords: [],
    position: 91,
    draft: plainDefinition({ routeId, queueId: queues.find((one) => one.name === 'ИТ')?.id ?? null }),
  });
  await backstage.settled();
  const { page } = moscow;
  const portal = new Portal(kazan.page);
  const alert = kazan.page.getByRole('alert');
  await new Frame(page).enter(administrator);
  await new Frame(kazan.page).enter('Рустам Шарипов');

  await test.step('a queue without members', async () => {
    await new Administration(page).open('queues');
    await page.getByRole('button', { name: 'Новая очередь' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Название' }).fill('Пустая смена');
    await dialog.getByRole('button', { name: 'Сохранить' }).click();
    await expect(dialog).toContainText('Добавьте хотя бы одного сотрудника: иначе заявки никто не увидит');
    await dialog.getByRole('button', { name: 'Отмена' }).click();
  });

  await test.step('a vacation on days that are taken already', async () => {
    await portal.find('отпуск', 'Отпуск');
    await portal.period('+14', '+3');
    await portal.colleague('Кто вас заменит', 'Жанна Щукина');
    await expect(portal.form.getByText(/На эти дни у вас уже есть отпуск/)).toBeVisible();
    await portal.send.click();
    await expect(alert.filter({ hasText: /На эти дни уже есть отпуск.*Выберите другие дни/ })).toBeVisible();
  });

  await test.step('a substitute who is the requester', async () => {
    const { services } = await backstage.query('service.catalog', {});
    const { id: serviceId = '', version = 1 } = services.find((one) => one.name === 'Отпуск') ?? {};
    const requesterId = person('lapin');
    const period = { from: dayFrom(70), to: dayFrom(75) };
    const values = { vacation_type: 'Ежегодный оплачиваемый', period, substitute: requesterId };
    const asked = { serviceId, serviceVersion: version, requesterId, values, priority: null, title: null };
    await expect(backstage.run('ticket.create', asked)).rejects.toThrow('SUBSTITUTE_IS_REQUESTER');
  });

  await test.step('a route whose role nobody has any more: neither published nor asked for', async () => {
    await backstage.run('employee.update', {
      id: person('ten'),
      patch: { roles: ['clerk'] },
      base: { roles: ['hr'] },
    });
    await backstage.settled();
    await builder(page).open('Оттиск печати');
    await builder(page).publish(1);
    await builder(page).confirm(1);
    const sentence = 'В маршруте «Заявки: печать» на этапе «Кадровик» некому решать.';
    await expect(page.getByRole('alert').filter({ hasText: sentence })).toBeVisible();

    await portal.period('+40', '+3');
    await expect(portal.side).toContainText('решать некому, заявка не уйдёт');
    await portal.send.click();
    await expect(alert.filter({ hasText: 'некого спросить. Маршрут правит администратор' })).toBeVisible();
  });
});

const builder = (page: Page): Builder => new Builder(page);
