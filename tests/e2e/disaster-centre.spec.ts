import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openWritable } from '#electron/core/store/open.ts';
import { searchRaw } from '#tests/durability/raw-search.ts';
import { makeDocument } from '#tests/e2e/pages/deeds.ts';
import { DocumentCard } from '#tests/e2e/pages/document-card.ts';
import { DocumentForm } from '#tests/e2e/pages/document-form.ts';
import { Exchange } from '#tests/e2e/pages/exchange.ts';
import { Frame } from '#tests/e2e/pages/frame.ts';
import { makePaper, peopleOf } from '#tests/e2e/support/company.ts';
import { expect, test, type Workplace } from '#tests/e2e/support/fixtures.ts';

const head = 'Анна Крылова';
const clerk = 'Алия Гизатуллина';

async function expectOn(
  places: readonly Workplace[],
  ids: readonly string[],
  subjects: readonly string[],
): Promise<void> {
  for (const { page } of places) {
    for (const [at, id] of ids.entries()) {
      await new Frame(page).go(`/documents/${id}`);
      await expect(new DocumentCard(page).title).toContainText(subjects[at] ?? '');
      await new DocumentCard(page).expectReceipt(/принято центром/);
    }
    await expect(new Frame(page).outbox).toContainText('исходящие пусты');
  }
}

test('the centre is restored from an old backup: what it has forgotten comes back from the workstations', async ({
  office,
  moscow,
  kazan,
}, info) => {
  // A centre is backed up, restored and started meanwhile, and everybody fetches everything anew.
  test.slow();
  await new Frame(moscow.page).enter(head);
  await new Frame(kazan.page).enter(clerk);
  const subjects = ['До копии: о кровле', 'После копии: о щебне', 'Без связи: о песке'];
  const before = await makeDocument(kazan.page, subjects[0] ?? '');
  await new DocumentCard(kazan.page).expectReceipt(/принято центром/);
  const copy = await office.backUp();
  const after = await makeDocument(kazan.page, subjects[1] ?? '');
  await new DocumentCard(kazan.page).expectReceipt(/принято центром/);
  await new Frame(moscow.page).go(`/documents/${after}`);
  await expect(new DocumentCard(moscow.page).title).toContainText(subjects[1] ?? '');
  await office.stop();
  const offline = await makeDocument(moscow.page, subjects[2] ?? '');
  await office.restore(copy);
  await office.start();

  await expectOn([moscow], [before, after, offline], subjects);
  // What is entered in Moscow is nobody's business in Kazan.
  await expectOn([kazan], [before, after], subjects);
  await expect(new Frame(moscow.page).conflicts).toBeHidden();
  await moscow.page.screenshot({ path: info.outputPath('restored-centre.png') });
});

test('a cloned computer: both copies work without a link, and nothing of either is lost', async ({
  moscow,
  kazan,
  train,
}, info) => {
  await new Frame(kazan.page).enter(clerk);
  await new Frame(moscow.page).enter(head);
  const first = await makeDocument(kazan.page, 'До клонирования');
  await new DocumentCard(kazan.page).expectReceipt(/принято центром/);
  const clone = (): Promise<void> =>
    train.restart(async () => {
      await rm(train.station.profileDir, { recursive: true });
      await cp(kazan.station.profileDir, train.station.profileDir, { recursive: true });
    });
  await kazan.restart(clone);
  for (const { page, network } of [kazan, train]) {
    network.cut();
    await expect(new Frame(page).person).toContainText(clerk);
    await expect(new Frame(page).online).toBeHidden();
  }
  const subjects = ['До клонирования', 'С самого компьютера', 'С его копии'];
  const own = await makeDocument(kazan.page, subjects[1] ?? '');
  const copied = await makeDocument(train.page, subjects[2] ?? '');
  kazan.network.heal();
  await new DocumentCard(kazan.page).expectReceipt(/принято центром/);
  train.network.heal();

  await expectOn([moscow, kazan, train], [first, own, copied], subjects);
  await train.page.screenshot({ path: info.outputPath('cloned-computer.png') });
});

/** Looks for these through a copy of a profile as it lies on the disk, with its databases opened. Returns where they were found. */
async function foundIn(profileDir: string, needles: readonly (string | Buffer)[]): Promise<string[]> {
  const copy = await mkdtemp(join(tmpdir(), 'opora-raw-'));
  await cp(profileDir, copy, { recursive: true });
  const key = await readFile(join(copy, 'demo.key'));
  for (const name of await readdir(copy, { recursive: true })) {
    if (!name.endsWith('.db')) continue;
    const db = openWritable({ path: join(copy, name), key });
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.pragma('journal_mode = DELETE');
    db.pragma("rekey = ''");
    db.close();
  }
  const found = searchRaw(copy, key, needles).sort();
  await rm(copy, { recursive: true });
  return found;
}

test('moved to another branch: its papers and files go, what was typed stays to be read', async ({
  moscow,
  kazan,
  backstage,
}, info) => {
  const { page, network, station } = kazan;
  const frame = new Frame(page);
  const secrets = ['Щавелевополье', Buffer.from('Только для казанского филиала, 4711-0815')] as const;
  await backstage.enter('krylova');
  const { person, branch } = await peopleOf(backstage);
  const subject = `О тайне: ${secrets[0]}`;
  const id = await makePaper(backstage, { subject, branchId: branch('КЗН'), responsibleId: person('krylova') });
  await backstage.settled();
  await new Frame(moscow.page).enter(head);
  await addFile(moscow.page, id, { name: 'секрет.txt', mimeType: 'text/plain', buffer: secrets[1] });
  await frame.enter(clerk);
  await frame.go(`/documents/${id}`);
  await expect(page.getByText(String(secrets[1]))).toBeVisible();
  const before = (await foundIn(station.profileDir, secrets)).join();
  expect(before).toMatch(/files.*: Только для.*opora\.db: Щавелевополье/);

  network.cut();
  await expect(frame.online).toBeHidden();
  await frame.go(`/documents/${id}/edit`);
  await new DocumentForm(page).note.fill('Набрано, пока доступ отзывали');
  await page.keyboard.press('Control+S');
  await expect(new DocumentCard(page).value('Примечание')).toHaveText('Набрано, пока доступ отзывали');
  await backstage.enter('lapin');
  const patch = { branchId: branch('САМ') };
  await backstage.run('employee.update', { id: person('gizatullina'), patch, base: { branchId: branch('КЗН') } });
  await backstage.settled();
  network.heal();

  await expect(page.getByText('Документа нет или он вам не открыт')).toBeVisible();
  // The profile is copied while it is at work: a copy in the middle of a save is taken anew.
  await expect(async () => expect(await foundIn(station.profileDir, secrets)).toEqual([])).toPass({ timeout: 60_000 });
  await new Exchange(page).open('outbox');
  await expect(page.getByText('Набрано, пока доступ отзывали').first()).toBeVisible();
  await page.screenshot({ path: info.outputPath('moved-to-another-branch.png') });
});

/** Adds a file to a document on its card and waits for the word of the centre. */
async function addFile(
  page: Page,
  id: string,
  file: { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  await new Frame(page).go(`/documents/${id}`);
  const card = new DocumentCard(page);
  await card.tab('Файлы');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Добавить файлы' }).first().click();
  await (await chooser).setFiles(file);
  await expect(card.files).toContainText(file.name);
  await expect(new Frame(page).outbox).toContainText('исходящие пусты');
}
