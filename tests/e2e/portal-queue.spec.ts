import { Desk } from '#tests/e2e/pages/desk.ts';
import { Frame } from '#tests/e2e/pages/frame.ts';
import { Portal } from '#tests/e2e/pages/portal.ts';
import { either, type Language } from '#tests/e2e/pages/words.ts';
import { peopleOf } from '#tests/e2e/support/company.ts';
import type { Door } from '#tests/e2e/support/door.ts';
import { expect, test } from '#tests/e2e/support/fixtures.ts';
import { toldIn } from '#tests/e2e/support/languages.ts';
import { askFor, openDesk } from '#tests/e2e/support/portal.ts';

const worker = 'Фаина Эрдман';
const lead = 'Игорь Лапин';
/** Seeded: whoever knows workplaces gets it, and only one person does. */
const service = 'Оборудование';
const canned = 'Когда удобно подойти';
const chosen = 'После обеда';

const journeys = {
  ru: {
    requester: 'Алия Гизатуллина',
    desk: 'Дежурная смена',
    words: 'монитор',
    offline: 'Сохранено без связи',
    numberless: 'без номера',
    atWorker: 'у Фаины Эрдман',
    taken: 'Заявка ваша',
    asked: 'Ответ отправлен, ждём заявителя',
    stands: 'ждёт заявителя',
    answered: 'Ответ отправлен',
    done: 'Ответ отправлен, заявка решена',
    back: 'Заявка возвращена в работу',
    thanks: 'закрыта. Как всё прошло?',
    reopened: 'Открыта заново',
    told: /Предупреждение: израсходовано \d+ % срока, ответ. Оповещены: Игорь Лапин/,
    late: /(Заявку уже взял коллега|уже взял)/,
  },
  en: {
    requester: 'Рустам Шарипов',
    desk: 'Ночная смена',
    words: 'монитор',
    offline: 'Saved without a link',
    numberless: 'no number yet',
    atWorker: /with Фаина\sЭрдман/,
    taken: 'The request is yours',
    asked: 'Reply sent, waiting for the requester',
    stands: 'with requester',
    answered: 'Answer sent',
    done: 'Reply sent, request resolved',
    back: 'The request is back at work',
    thanks: 'is closed. How was it?',
    reopened: 'Reopened',
    told: /Warning: .*Игорь Лапин/,
    late: /A colleague has taken/,
  },
} as const satisfies Record<Language, object>;

/** A desk that promises an answer within two minutes by day and night, and two requests that wait there. */
async function setUp(door: Door, name: string): Promise<void> {
  await door.enter('lapin');
  const { person, branch } = await peopleOf(door);
  const people = [person('lapin'), person('erdman')];
  const { serviceId } = await openDesk(door, { name, people, minutes: 2, branchId: branch('МСК') });
  for (const subject of ['Не открывается ворота склада', 'Мигает табло в холле'])
    await askFor(door, { serviceId, requesterId: person('lapin'), values: { subject: `${subject} (${name})` } });
  await door.settled();
}

