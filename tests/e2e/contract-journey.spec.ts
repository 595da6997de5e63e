import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { demoRevision } from '#build/company/templates/revision.ts';
import { ContractCard, choose } from '#tests/e2e/pages/contract-card.ts';
import { DocumentForm } from '#tests/e2e/pages/document-form.ts';
import { Frame } from '#tests/e2e/pages/frame.ts';
import { MyWork } from '#tests/e2e/pages/my-work.ts';
import { dayFrom, peopleOf, step } from '#tests/e2e/support/company.ts';
import type { Door } from '#tests/e2e/support/door.ts';
import { expect, test } from '#tests/e2e/support/fixtures.ts';

const lawyer = 'Олег Басов';
const approver = 'Ильдар Валеев';
const absent = 'Артём Белов';
const substitute = 'Наталья Зайцева';
const subject = 'Сопровождение складской программы';
const route = 'Договоры Казани';
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The administrator has made a route of two branches side by side; the director of one of them is away. */
async function setUp(door: Door): Promise<void> {
  await door.enter('lapin');
  const { person, branch } = await peopleOf(door);
  await door.run('approval_route.create', {
    name: route,
    conditions: [
      { field: 'kind', in: ['contract'] },
      { field: 'branchId', in: [branch('КЗН')] },
    ],
    steps: [step('Филиалы', [person('valeev'), person('belov')])],
    active: true,
    position: 0,
  });
  const period = { from: dayFrom(-1), to: dayFrom(9) };
  await door.run('substitution.create', {
    employeeId: person('belov'),
    substituteId: person('zaitseva'),
    ...period,
    kinds: ['approval'],
    reason: 'Отпуск',
  });
  await door.settled();
}

/** Opens the only thing that waits about the contract, with the keyboard alone; the focus stands on the list. */
async function standOnIt(page: Page, verb: RegExp): Promise<MyWork> {
  const work = new MyWork(page);
  await work.openByKeys();
  await work.stepTo(subject);
  await expect(work.cursor).toContainText(verb);
  await expect(work.list).toBeFocused();
  return work;
}

/** What is under the keyboard's hand is marked: an outline is drawn around it. */
async function expectFocusSeen(page: Page): Promise<void> {
  const outline = await page.evaluate(() => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(document.activeElement ?? document.body);
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
  });
  expect(outline, 'the focus is visible').toBe(true);
}

