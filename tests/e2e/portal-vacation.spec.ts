import { Desk } from '#tests/e2e/pages/desk.ts';
import { Frame } from '#tests/e2e/pages/frame.ts';
import { MyWork } from '#tests/e2e/pages/my-work.ts';
import { Portal } from '#tests/e2e/pages/portal.ts';
import type { Language } from '#tests/e2e/pages/words.ts';
import { expect, test } from '#tests/e2e/support/fixtures.ts';
import { toldIn } from '#tests/e2e/support/languages.ts';

/** Who asks at a branch, who leads it, and the words of the window; HR agrees and stands in, in the head office. */
const journeys = {
  ru: {
    requester: 'Ольга Исаева',
    manager: 'Денис Воронов',
    atManager: 'у Дениса Воронова',
    atHr: 'у Марины Тен',
    atDesk: /(у (Марины\sТен|Светланы\sКузьминой|Натальи\sЗайцевой)|в очереди «Кадры»)/,
    holidays: 'Праздники не считаются: 01.01',
    fourDays: /^4 дня/,
    away: /Заместитель сам отсутствует \d\d\.\d\d\.\d{4} – \d\d\.\d\d\.\d{4}/,
    refused: /сам отсутствует.* Выберите другого/,
    offline: 'Сохранено без связи',
    unnumbered: 'без номера',
    available: /(\d+) (?:день|дня|дней) доступно/,
    now: 'Действует',
    over: /Отменено|Завершено/,
  },
  en: {
    requester: 'Сергей Панов',
    manager: 'Артём Белов',
    atManager: /with Артём\sБелов/,
    atHr: /with Марина\sТен/,
    atDesk: /(with (Марина|Светлана|Наталья)|in the queue “Кадры”)/,
    holidays: 'Holidays do not count: 01.01',
    fourDays: /^4 days/,
    away: /The substitute is away too, \d\d\.\d\d\.\d{4} – \d\d\.\d\d\.\d{4}/,
    refused: /The substitute is away.* Choose (somebody|another)/,
    offline: 'Saved without a link',
    unnumbered: 'no number yet',
    available: /(\d+) days? available/,
    now: 'In force',
    over: /Cancelled|Ended|Over/,
  },
} as const satisfies Record<Language, object>;

const hr = 'Марина Тен';
/** A desk of whoever asks, and not of HR. */
const accounting = 'Бухгалтерия';
const days = 5;

for (const language of toldIn('en')) {
  const say = journeys[language];

  test(`a vacation is asked for without a link, agreed to, puts its substitution in force and is cancelled, in ${language}`, async ({
    kazan,
    moscow,
    novosibirsk,
  }) => {
    test.setTimeout(180_000);
    const { requester } = say;
    for (const [place, name] of [
      [kazan, requester],
      [moscow, say.manager],
      [novosibirsk, hr],
    ] as const) {
      await new Frame(place.page).enter(name);
      await new Frame(place.page).speak(language);
    }
    const { page, network } = kazan;
    const frame = new Frame(page);
    const portal = new Portal(page);
    const title = /^Отпуск \d\d/;
    const newest = portal.row(title).first();
    let request = '';
    let available = 0;

    await test.step('it is asked for without a link: balance, days, substitute', async () => {
      network.cut();
      await expect(frame.online).toBeHidden();
      await portal.find('отпуск', 'Отпуск');
      await portal.period(`29.12.${new Date().getFullYear()}`, '+11');
      const told = portal.form.getByRole('status').filter({ hasText: say.holidays });
      await expect(told.getByText(say.fourDays)).toBeVisible();

      await portal.period('+0', `+${days - 1}`);
      await portal.colleague('Кто вас заменит', 'Вера Голубева');
      await expect(portal.form.getByText(say.away)).toBeVisible();
      await portal.send.click();
      await expect(page.getByRole('main').getByText(say.refused)).toBeVisible();
      await expect(portal.form).toBeVisible();

      await portal.colleague('Кто вас заменит', hr);
      await expect(portal.form.getByText(say.away)).toBeHidden();
      await expect(portal.side).toContainText(say.manager);
      await expect(portal.side).toContainText('Кадры');
      await portal.send.click();
      await expect(frame.toasts).toContainText(say.offline);
      await expect(newest).toContainText(say.unnumbered);
      request = (await newest.getByRole('link').textContent()) ?? '';
      expect(request).toMatch(title);
    });

    await test.step('with a link it has a number, a holder and a due time', async () => {
      network.heal();
      await expect(newest).toContainText(/З-\d{5}/);
      await expect(newest).toContainText(say.atManager);
      await expect(newest.locator('span[data-state]').filter({ hasText: /\d\d:\d\d/ })).toBeVisible();
      await portal.open();
      available = Number(say.available.exec((await portal.service('Отпуск').textContent()) ?? '')?.[1]);
      await portal.openMine();
    });

    await test.step('the head of the branch agrees without opening it', async () => {
      const work = new MyWork(moscow.page);
      await work.openByKeys();
      await work.stepTo(request);
      await expect(work.preview).toContainText(hr);
      await moscow.page.keyboard.press('KeyA');
      await expect(work.row(request).filter({ hasText: requester })).toHaveCount(0);
      await expect(newest).toContainText(say.atHr);
    });

    await test.step('HR agrees; the substitution is in force by itself', async () => {
      const there = new Frame(novosibirsk.page);
      await new Desk(novosibirsk.page).open();
      await expect(novosibirsk.page.getByText(new RegExp(`^${accounting} `))).toHaveCount(0);
      const work = new MyWork(novosibirsk.page);
      await work.openByKeys();
      await work.stepTo(request);
      await novosibirsk.page.keyboard.press('KeyA');
      await expect(newest).toContainText(say.atDesk);
      await there.go('/substitutions');
      const line = novosibirsk.page.getByRole('row', { name: new RegExp(requester) }).filter({ hasText: say.now });
      await expect(line).toContainText(hr);
    });
    const lent = new RegExp(`^${accounting} [1-9]`);
    await test.step('the tickets of the absent person stand in the queue of the substitute', async () => {
      const desk = new Desk(novosibirsk.page);
      await desk.open();
      await expect(novosibirsk.page.getByText(lent)).toBeVisible();
      await desk.choose(accounting);
      await desk.whole.click();
      await expect(desk.row(/./).first()).toBeVisible();
    });

    await test.step('cancelling returns the days and ends the substitution', async () => {
      await portal.cancel(request);
      await expect(portal.row(request)).toHaveCount(0);
      await portal.open();
      await expect(portal.service('Отпуск')).toContainText(
        language === 'ru' ? new RegExp(`${available + days} д`) : `${available + days} day`,
      );
      await new Frame(novosibirsk.page).go('/substitutions');
      const line = novosibirsk.page.getByRole('row', { name: new RegExp(requester) });
      await expect(line.filter({ hasText: say.over })).toHaveCount(1);
      await expect(line.filter({ hasText: say.now })).toHaveCount(0);
      await new Desk(novosibirsk.page).open();
      await expect(novosibirsk.page.getByText(lent)).toHaveCount(0);
    });
  });
}
