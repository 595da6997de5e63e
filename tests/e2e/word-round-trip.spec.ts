import { readFile } from 'node:fs/promises';
import { demoRevision } from '#build/company/templates/revision.ts';
import { ContractCard } from '#tests/e2e/pages/contract-card.ts';
import { Frame } from '#tests/e2e/pages/frame.ts';
import { Register } from '#tests/e2e/pages/register.ts';
import { expect, test, type Workplace } from '#tests/e2e/support/fixtures.ts';

const lawyer = 'Олег Басов';

/** Opens a draft of the demo company on its files, and its text in the program of the system. Gives the working copy's bytes. */
async function openInProgram({ page, program }: Workplace): Promise<void> {
  const card = new ContractCard(page);
  await card.files.getByRole('button', { name: /^Что сделать с файлом/ }).click();
  await page.getByRole('menuitem', { name: 'Открыть в программе' }).click();
  await expect(page.getByText(/^Открыт в программе: /)).toBeVisible();
  await expect.poll(() => program.opened()).toContain('.docx');
}

test('a text opened in a program becomes a version at every save, also when it was saved while nothing ran', async ({
  moscow,
}) => {
  const { page, program } = moscow;
  const frame = new Frame(page);
  const register = new Register(page);
  const card = new ContractCard(page);
  await frame.enter(lawyer);
  await frame.go('/contracts');
  await register.open(/^Черновики/);
  await register.openRow('Охрана офиса в Москве');
  await card.part('Файлы и версии');
  await expect(card.paper).toContainText(/договор/i);

  // Nobody has changed anything yet: opening alone makes no version.
  await openInProgram(moscow);
  const first = new Uint8Array(await readFile(await program.opened()));
  await expect(card.files.getByRole('listitem').filter({ hasText: '.docx' })).not.toContainText('версия 2');

  await program.save(demoRevision(first, 1));
  await expect(card.files).toContainText('версия 2');
  await expect(page.getByText('Сохранена 1 версия.')).toBeVisible();
  await card.expectReceipt(/принято центром, файлы сверены/);

  // A program may save as soon as it has the file.
  await page.getByRole('button', { name: 'Завершить' }).click();
  await expect(page.getByText(/^Открыт в программе: /)).toBeHidden();
  await program.willSave(demoRevision(first, 2));
  await openInProgram(moscow);
  await expect(card.files).toContainText('версия 3');

  await moscow.restart(() => program.save(demoRevision(first, 3)));
  await expect(frame.person).toContainText(lawyer);
  await frame.go('/contracts');
  await register.open(/^Черновики/);
  await register.openRow('Охрана офиса в Москве');
  await card.part('Файлы и версии');
  await expect(card.files).toContainText('версия 4');
});