test('a contract from its template to its key dates: what was read is approved, and nothing else', async ({
  moscow,
  kazan,
  novosibirsk,
  backstage,
}) => {
  test.setTimeout(240_000);
  await setUp(backstage);
  await new Frame(moscow.page).enter(lawyer);
  // One company speaks both languages: the approver has chosen English.
  await new Frame(kazan.page).enter(approver);
  await new Frame(kazan.page).speak('en');
  await new Frame(novosibirsk.page).enter(substitute);
  const { page } = moscow;
  const frame = new Frame(page);
  const form = new DocumentForm(page);
  const card = new ContractCard(page);
  let id = '';
  let text = '';

  await test.step('the lawyer enters it and draws its text up from a template', async () => {
    await page.keyboard.press('KeyC');
    await page.keyboard.press('Digit3');
    await expect(form.title).toHaveText('Новый договор');
    await choose(form.field('Тип договора'), 'Услуги');
    await form.field('Предмет договора').fill(subject);
    await form.counterparty.click();
    await page.keyboard.type('Рубеж');
    await page.getByRole('option', { name: /Рубеж/ }).click();
    await form.amount.fill('1250000');
    await form.field('Вступает в силу').fill(dayFrom(1));
    await form.field('Действует до').fill(dayFrom(25));
    await choose(form.field('Филиал'), 'Казань');
    await page.keyboard.press('Control+S');
    await expect(card.title).toContainText(subject);
    id = /documents\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
    await expect(card.stage).toContainText('Инициирование');

    await frame.toasts.getByRole('button', { name: 'Составить по шаблону' }).click();
    const dialog = card.dialog('Составить по шаблону');
    await dialog.getByRole('radio').first().check();
    await dialog.getByRole('button', { name: 'Составить текст' }).click();
    await expect(dialog).toBeHidden();
    await expect(card.files.getByRole('listitem').filter({ hasText: '.docx' })).toHaveCount(1);
    await expect(card.paper).toContainText('1 250 000');
    const download = page.waitForEvent('download');
    await card.files
      .getByRole('button', { name: /на диск/ })
      .first()
      .click();
    text = await (await download).path();
  });

  await test.step('it goes out by the route that fits', async () => {
    await card.button('Отправить на согласование').click();
    const dialog = card.dialog('Отправить на согласование');
    await expect(dialog.getByRole('combobox', { name: 'Маршрут' })).toHaveValue(`${route}, подходит документу`);
    await expect(dialog.getByRole('region', { name: 'Кто и в каком порядке' })).toContainText(absent);
    await dialog.getByRole('button', { name: 'Отправить на согласование' }).click();
    await expect(card.stage).toContainText('Согласование');
    await card.expectReceipt(/принято центром/);
  });

  await test.step('the approver in Казань gives it back, by the keyboard alone', async () => {
    const { keyboard } = kazan.page;
    const work = await standOnIt(kazan.page, /Approve/);
    await expect(work.preview).toContainText('1 250 000,00 ₽');
    await expect(work.preview).toContainText('The counterparty has not been checked');
    await keyboard.press('Space');
    await expect(work.preview).toBeHidden();
    await keyboard.press('Space');
    await expect(work.preview).toBeVisible();
    await keyboard.press('KeyR');
    const dialog = new ContractCard(kazan.page).dialog('Return for rework');
    await expect(dialog.getByRole('textbox', { name: 'Reason' })).toBeFocused();
    await expectFocusSeen(kazan.page);
    await keyboard.press('Control+Enter');
    await expect(dialog.getByText('Write the reason')).toBeVisible();
    await keyboard.type('Срок ответа на претензию слишком короткий.');
    await keyboard.press('Control+Enter');
    await expect(new Frame(kazan.page).toasts).toContainText('Returned for rework');
    await expect(work.row(subject)).toHaveCount(0);
    await expect(work.list.or(kazan.page.getByText('All done'))).toBeVisible();
  });

  await test.step('the lawyer reads why, attaches the next version and sees what differs', async () => {
    await card.part('Согласование');
    await expect(page.getByRole('tabpanel')).toContainText('Срок ответа на претензию слишком короткий.');
    await card.part('Файлы и версии');
    await card.files.getByRole('button', { name: /^Что сделать с файлом/ }).click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('menuitem', { name: 'Новая версия' }).click();
    const bytes = demoRevision(new Uint8Array(await readFile(text)), 1);
    await (await chooser).setFiles({ name: 'Правки филиала.docx', mimeType: docx, buffer: Buffer.from(bytes) });
    const dialog = card.dialog('Новая версия файла');
    await dialog.getByRole('textbox', { name: 'Зачем новая версия' }).fill('Замечания филиала');
    await dialog.getByRole('button', { name: 'Приложить' }).click();
    await expect(card.files).toContainText('Зачем: Замечания филиала');

    await card.files.getByRole('button', { name: /^Что сделать с файлом/ }).click();
    await page.getByRole('menuitem', { name: 'Сравнить с предыдущей версией' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Сравнение версий' })).toBeVisible();
    const papers = page.getByRole('region', { name: 'Текст с изменениями' });
    await expect(papers.locator('del').filter({ hasText: '10' }).first()).toBeVisible();
    await expect(papers.locator('ins').filter({ hasText: '15' }).first()).toBeVisible();

    const protocol = page.getByRole('complementary', { name: 'Протокол разногласий' });
    await page.keyboard.press('KeyJ');
    await page.keyboard.press('Shift+Equal');
    await expect(protocol.getByRole('listitem')).toHaveCount(1);
    await page.keyboard.press('Digit2');
    await expect(protocol.getByRole('listitem')).toContainText('Согласовано');
    await page.keyboard.press('Escape');
    await expect(card.title).toContainText(subject);
  });

  await test.step('it goes out again; the substitute decides for the absent director', async () => {
    await card.button('Отправить снова').click();
    await card.dialog('Отправить на согласование').getByRole('button', { name: 'Отправить на согласование' }).click();
    await expect(card.stage).toContainText('Согласование');

    const { keyboard } = novosibirsk.page;
    const work = await standOnIt(novosibirsk.page, /Согласовать.*за Артёма\sБелова/);
    await keyboard.press('KeyA');
    await expect(new Frame(novosibirsk.page).toasts).toContainText('Согласована версия 2');
    await expect(work.row(subject)).toHaveCount(0);

    await card.part('Согласование');
    await expect(card.task(substitute)).toContainText('за Артёма Белова');
    await expect(card.task(substitute)).toContainText('Согласовано');
    await expect(card.task(substitute)).toContainText('версия 2');
  });

  await test.step('the approver decides without a link about exactly what was read', async () => {
    const { keyboard } = kazan.page;
    const place = new Frame(kazan.page);
    const work = await standOnIt(kazan.page, /Approve/);
    kazan.network.cut();
    await expect(place.online).toBeHidden();
    await keyboard.press('KeyA');
    await expect(place.toasts).toContainText('Version 2 approved');
    await expect(work.row(subject)).toHaveCount(0);
    await keyboard.press('KeyZ');
    await expect(work.row(subject)).toBeVisible();
    await work.stepTo(subject);
    await keyboard.press('KeyA');
    await expect(work.row(subject)).toHaveCount(0);
    await place.go(`/documents/${id}?tab=approval`);
    const there = new ContractCard(kazan.page);
    await expect(there.task(approver)).toContainText('It takes effect when the centre has accepted it');
  });

  await test.step('meanwhile the amount is changed: both decisions fall away, with the difference', async () => {
    await page.keyboard.press('KeyE');
    await expect(form.amount).toHaveValue(/1\s250\s000/);
    await form.amount.fill('1310000');
    await page.keyboard.press('Control+S');
    await expect(card.title).toContainText(subject);
    await card.expectReceipt(/принято центром/);
    await card.part('Согласование');
    await expect(card.task(substitute)).toContainText('На прошлую версию');

    kazan.network.heal();
    await expect(new Frame(kazan.page).online).toBeVisible();
    const there = new ContractCard(kazan.page);
    await expect(there.task(approver)).toContainText('On an earlier version');
    await expect(there.task(approver)).toContainText('Not counted');
    await expect(card.task(approver)).toContainText('На прошлую версию');
  });

  await test.step('one key decides again', async () => {
    const { keyboard } = kazan.page;
    await keyboard.press('Escape');
    const work = await standOnIt(kazan.page, /Decision outdated/);
    await expect(work.preview).toContainText('Your decision was on an earlier version');
    const look = work.preview.getByRole('button', { name: 'See the difference' });
    await new Frame(kazan.page).tabTo(look);
    await expectFocusSeen(kazan.page);
    await keyboard.press('Enter');
    const difference = kazan.page.getByRole('dialog').filter({ hasText: 'Version 3 against version 2' });
    await expect(difference.getByRole('row', { name: /Amount/ })).toContainText('1 310 000,00');
    await keyboard.press('Escape');
    await expect(difference).toBeHidden();
    await keyboard.press('KeyA');
    await expect(work.row(subject)).toHaveCount(0);
    await (await standOnIt(novosibirsk.page, /Решение устарело/)).page.keyboard.press('KeyA');
    await expect(page.getByText('Круг завершён: версия 3 согласована')).toBeVisible();
    await expect(card.task(approver)).toContainText('версия 3');
  });

  await test.step('policy asks for a check of the counterparty before the signing', async () => {
    await expect(card.stage).toContainText('Подписание');
    await card.button('Отметить подписание').click();
    const signing = card.dialog('Подписание договора');
    await signing.getByRole('button', { name: 'Отметить подписание' }).click();
    await expect(signing.getByRole('alert')).toContainText('нужна свежая проверка контрагента');
    await signing.getByRole('button', { name: 'Проверить контрагента' }).click();
    const check = card.dialog('Проверка контрагента');
    await check.getByRole('textbox', { name: 'Где проверяли' }).fill('Выписка ЕГРЮЛ');
    await check.getByRole('button', { name: 'Записать проверку' }).click();
    await signing.getByRole('button', { name: 'Отметить подписание' }).click();
    await expect(card.stage).toContainText('Регистрация');
  });

  await test.step('registered, the approvals stay; its key dates remind', async () => {
    await card.button('Зарегистрировать').click();
    const registration = card.dialog('Регистрация договора');
    await registration.getByRole('textbox', { name: 'Номер' }).fill('ДГ-КЗН/2026-90001');
    await registration.getByRole('button', { name: 'Зарегистрировать' }).click();
    await expect(card.stage).toContainText('Исполнение');
    await card.part('Согласование');
    await expect(page.getByText('Согласована версия 3')).toBeVisible();
    await expect(card.task(approver)).toContainText(/Согласовано\s*версия 3/);

    const work = new MyWork(page);
    await work.openByKeys();
    await work.choose(/^Сроки/);
    await expect(work.row(subject).filter({ hasText: 'Окончание' })).toBeVisible();
  });
});
