import { DocumentCard } from '#tests/e2e/pages/document-card.ts';
import { DocumentForm } from '#tests/e2e/pages/document-form.ts';
import { FilePreview } from '#tests/e2e/pages/file-preview.ts';
import { Frame } from '#tests/e2e/pages/frame.ts';
import { keysOf, mouse } from '#tests/e2e/pages/hands.ts';
import { Palette } from '#tests/e2e/pages/palette.ts';
import { Registration } from '#tests/e2e/pages/registration.ts';
import { expect, test } from '#tests/e2e/support/fixtures.ts';
import { scannedLetter } from '#tests/fixtures/files/scanned-letter.ts';

const clerk = 'Алия Гизатуллина';
const colleague = 'Анна Крылова';
/** A second and what a machine that runs a browser, a centre and two workstations at once adds to it. */
const soon = { timeout: 3_000 };

/** The letter of a day: what is typed, what stands in the scan alone, other forms of both; and the words of the window. */
const days = [
  {
    language: 'ru',
    hands: 'a mouse',
    subject: 'О поставке виброплощадок',
    otherForm: 'виброплощадка',
    scan: 'Просим отгрузить также два пескоструйных аппарата.',
    otherFormOfScan: 'пескоструйные',
    create: 'Что создать',
    incoming: 'Входящий документ',
    register: /^Зарегистрировать/,
    registered: 'Документ зарегистрирован',
    receipt: 'Квитанция',
    files: /^Файлы/,
    waits: /в исходящих, ждёт связи/,
    accepted: /принято центром, файлы сверены, .*\d\d:\d\d/,
    unknown: 'центр ещё не знает',
    known: /Принято(\d\d\.\d\d\.\d{4}, )?\d\d:\d\d/,
    onTheWay: /Принято центром.*\d\d:\d\d/,
    cases: 'Номенклатура дел',
    inFile: /в файле скан письма\.pdf/,
  },
  {
    language: 'en',
    hands: 'the keyboard alone',
    subject: 'О ремонте газоанализаторов',
    otherForm: 'газоанализатор',
    scan: 'Просим заменить также три катализаторных фильтра.',
    otherFormOfScan: 'катализаторными',
    create: 'What to create',
    incoming: 'Incoming document',
    register: /^Register/,
    registered: 'Document registered',
    receipt: 'Receipt',
    files: /^Files/,
    waits: /in the outbox, waits for a link/,
    accepted: /accepted by the centre, files verified, .*\d\d:\d\d/,
    unknown: 'the centre does not know yet',
    known: /Received(\d\d\.\d\d\.\d{4}, )?\d\d:\d\d/,
    onTheWay: /Accepted by the centre.*\d\d:\d\d/,
    cases: 'Case files',
    inFile: /in the file скан письма\.pdf/,
  },
] as const;

