import type { Page } from '@playwright/test';
import { ContractCard } from '#tests/e2e/pages/contract-card.ts';
import { DocumentForm } from '#tests/e2e/pages/document-form.ts';
import { Exchange } from '#tests/e2e/pages/exchange.ts';
import { Frame } from '#tests/e2e/pages/frame.ts';
import { MyWork } from '#tests/e2e/pages/my-work.ts';
import type { Language } from '#tests/e2e/pages/words.ts';
import { dayFrom, makePaper, peopleOf, sendFor, step } from '#tests/e2e/support/company.ts';
import type { Door } from '#tests/e2e/support/door.ts';
import { expect, test, type Workplace } from '#tests/e2e/support/fixtures.ts';
import { toldIn } from '#tests/e2e/support/languages.ts';

const lawyer = 'Олег Басов';
const director = 'Ильдар Валеев';

const told = {
  ru: {
    subject: 'Поставка насосов двум филиалам',
    amount: 'Сумма',
    until: 'Действует до',
    labels: 'Метки',
    merged: 'Сведено без вас: 1 поле',
    conflicts: '1 расхождение',
    list: 'Список расхождений',
    mine: 'Сумма: у вас 650 000,00 ₽, в центре 600 000,00 ₽',
    theirs: `Сумма: ${director} – 650 000,00 ₽, в центре – 600 000,00 ₽`,
    yours: /^У вас/,
    centre: /^В центре/,
    done: 'Всё разобрано',
    outdated: 'На прошлую версию',
    approved: 'Согласовано',
    waits: 'Ждёт вашего решения',
  },
  en: {
    subject: 'Delivery of pumps to two branches',
    amount: 'Amount',
    until: 'In force until',
    labels: 'Labels',
    merged: 'Merged without you: 1 field',
    conflicts: '1 conflict',
    list: 'List of conflicts',
    mine: 'Amount: yours 650 000,00 ₽, centre 600 000,00 ₽',
    theirs: `Amount: ${director} – 650 000,00 ₽, centre – 600 000,00 ₽`,
    yours: /^Yours/,
    centre: /^In the centre/,
    done: 'All done',
    outdated: 'On an earlier version',
    approved: 'Approved',
    waits: 'Waits for your decision',
  },
} as const satisfies Record<Language, object>;

/** A contract of Казань in approval: the director of the branch and the head of the office are asked. Returns its id. */
async function inApproval(door: Door, subject: string): Promise<string> {
  await door.enter('basov');
  const { person, branch } = await peopleOf(door);
  const id = await makePaper(door, {
    kind: 'contract',
    subject,
    amount: 50_000_000,
    branchId: branch('КЗН'),
    responsibleId: person('basov'),
    expiresOn: dayFrom(200),
  });
  await sendFor(door, id, [step('Согласование', [person('valeev'), person('krylova')])]);
  await door.settled();
  return id;
}

async function edit(page: Page, id: string, values: Record<string, string>, label: [string, string]): Promise<void> {
  const form = new DocumentForm(page);
  await new Frame(page).go(`/documents/${id}/edit`);
  for (const [name, value] of Object.entries(values)) await form.field(name).fill(value);
  await form.field(label[0]).fill(label[1]);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+S');
  await expect(new ContractCard(page).stage).toBeVisible();
}

for (const language of toldIn('en')) {
  const say = told[language];

  test(`two branches change one contract in approval without a link: the desk and the decisions, in ${language}`, async ({
    moscow,
    kazan,
    backstage,
  }) => {
    const id = await inApproval(backstage, say.subject);
    const places: readonly Workplace[] = [moscow, kazan];
    await new Frame(moscow.page).enter(lawyer);
    await new Frame(kazan.page).enter(director);
    for (const { page } of places) {
      await new Frame(page).speak(language);
      await new Frame(page).go(`/documents/${id}`);
      await expect(new ContractCard(page).title).toContainText(say.subject);
    }
    for (const { network } of places) network.cut();
    for (const { page } of places) await expect(new Frame(page).online).toBeHidden();
    await edit(moscow.page, id, { [say.amount]: '600000', [say.until]: dayFrom(210) }, [say.labels, 'насосы']);
    await edit(kazan.page, id, { [say.amount]: '650000', [say.until]: dayFrom(220) }, [say.labels, 'Казань']);

    // The director approves what he has just written himself; nobody else has it yet.
    const work = new MyWork(kazan.page);
    await work.openByKeys();
    await work.stepTo(say.subject);
    await expect(work.preview).toContainText('650 000,00 ₽');
    await kazan.page.keyboard.press('KeyA');
    await expect(work.row(say.subject)).toHaveCount(0);

    moscow.network.heal();
    await expect(new Frame(moscow.page).online).toBeVisible();
    await new ContractCard(moscow.page).expectReceipt(/принято центром|accepted/);
    kazan.network.heal();
    for (const { page } of places) await expect(new Frame(page).conflicts).toHaveText(say.conflicts);

    // The centre has the other amount in force: his decision is about a text that is not.
    for (const { page } of places) {
      await new Frame(page).go(`/documents/${id}?tab=approval`);
      await expect(new ContractCard(page).task(director)).toContainText(say.outdated);
    }

    const desk = new Exchange(kazan.page);
    await desk.open('conflicts');
    const list = kazan.page.getByRole('region', { name: say.list });
    await expect(list).toContainText(say.mine);
    await expect(kazan.page.getByText(say.merged)).toBeVisible();
    await expect(kazan.page.getByRole('group').filter({ hasText: say.merged })).toContainText('насосы');
    await new Exchange(moscow.page).open('conflicts');
    await expect(moscow.page.getByRole('region', { name: say.list })).toContainText(say.theirs);

    // Of the two fields one is taken from each side, or both from the director: then the text is the one he has read.
    await expect(desk.save).toBeDisabled();
    await desk.side(say.amount, say.yours).check();
    await desk.side(say.until, language === 'ru' ? say.yours : say.centre).check();
    await desk.save.click();
    for (const { page } of places) {
      await expect(page.getByText(say.done)).toBeVisible();
      await expect(new Frame(page).conflicts).toBeHidden();
      await new Frame(page).go(`/documents/${id}?tab=approval`);
      await expect(new ContractCard(page).task(director)).toContainText(
        language === 'ru' ? say.approved : say.outdated,
      );
    }
    await new Frame(kazan.page).go('/work');
    if (language === 'ru') await expect(work.row(say.subject)).toHaveCount(0);
    else await expect(work.row(say.subject)).toBeVisible();
  });
}
