import { makeDocument } from '#tests/e2e/pages/deeds.ts';
import { DocumentCard } from '#tests/e2e/pages/document-card.ts';
import { DocumentForm } from '#tests/e2e/pages/document-form.ts';
import { Exchange } from '#tests/e2e/pages/exchange.ts';
import { Frame } from '#tests/e2e/pages/frame.ts';
import { expect, test, type Workplace } from '#tests/e2e/support/fixtures.ts';

const head = 'Анна Крылова';
const clerk = 'Алия Гизатуллина';
/** Probing notices a healed link within 3 s; half a second is left to the machine of the test. */
const noticed = { timeout: 3_500 };

/** Both people at work, looking at the same fresh document of Казань. */
async function sameDocument(moscow: Workplace, kazan: Workplace, subject: string): Promise<string> {
  await new Frame(moscow.page).enter(head);
  await new Frame(kazan.page).enter(clerk);
  const id = await makeDocument(kazan.page, subject);
  await new DocumentCard(kazan.page).expectReceipt(/принято центром/);
  await new Frame(moscow.page).go(`/documents/${id}`);
  await expect(new DocumentCard(moscow.page).title).toContainText(subject);
  return id;
}

async function goOffline(...places: Workplace[]): Promise<void> {
  for (const { network } of places) network.cut();
  for (const { page } of places) await expect(new Frame(page).online).toBeHidden();
}

/** Changes fields of the open document by its form. */
async function edit({ page }: Workplace, id: string, values: Record<string, string>): Promise<void> {
  const form = new DocumentForm(page);
  await new Frame(page).go(`/documents/${id}/edit`);
  for (const [name, value] of Object.entries(values)) await form.field(name).fill(value);
  await page.keyboard.press('Control+S');
  await expect(page.getByRole('tab', { name: 'История' })).toBeVisible();
}

test('both edit one document without a network: different fields come together by themselves', async ({
  moscow,
  kazan,
}) => {
  const id = await sameDocument(moscow, kazan, 'О ремонте кровли');
  await goOffline(moscow, kazan);
  await edit(moscow, id, { Сумма: '250000' });
  await edit(kazan, id, { Примечание: 'Подрядчик согласен на июнь', Номер: 'ВХ-КЗН/2026-77001' });
  moscow.network.heal();
  kazan.network.heal();
  for (const { page } of [moscow, kazan]) {
    const card = new DocumentCard(page);
    await expect(card.value('Сумма')).toHaveText('250 000,00 ₽');
    await expect(card.value('Примечание')).toHaveText('Подрядчик согласен на июнь');
    await expect(card.value('Номер')).toHaveText('ВХ-КЗН/2026-77001');
    await card.expectReceipt(/принято центром/);
    await expect(new Frame(page).conflicts).toBeHidden();
  }
});

test('the same field goes to the desk of both, nothing is lost, and deciding on one clears the other', async ({
  moscow,
  kazan,
}) => {
  const id = await sameDocument(moscow, kazan, 'О поставке щебня');
  await goOffline(moscow, kazan);
  await edit(moscow, id, { Сумма: '1000' });
  await edit(kazan, id, { Сумма: '2000' });
  moscow.network.heal();
  await expect(new Frame(moscow.page).online).toBeVisible(noticed);
  await new DocumentCard(moscow.page).expectReceipt(/принято центром/);
  kazan.network.heal();

  for (const { page } of [moscow, kazan]) await expect(new Frame(page).conflicts).toHaveText('1 расхождение');
  for (const { page } of [moscow, kazan]) {
    await expect(page.getByText('Расхождение: Сумма')).toBeVisible();
    await new DocumentCard(page).expectReceipt(/есть расхождение с центром/);
  }

  const desk = new Exchange(kazan.page);
  await desk.open('conflicts');
  await expect(kazan.page.getByRole('region', { name: 'Список расхождений' })).toContainText(
    'Сумма: у вас 2 000,00 ₽, в центре 1 000,00 ₽',
  );
  await expect(kazan.page.getByText('Ничего не потеряно')).toBeVisible();
  await new Exchange(moscow.page).open('conflicts');
  await expect(moscow.page.getByRole('region', { name: 'Список расхождений' })).toContainText(
    `Сумма: ${clerk} – 2 000,00 ₽, в центре – 1 000,00 ₽`,
  );

  await expect(desk.save).toBeDisabled();
  await desk.side('Сумма', /^У вас/).check();
  await desk.save.click();
  for (const { page } of [moscow, kazan]) {
    await expect(page.getByText('Всё разобрано')).toBeVisible();
    await expect(new Frame(page).conflicts).toBeHidden();
    await new Frame(page).go(`/documents/${id}`);
    await expect(new DocumentCard(page).value('Сумма')).toHaveText('2 000,00 ₽');
  }
});

