import type { Page } from '@playwright/test';
import { Frame } from '#tests/e2e/pages/frame.ts';
import { MyWork } from '#tests/e2e/pages/my-work.ts';
import type { Language } from '#tests/e2e/pages/words.ts';
import { makePaper, peopleOf, sendFor, step } from '#tests/e2e/support/company.ts';
import type { Door } from '#tests/e2e/support/door.ts';
import { expect, test } from '#tests/e2e/support/fixtures.ts';
import { toldIn } from '#tests/e2e/support/languages.ts';

/** A manager of the demo company and a flight of papers that wait for them. */
const managers = {
  ru: { name: 'Михаил Ярцев', login: 'yartsev', papers: 'Заявка на материалы' },
  en: { name: 'Артём Белов', login: 'belov', papers: 'Заявка на перевозку' },
} as const;

const told = {
  ru: {
    approved: 'Согласован 31 документ',
    stays: 'Осталось выбрано 1 дело',
    changed: '1 изменилось, пока было выбрано: посмотрите и решите отдельно',
    away: 'сохранено без связи',
    outbox: /^31 изменение в исходящих$/,
    empty: 'исходящие пусты',
    snoozed: /^Отложенные/,
    all: /^Все/,
    hour: 'Через час',
    postponed: 'Отложено 1 дело',
    nothing: 'По отбору ничего нет',
  },
  en: {
    approved: '31 documents approved',
    stays: '1 item stays selected',
    changed: '1 changed while it was selected: look and decide on its own',
    away: 'saved without a link',
    outbox: /^31 changes in the outbox$/,
    empty: 'outbox is empty',
    snoozed: /^Postponed/,
    all: /^All/,
    hour: 'In an hour',
    postponed: '1 item postponed',
    nothing: 'Nothing matches the filter',
  },
} as const satisfies Record<Language, object>;

/** Thirty-two papers on one person's desk; returns their ids in the order of their numbers. */
async function fly(door: Door, papers: string, login: string): Promise<string[]> {
  await door.enter('basov');
  const { person, branch } = await peopleOf(door);
  const ids: string[] = [];
  for (let n = 1; n <= 32; n += 1) {
    const subject = `${papers} ${String(n).padStart(2, '0')}`;
    const id = await makePaper(door, { subject, branchId: branch('МСК'), amount: n * 100_000 });
    await sendFor(door, id, [step('Решение', [person(login)])]);
    ids.push(id);
  }
  await door.settled();
  return ids;
}

const waits = async (page: Page): Promise<number> =>
  Number(/\d+$/.exec((await new MyWork(page).rail.textContent()) ?? '')?.[0] ?? 0);

