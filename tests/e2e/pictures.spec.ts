import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { makeDocument } from '#tests/e2e/pages/deeds.ts';
import { DocumentCard } from '#tests/e2e/pages/document-card.ts';
import { DocumentForm } from '#tests/e2e/pages/document-form.ts';
import { Frame } from '#tests/e2e/pages/frame.ts';
import { Register } from '#tests/e2e/pages/register.ts';
import { expect, test, type Workplace } from '#tests/e2e/support/fixtures.ts';
import { person, type Sights, stops } from '#tests/e2e/support/tour.ts';

const folder = join(import.meta.dirname, '../../test-results/pictures');
const sizes = [
  { width: 1920, height: 1080 },
  // The last one stays: the next page is opened and examined in it.
  { width: 1280, height: 800 },
] as const;

let sights: Sights | undefined;

// The tours do not depend on each other: both workers take them, each in a company of its own.
test.describe.configure({ mode: 'parallel' });

for (const language of ['ru', 'en'] as const) {
  for (const scheme of ['light', 'dark'] as const) {
    test(`every page in ${language}, ${scheme}: a picture of each size${language === 'ru' ? ', nothing that axe objects to' : ''}`, async ({
      moscow,
      kazan,
    }) => {
      test.setTimeout(240_000);
      sights ??= await prepare(moscow, kazan);
      const { page } = moscow;
      await page.evaluate(
        ([chosen, look]) => {
          localStorage.setItem('opora-language', chosen);
          localStorage.setItem('opora-scheme', look);
        },
        [language, scheme] as const,
      );
      await page.reload();
      await new Frame(page).enter(person);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme);

      const objections: string[] = [];
      for (const stop of stops) {
        await test.step(stop.name, async () => {
          await stop.open(page, sights as Sights, moscow);
          await settled(page);
          if (language === 'ru') objections.push(...(await objectionsTo(page, stop.name)));
          for (const size of sizes) {
            await page.setViewportSize(size);
            await settled(page);
            const name = `${stop.name}-${language}-${scheme}-${size.width}.png`;
            await page.screenshot({ path: join(folder, name), animations: 'disabled', caret: 'hide' });
          }
          await stop.leave?.(page, moscow);
        });
      }
      expect(objections).toEqual([]);
    });
  }
}

/** Records that a tour looks at: a contract with a file, a document in dispute, a counterparty with documents. */
async function prepare(moscow: Workplace, kazan: Workplace): Promise<Sights> {
  await new Frame(moscow.page).enter(person);
  await new Frame(kazan.page).enter('Алия Гизатуллина');
  const disputed = await makeDocument(kazan.page, 'О приёмке партии стекла');
  await new DocumentCard(kazan.page).expectReceipt(/принято центром/);
  await new Frame(moscow.page).go(`/documents/${disputed}`);
  await expect(new DocumentCard(moscow.page).title).toContainText('О приёмке партии стекла');
  for (const [place, amount] of [
    [moscow, '184500'],
    [kazan, '186300'],
  ] as const) {
    place.network.cut();
    await expect(new Frame(place.page).online).toBeHidden();
    await new Frame(place.page).go(`/documents/${disputed}/edit`);
    await new DocumentForm(place.page).amount.fill(amount);
    await place.page.keyboard.press('Control+S');
    await new DocumentCard(place.page).expectReceipt(/в исходящих/);
  }
  for (const place of [moscow, kazan]) {
    place.network.heal();
    await expect(new Frame(place.page).outbox).toHaveText('исходящие пусты');
  }
  await expect(new Frame(moscow.page).conflicts).toBeVisible();

  const register = new Register(moscow.page);
  await new Frame(moscow.page).go('/documents');
  await register.open(/^Все/);
  await register.offer('Вид');
  await moscow.page.getByRole('checkbox', { name: 'Договор', exact: true }).check();
  await moscow.page.keyboard.press('Escape');
  await register.settled();
  await expect(register.rows.first().locator('[col-id="subject"]')).toContainText(/договор/i);
  const contract = (await register.rows.first().getAttribute('row-id')) ?? '';
  await new Frame(moscow.page).go(`/documents/${contract}`);
  const party = await new DocumentCard(moscow.page).value('Контрагент').getByRole('link').getAttribute('href');
  return { contract, disputed, counterparty: party?.split('/').at(-1) ?? '' };
}

/** Fonts are there, nothing is being drawn for the first time. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await expect(page.locator('[class*="skeleton"], [aria-busy="true"]')).toHaveCount(0);
  await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined))));
}

/** What axe finds wrong with the page, one line for each rule. */
async function objectionsTo(page: Page, name: string): Promise<string[]> {
  // One frame, no others: the legacy way needs no second page for it.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .analyze();
  return violations.map(
    ({ id, help, nodes }) =>
      `${name}: ${id} (${help}): ${nodes
        .map((node) => node.target.join(' '))
        .slice(0, 3)
        .join(' | ')}`,
  );
}
