import { open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { backUpBeside } from '#electron/core/store/backup.ts';
import { makeDocument } from '#tests/e2e/pages/deeds.ts';
import { DocumentCard } from '#tests/e2e/pages/document-card.ts';
import { Frame } from '#tests/e2e/pages/frame.ts';
import { Recovery } from '#tests/e2e/pages/recovery.ts';
import { expect, test } from '#tests/e2e/support/fixtures.ts';

const clerk = 'Алия Гизатуллина';

/** Folder of the only person of a profile. */
async function personFolder(profileDir: string): Promise<string> {
  const [person = ''] = await readdir(join(profileDir, 'people'));
  return join(profileDir, 'people', person);
}

/** What a bad disk does: pages in the middle of the file are garbage, and what had not been written through is gone. */
async function damage(path: string): Promise<void> {
  const { size } = await stat(path);
  const file = await open(path, 'r+');
  for (let at = 0; at < size; at += 64 * 1024) await file.write(Buffer.alloc(4_096, 0x5a), 0, 4_096, at + 8_192);
  await file.close();
  for (const tail of ['-wal', '-shm']) await rm(path + tail, { force: true });
}

test('a damaged database: the program starts, says what can be saved, saves it, and nothing typed is lost', async ({
  kazan,
}, info) => {
  const { page, network, station } = kazan;
  const frame = new Frame(page);
  const recovery = new Recovery(page);
  await frame.enter(clerk);
  const sent = await makeDocument(page, 'Отправлено до сбоя');
  await new DocumentCard(page).expectReceipt(/принято центром/);
  const path = join(await personFolder(station.profileDir), 'opora.db');
  // The copy that the program makes of itself a minute after it has started, made now.
  await kazan.restart(async () => {
    backUpBeside({ path, key: await readFile(join(station.profileDir, 'demo.key')) }, Date.now(), 'daily');
  });
  await expect(frame.person).toBeVisible();
  network.cut();
  await expect(frame.online).toBeHidden();
  const typed = await makeDocument(page, 'Набрано без связи');
  await kazan.restart(() => damage(path));

  await expect(recovery.title).toHaveText('Данные на этом компьютере повреждены. Вернём их');
  await expect(recovery.fact('Не отправлено в центр')).toContainText(/[1-9]/);
  await page.screenshot({ path: info.outputPath('damaged.png') });
  await recovery.rescue.click();
  await expect(recovery.title).toHaveText('Данные возвращены');
  await page.screenshot({ path: info.outputPath('report.png') });
  await recovery.goOn.click();
  await frame.go(`/documents/${typed}`);
  await expect(new DocumentCard(page).title).toContainText('Набрано без связи');
  network.heal();
  await new DocumentCard(page).expectReceipt(/принято центром/);
  await frame.go(`/documents/${sent}`);
  await expect(new DocumentCard(page).title).toContainText('Отправлено до сбоя');
  await new DocumentCard(page).expectReceipt(/принято центром/);
  // What was damaged lies aside: nothing is ever deleted.
  await expect
    .poll(() => readdir(station.profileDir, { recursive: true }))
    .toContainEqual(expect.stringMatching(/aside/));
});

test('a lost key: the sheet with the recovery key opens everything again, a mistyped group is named', async ({
  novosibirsk,
}, info) => {
  const { page, network, station } = novosibirsk;
  const frame = new Frame(page);
  const recovery = new Recovery(page);
  await frame.enter(clerk);
  const groups = await recovery.readKey();
  await page.screenshot({ path: info.outputPath('recovery-key.png') });
  network.cut();
  await expect(frame.online).toBeHidden();
  const typed = await makeDocument(page, 'Набрано перед потерей ключа');
  await novosibirsk.restart(() => rm(join(station.profileDir, 'demo.key')));

  await expect(recovery.title).toHaveText('Ключ к данным пропал');
  await page.screenshot({ path: info.outputPath('lost-key.png') });
  const [first = '', ...others] = groups;
  const swapped = first.startsWith('A') ? `B${first.slice(1)}` : `A${first.slice(1)}`;
  await recovery.typeKey([swapped, ...others]);
  await recovery.open.click();
  await expect(page.getByText('Проверьте группы: 1')).toBeVisible();
  await recovery.typeKey(groups);
  await recovery.open.click();
  await expect(frame.person).toContainText(clerk);
  await frame.go(`/documents/${typed}`);
  await expect(new DocumentCard(page).title).toContainText('Набрано перед потерей ключа');
  network.heal();
  await new DocumentCard(page).expectReceipt(/принято центром/);
});