for (const say of days) {
  test(`a clerk without a link registers a letter, files and finds it, and sees when the centre has it: in ${say.language}, by ${say.hands}`, async ({
    kazan,
    moscow,
  }) => {
    const { page, network } = kazan;
    const hands = say.hands === 'a mouse' ? mouse : keysOf(page);
    const frame = new Frame(page);
    const form = new DocumentForm(page);
    const card = new DocumentCard(page);
    const registration = new Registration(page);
    const palette = new Palette(page);
    const preview = new FilePreview(page);
    let number = '';

    await test.step('the day begins: both have signed in, and then the branch loses its link', async () => {
      for (const [place, name] of [
        [kazan, clerk],
        [moscow, colleague],
      ] as const) {
        await new Frame(place.page).enter(name);
        await new Frame(place.page).speak(say.language);
      }
      await expect(frame.online).toBeVisible();
      await expect(frame.outbox).toBeVisible();
      network.cut();
      await expect(frame.online).toBeHidden();
    });

    await test.step('the postman has been: a letter is entered with its scan', async () => {
      await hands.act(page.getByRole('button', { name: say.create }), 'KeyC');
      await hands.act(page.getByRole('menuitem', { name: say.incoming }), 'Digit1');
      await hands.write(form.subject, say.subject);
      await hands.choose(form.counterparty, 'Булгар', page.getByRole('option', { name: /Булгар/ }).first());
      const chooser = page.waitForEvent('filechooser');
      await hands.press(form.addFiles);
      await (await chooser).setFiles({
        name: 'скан письма.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from(scannedLetter(['ООО «Булгар» – Казанскому филиалу', say.scan])),
      });
      await expect(form.form.getByText('скан письма.pdf')).toBeVisible();
      await hands.act(form.save, 'Control+S');
      await expect(card.title).toContainText(say.subject);
      await card.expectReceipt(say.waits);
    });

    await test.step('the number is there before it is written on the paper; the letter goes into its case file', async () => {
      await hands.act(page.getByRole('main').getByRole('button', { name: say.register }), 'KeyN');
      number = await registration.promised();
      expect(number).toMatch(/^ВХ-КЗН\/\d{4}-\d{5}$/);
      const filed = page.getByRole('option', { name: /Переписка с контрагентами/ });
      await hands.choose(registration.caseFile, 'контрагентами', filed);
      await expect(registration.caseFile).toHaveValue(/Переписка с контрагентами/);
      await hands.press(registration.dialog.getByRole('button', { name: say.register }));
      await expect(frame.toasts.getByText(say.registered)).toBeVisible();
      await expect(card.number).toHaveText(number);
    });

    await test.step('a second later it is found by other forms of its words, typed and scanned', async () => {
      await palette.open();
      await page.keyboard.type(say.otherForm);
      const hit = palette.options.filter({ hasText: number });
      await expect(hit).toBeVisible(soon);
      await page.keyboard.press('Escape');
      await expect(palette.input).toBeHidden();

      await expect(async () => {
        await palette.open();
        await page.keyboard.press('Control+A');
        await page.keyboard.type(say.otherFormOfScan);
        await expect(palette.options.filter({ hasText: say.inFile })).toBeVisible({ timeout: 1_500 });
      }).toPass();
      await page.keyboard.press('Enter');
      await expect(preview.told).toContainText(/^1 (из|of) 1$/);
    });

    await test.step('it lies in its case file', async () => {
      await palette.open();
      await page.keyboard.type(say.cases);
      await page.keyboard.press('Enter');
      await hands.openLine(registration.line('Переписка с контрагентами'));
      await hands.openLine(registration.line(number));
      await expect(card.number).toHaveText(number);
    });

    await test.step('the link returns: the receipt shows when the centre has it all', async () => {
      await hands.turnTo(page.getByRole('tab', { name: say.receipt }));
      const side = page.getByRole('tabpanel', { name: say.receipt });
      await expect(side).toContainText(say.unknown);
      network.heal();
      await card.expectReceipt(say.accepted);
      await expect(side).not.toContainText(say.unknown);
      await expect(side).toContainText(say.known);
      await hands.press(card.receipt);
      await expect(card.path).toContainText(say.onTheWay);
      await page.keyboard.press('Escape');
      await expect(card.path).toBeHidden();
      await expect(card.receipt).toBeFocused();
    });

    await test.step('the centre sees it: a colleague in Moscow finds the number and reads the scan', async () => {
      const there = new DocumentCard(moscow.page);
      const theirs = new Palette(moscow.page);
      const theirHands = say.hands === 'a mouse' ? mouse : keysOf(moscow.page);
      const scan = new FilePreview(moscow.page);
      await theirs.open();
      await moscow.page.keyboard.type(number);
      await expect(theirs.options.filter({ hasText: say.subject })).toBeVisible();
      await moscow.page.keyboard.press('Enter');
      await expect(there.number).toHaveText(number);
      await theirHands.turnTo(moscow.page.getByRole('tab', { name: say.receipt }));
      await expect(moscow.page.getByRole('tabpanel', { name: say.receipt })).toContainText(clerk);
      await theirHands.turnTo(moscow.page.getByRole('tab', { name: say.files }));
      await expect(scan.pane.locator('canvas').first()).toBeVisible();
    });
  });
}