for (const language of toldIn('ru')) {
  const say = journeys[language];

  test(`a request made without a link is assigned, asked about, answered by one press, reopened and rated, in ${language}`, async ({
    kazan,
    moscow,
    novosibirsk,
    backstage,
  }) => {
    test.setTimeout(240_000);
    await setUp(backstage, say.desk);
    for (const [place, name] of [
      [kazan, say.requester],
      [moscow, worker],
      [novosibirsk, lead],
    ] as const) {
      await new Frame(place.page).enter(name);
      await new Frame(place.page).speak(language);
    }
    const asking = new Frame(kazan.page);
    const working = new Frame(moscow.page);
    const portal = new Portal(kazan.page);
    const desk = new Desk(moscow.page);
    const { keyboard } = moscow.page;
    const what = `монитор в 4${language === 'ru' ? '12' : '15'}`;
    const title = `Выдать: ${what}`;
    const [oldest, both] = ['Не открывается ворота склада', 'Мигает табло в холле'].map(
      (subject) => `${subject} (${say.desk})`,
    ) as [string, string];

    await test.step('asked for without a link: it waits for one', async () => {
      kazan.network.cut();
      await expect(asking.online).toBeHidden();
      await portal.find(say.words, service);
      await portal.form.getByRole('textbox', { name: 'Что именно' }).fill(what);
      await portal.form.getByRole('textbox', { name: 'Место' }).fill('Казань, 4 этаж');
      await portal.send.click();
      await expect(asking.toasts).toContainText(say.offline);
      await expect(portal.row(title)).toContainText(say.numberless);
    });

    await test.step('the worker takes what breaks next by one key', async () => {
      await desk.open();
      await desk.choose(say.desk);
      await expect(desk.row(oldest)).toBeVisible();
      await expect(desk.row(both)).toBeVisible();
      await keyboard.press('KeyT');
      await expect(working.toasts).toContainText(say.taken);
      await expect(desk.row(oldest)).toContainText(worker);
    });

    await test.step('two take the same one without a link: the centre keeps the first, the other is told', async () => {
      const other = new Desk(novosibirsk.page);
      const there = new Frame(novosibirsk.page);
      await other.open();
      await other.choose(say.desk);
      await expect(other.row(oldest)).toBeHidden();
      await expect(other.row(both)).toBeVisible();
      for (const [place, frame, list, name] of [
        [moscow, working, desk, worker],
        [novosibirsk, there, other, lead],
      ] as const) {
        place.network.cut();
        await expect(frame.online).toBeHidden();
        await place.page.keyboard.press('KeyT');
        await expect(list.row(both)).toContainText(name);
      }
      moscow.network.heal();
      await expect(working.outbox).toHaveText(either('исходящие пусты', 'outbox is empty'));
      novosibirsk.network.heal();
      await there.statusBar.getByRole('button', { name: /1 отклонено|1 rejected/ }).click();
      await expect(novosibirsk.page.getByRole('main').getByText(say.late).first()).toBeVisible();
      await there.go('/tickets/queues');
      await expect(other.row(both)).toBeHidden();
      await expect(desk.row(both)).toContainText(worker);
    });

    await test.step('with a link the rule has given it to whoever knows workplaces', async () => {
      kazan.network.heal();
      await expect(portal.row(title)).toContainText(/З-\d{5}/);
      await expect(portal.row(title)).toContainText(say.atWorker);
    });

    await test.step('a canned reply asks with options; the clock stands', async () => {
      await desk.choose('ИТ');
      await desk.stand(title);
      await keyboard.press('KeyR');
      await expect(desk.reply).toBeFocused();
      await keyboard.type('/когда');
      await expect(moscow.page.getByRole('option', { name: canned })).toBeVisible();
      await keyboard.press('Enter');
      await expect(desk.reply).toHaveValue(new RegExp(`^${say.requester}, мне нужно минут двадцать`));
      await keyboard.press('Control+Enter');
      await expect(working.toasts).toContainText(say.asked);
      await expect(desk.row(title)).toContainText(say.stands);
    });

    await test.step('the requester answers by one press where it is asked', async () => {
      await portal.open();
      const side = kazan.page.getByRole('article').filter({ hasText: title });
      await expect(side).toContainText('мне нужно минут двадцать');
      await side.getByRole('button', { name: chosen }).click();
      await expect(asking.toasts).toContainText(say.answered);
      await expect(desk.row(title)).not.toContainText(say.stands);
      await desk.stand(title);
      await expect(desk.talk).toContainText(chosen);
    });

    const resolve = async (text: string): Promise<void> => {
      await desk.stand(title);
      await desk.reply.fill(text);
      await desk.button('Решена', 'Resolved').click();
      await expect(working.toasts).toContainText(say.done);
    };
    const card = kazan.page.getByRole('article').filter({ hasText: title });

    await test.step('resolved, reopened once with the reason, resolved again', async () => {
      await resolve('Монитор на столе.');
      await expect(card).toContainText('Монитор на столе.');
      await card.getByRole('button', { name: either('Нет', 'No') }).click();
      await card.getByRole('textbox').fill('Не включается');
      await card.getByRole('button', { name: either('Вернуть в работу', 'Send back to work') }).click();
      await expect(asking.toasts).toContainText(say.back);
      await expect(desk.talk).toContainText(say.reopened);
      await expect(desk.talk).toContainText('Не включается');
      await resolve('Заменили кабель.');
    });

    await test.step('the requester closes it with five stars', async () => {
      await expect(card).toContainText('Заменили кабель.');
      await card.getByRole('button', { name: either('Да, закрыть', 'Yes, close') }).click();
      // The card of the request goes when the centre has heard of it; the thanks stand already.
      const five = card.filter({ hasText: say.thanks }).getByRole('button', { name: /^5: / });
      await five.click();
      await expect(five).toHaveAttribute('aria-pressed', 'true');
    });

    await test.step('what nobody has answered in time is told to the lead', async () => {
      const other = new Desk(novosibirsk.page);
      await other.whole.click();
      await other.stand(oldest);
      await expect(other.talk).toContainText(say.told, { timeout: 60_000 });
    });
  });
}

test('a ticket that is late only because its branch had no link says so, in both languages', async ({ moscow }) => {
  const { page } = moscow;
  const frame = new Frame(page);
  await frame.enter('Марина Тен');
  for (const [language, words] of [
    ['ru', /Ответ опоздал на .+ только из-за связи. Исполнителю засчитан ответ за/],
    ['en', /only because of the link/],
  ] as const) {
    await frame.speak(language);
    const desk = new Desk(page);
    await desk.open();
    await desk.whole.click();
    await desk.row('Глеб Тарасов').filter({ hasText: 'Больничный' }).click();
    await expect(desk.panel).toContainText(words);
    await expect(desk.row('Глеб Тарасов').filter({ hasText: 'Больничный' })).toContainText(
      language === 'ru' ? 'нет связи' : 'no link',
    );
  }
});
