import { makeDocument } from '#tests/e2e/pages/deeds.ts';
import { DocumentCard } from '#tests/e2e/pages/document-card.ts';
import { Frame } from '#tests/e2e/pages/frame.ts';
import { Registration } from '#tests/e2e/pages/registration.ts';
import { expect, test, type Workplace } from '#tests/e2e/support/fixtures.ts';

const clerk = 'Алия Гизатуллина';
const journal = 'Входящие документы, Казань';

/** A clerk at a workstation that has numbers of its own for days without a link, with papers to register. */
async function prepare(place: Workplace, subjects: readonly string[]): Promise<string[]> {
  await new Frame(place.page).enter(clerk);
  const ids: string[] = [];
  for (const subject of subjects) ids.push(await makeDocument(place.page, subject));
  await new DocumentCard(place.page).expectReceipt(/принято центром/);
  await new Registration(place.page).waitForOwnNumbers();
  return ids;
}

test('two workstations register in one journal without a link: no number comes twice, and every missing one has its reason', async ({
  kazan,
  train,
}) => {
  const [office, travel] = await Promise.all([
    prepare(kazan, ['Запрос о лицензии', 'Ответ на претензию']),
    prepare(train, ['Письмо из поезда']),
  ]);
  const places = [kazan, train];
  for (const { network } of places) network.cut();
  for (const { page } of places) await expect(new Frame(page).online).toBeHidden();

  const numbers: string[] = [];
  for (const [{ page }, ids] of [
    [kazan, office],
    [train, travel],
  ] as const)
    for (const id of ids) {
      await new Frame(page).go(`/documents/${id}`);
      numbers.push(await new Registration(page).register());
    }
  expect(new Set(numbers).size).toBe(3);
  // A slip of the hand: the second letter is taken back, its number stays with the reason.
  await new Frame(kazan.page).go(`/documents/${office[1]}`);
  await new Registration(kazan.page).takeBack('Не наше письмо');

  for (const { network } of places) network.heal();
  for (const { page } of places) await expect(new Frame(page).outbox).toHaveText('исходящие пусты');
  for (const { page } of places) {
    const register = new Registration(page);
    await register.openJournal(journal);
    // Both see the same entries with the numbers that were written on the paper.
    for (const number of numbers) await expect(register.line(number)).toHaveCount(1);
    await register.openGaps(journal);
    await expect(register.line('Не наше письмо')).toContainText('Регистрация отменена');
    await expect(register.line('В запасе рабочего места')).not.toHaveCount(0);
    await expect(register.line('Объяснения нет')).toHaveCount(0);
    await expect(page.getByRole('radio', { name: 'Без объяснения 0' })).toBeAttached();
    await expect(page.getByRole('main').getByText(/По данным центра на/)).toBeVisible();
  }
});
