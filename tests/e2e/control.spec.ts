import { Frame } from '#tests/e2e/pages/frame.ts';
import { makePaper, peopleOf } from '#tests/e2e/support/company.ts';
import { expect, test } from '#tests/e2e/support/fixtures.ts';

const subject = 'Предписание об устранении протечки кровли';
const day = (ago: number): string => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
const typed = (date: string): string => date.split('-').toReversed().join('.');

test('a letter is put on control, its original sent and got back, it is carried out late, and the report counts it', async ({
  moscow,
  backstage,
}) => {
  await backstage.enter('krylova');
  const { branch } = await peopleOf(backstage);
  const paper = { subject, branchId: branch('МСК'), kind: 'incoming', state: 'reg', date: day(30) } as const;
  const id = await makePaper(backstage, paper);
  await backstage.settled();

  const { page } = moscow;
  const frame = new Frame(page);
  await page.setViewportSize({ width: 1600, height: 900 });
  await frame.enter('Анна Крылова');
  await frame.go(`/documents/${id}`);
  const side = page.getByRole('complementary', { name: 'Квитанция' });
  const dialog = page.getByRole('dialog');

  await side.getByRole('button', { name: 'Поставить на контроль' }).click();
  await dialog.getByRole('button', { name: 'Поставить на контроль' }).click();
  await expect(dialog).toContainText('Укажите срок.');
  await dialog.getByRole('textbox', { name: 'Срок' }).fill(typed(day(14)));
  await dialog.getByRole('combobox', { name: 'Ответственный' }).fill('Басов');
  await page.getByRole('option', { name: 'Олег Басов' }).click();
  await dialog.getByRole('button', { name: 'Поставить на контроль' }).click();
  await expect(side).toContainText(/просрочен на 1[45] дней/);
  await expect(side).toContainText('Олег Басов');

  await side.getByRole('button', { name: 'Отправить' }).click();
  await dialog.getByLabel('У кого').fill('Курьер Смирнов');
  await dialog.getByRole('textbox', { name: 'Вернуть до' }).fill(typed(day(2)));
  // Its weekday comes under it once it is left: the press that leaves it is a click all the same.
  await dialog.getByRole('button', { name: 'Отправить' }).click();
  await expect(side).toContainText('Курьер Смирнов');

  // What is overdue is asked for, received by the heap, and is out no more.
  await frame.go('/registration/originals?show=overdue');
  const row = page.getByRole('row').filter({ hasText: subject });
  await expect(row).toContainText('Курьер Смирнов');
  await row.getByRole('checkbox').click();
  await page.getByRole('toolbar').getByRole('button', { name: 'Получены' }).click();
  await expect(frame.toasts).toContainText('Получен 1 оригинал');
  await expect(row).toHaveCount(0);

  await frame.go(`/documents/${id}`);
  await expect(side).toContainText('у нас');
  await side.getByRole('button', { name: 'Исполнено', exact: true }).click();
  await dialog.getByLabel('Как исполнено').fill('Протечка устранена, акт у завхоза');
  await dialog.getByRole('button', { name: 'Исполнено', exact: true }).click();
  await expect(page.getByRole('main')).toContainText('Исполнен');
  await expect(side.getByRole('button', { name: 'Вернуть в работу' })).toBeVisible();
  await page.getByRole('tab', { name: 'История' }).click();
  await expect(page.getByRole('list', { name: 'История' })).toContainText('Протечка устранена, акт у завхоза');

  await frame.go(`/reports/discipline?from=${day(14)}&to=${day(14)}`);
  const person = page.getByRole('row').filter({ hasText: 'Басов' });
  const late = person.getByRole('cell').nth(2);
  await expect(late).toHaveText(/[1-9]/);
  await late.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Исполнительская дисциплина: исполнены с опозданием',
  );
  await expect(page.getByRole('row').filter({ hasText: subject })).toContainText(typed(day(14)));
});