for (const language of toldIn('en')) {
  const say = told[language];
  const { name, login, papers } = managers[language];

  test(`a manager on a train decides thirty papers without a link, in ${language}`, async ({
    moscow,
    train,
    backstage,
  }) => {
    const ids = await fly(backstage, papers, login);
    for (const { page } of [moscow, train]) {
      await new Frame(page).enter(name);
      await new Frame(page).speak(language);
    }
    const { page, network } = train;
    const { keyboard } = page;
    const frame = new Frame(page);
    const work = new MyWork(page);
    await expect.poll(() => waits(page)).toBeGreaterThanOrEqual(32);
    const before = await waits(page);
    await work.openByKeys();

    await keyboard.press('Slash');
    await keyboard.insertText(papers);
    await expect(work.list).toHaveAttribute('aria-rowcount', '33');
    await frame.tabTo(work.list);
    await keyboard.press('Control+A');
    await expect(work.bulk).toContainText('32');

    // The author changes one of them while it is selected; then the train enters a tunnel.
    await backstage.run('document.update', {
      id: ids[2] ?? '',
      patch: { amount: 77_700_000 },
      base: { amount: 300_000 },
    });
    await expect(work.row(`${papers} 03`)).toContainText('777 000,00');
    network.cut();
    await expect(frame.online).toBeHidden();
    await keyboard.press('KeyA');
    await expect(frame.toasts).toContainText(say.approved);
    await expect(frame.toasts).toContainText(say.away);
    await expect(work.left).toHaveText(say.stays);
    await expect(page.getByText(say.changed)).toContainText(`${papers} 03`);
    await expect(work.rows).toHaveCount(1);
    await expect(work.selected).toContainText(`${papers} 03`);
    await expect(frame.outbox).toHaveText(say.outbox);
    await work.expectOnRail(before - 31);

    // One key takes all of it back.
    await keyboard.press('KeyZ');
    await expect(work.list).toHaveAttribute('aria-rowcount', '33');
    await expect(work.bulk).toContainText('31');
    await work.expectOnRail(before);
    await keyboard.press('KeyA');
    await expect(work.rows).toHaveCount(1);

    // What has changed is put off, looked for, and taken up again.
    await keyboard.press('KeyS');
    await expect(page.getByRole('button', { name: say.hour })).toBeFocused();
    await keyboard.press('Enter');
    await expect(frame.toasts).toContainText(say.postponed);
    await expect(page.getByText(say.nothing)).toBeVisible();
    await work.choose(say.snoozed);
    await expect(work.row(`${papers} 03`)).toBeVisible();
    await frame.tabTo(work.list);
    await keyboard.press('KeyS');
    await expect(page.getByText(say.nothing)).toBeVisible();
    await work.choose(say.all);
    await expect(work.row(`${papers} 03`)).toBeVisible();
    await work.expectOnRail(before - 31);

    network.heal();
    await expect(frame.online).toBeVisible();
    await expect(frame.outbox).toHaveText(say.empty);
    await frame.tabTo(work.list);
    await keyboard.press('KeyA');
    await expect(work.rows).toHaveCount(0);
    await work.expectOnRail(before - 32);

    // The computer in the office knows all of it.
    const office = new MyWork(moscow.page);
    await office.expectOnRail(before - 32);
    await office.open();
    await office.find.fill(papers);
    await expect(moscow.page.getByText(say.nothing)).toBeVisible();
    await expect(office.rows).toHaveCount(0);
  });
}

test('whoever stands in for a colleague sees for whom, chooses whose work to look at, and decides as «X за Y»', async ({
  moscow,
  backstage,
}) => {
  const subject = 'О списании старых шкафов';
  await backstage.enter('basov');
  const { person, branch } = await peopleOf(backstage);
  const id = await makePaper(backstage, { subject, branchId: branch('МСК') });
  await sendFor(backstage, id, [step('Решение', [person('golubeva')])]);
  await backstage.settled();

  const { page } = moscow;
  const frame = new Frame(page);
  const work = new MyWork(page);
  await frame.enter('Анна Крылова');
  await frame.speak('en');
  await work.openByKeys();
  await expect(work.row(subject)).toContainText(/for Вера\sГолубева/);
  await work.lookAt('Only mine');
  await expect(work.row(subject)).toBeHidden();
  await work.lookAt('For Вера Голубева');
  await expect(work.row(subject)).toBeVisible();

  await frame.speak('ru');
  await work.open();
  await expect(page.getByRole('button', { name: /^вы замещаете: Вера Голубева до \d\d\.\d\d/ })).toBeVisible();
  await work.lookAt('За Веру Голубеву');
  // The demo gives her a request of her own besides; nothing of Анна's is left.
  await expect(work.row(subject)).toBeVisible();
  await expect(work.row('Гостевой пропуск')).toHaveCount(0);
  await work.stepTo(subject);
  await page.keyboard.press('KeyA');
  await expect(work.row(subject)).toHaveCount(0);
  await frame.go(`/documents/${id}?tab=approval`);
  await expect(page.getByRole('article', { name: 'Анна Крылова' })).toContainText('за Веру Голубеву');
});