test('the outbox reads as work: what waits and in which order, then what was accepted and when', async ({ kazan }) => {
  const { page, network } = kazan;
  const frame = new Frame(page);
  const exchange = new Exchange(page);
  await frame.enter(clerk);
  await goOffline(kazan);
  await makeDocument(page, 'О графике дежурств');
  await makeDocument(page, 'О приёме в архив');
  await expect(frame.outbox).toHaveText('2 изменения в исходящих');
  await exchange.open('outbox');
  await expect(exchange.waiting).toHaveCount(2);
  await expect(exchange.waiting.nth(0)).toContainText('Новый документ');
  await expect(exchange.waiting.nth(0)).toContainText('О графике дежурств');
  await expect(exchange.waiting.nth(0)).toContainText('1-е в очереди');
  await expect(exchange.waiting.nth(1)).toContainText('О приёме в архив');
  await expect(page.getByText('Компьютер можно выключать')).toBeVisible();

  // What was promised is tried at once: the power goes, the computer comes back without a link.
  await kazan.restart();
  await expect(frame.person).toContainText(clerk);
  await exchange.open('outbox');
  await expect(exchange.waiting).toHaveCount(2);

  network.heal();
  await expect(frame.online).toBeVisible(noticed);
  await expect(page.getByText('Всё отправлено.')).toBeVisible();
  await expect(exchange.receipts.filter({ hasText: 'О графике дежурств' })).toContainText(/принято в \d\d:\d\d/);
  await expect(frame.outbox).toHaveText('исходящие пусты');
});

test('a half-open network is noticed, nothing is lost in it, and its return is noticed within three seconds', async ({
  moscow,
  kazan,
}) => {
  const id = await sameDocument(moscow, kazan, 'О проверке весов');
  const frame = new Frame(kazan.page);
  kazan.network.halfOpen();
  await edit(kazan, id, { Примечание: 'Весы исправны' });
  await expect(frame.online).toBeHidden({ timeout: 30_000 });
  await expect(frame.outbox).toHaveText('1 изменение в исходящих');
  kazan.network.heal();
  await expect(frame.online).toBeVisible(noticed);
  await expect(frame.outbox).toHaveText('исходящие пусты');
  await expect(new DocumentCard(moscow.page).value('Примечание')).toHaveText('Весы исправны');
});

test('on a slow line that repeats every message each change happens once', async ({ moscow, kazan }) => {
  const id = await sameDocument(moscow, kazan, 'О смене замков');
  kazan.network.duplicate();
  kazan.network.delay(150);
  await edit(kazan, id, { Примечание: 'первое' });
  await edit(kazan, id, { Примечание: 'второе' });
  await new DocumentCard(kazan.page).expectReceipt(/принято центром/);
  for (const { page } of [kazan, moscow]) {
    const card = new DocumentCard(page);
    await expect(card.value('Примечание')).toHaveText('второе');
    await card.tab('История');
    await expect(card.history.getByRole('listitem').filter({ hasText: 'Изменены поля' })).toHaveCount(2);
    await expect(card.history.getByRole('listitem').filter({ hasText: 'Новый документ' })).toHaveCount(1);
  }
});

test('a centre that went away is told as such, and its return brings what waited', async ({ office, kazan }) => {
  const { page } = kazan;
  const frame = new Frame(page);
  await frame.enter(clerk);
  await expect(frame.online).toBeVisible();
  await office.stop();
  await expect(frame.statusBar.getByText(/Центр не отвечает|Нет связи/)).toBeVisible();
  await makeDocument(page, 'О дне без центра');
  await new DocumentCard(page).expectReceipt(/в исходящих/);
  await office.start();
  await expect(frame.online).toBeVisible(noticed);
  await new DocumentCard(page).expectReceipt(/принято центром/);
});
