import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { DocumentFilter } from '#shared/queries/document.ts';
import { anyTicket } from '#shared/queries/ticket.ts';
import { makeDocument } from '#tests/e2e/pages/deeds.ts';
import { DocumentCard } from '#tests/e2e/pages/document-card.ts';
import { DocumentForm } from '#tests/e2e/pages/document-form.ts';
import { Frame } from '#tests/e2e/pages/frame.ts';
import type { Door } from '#tests/e2e/support/door.ts';
import { expect, test, type Workplace } from '#tests/e2e/support/fixtures.ts';
import { tours } from '#tests/e2e/support/tour.ts';
import { person, type Sights } from '#tests/e2e/support/tour-stop.ts';

const folder = join(import.meta.dirname, '../../test-results/pictures');
const small = { width: 1280, height: 800 };
const large = { width: 1920, height: 1080 };

/**
 * At every change axe looks at the newest rooms, the portal's, in one language and theme: all of it would take longer than a change may
 * wait. Every page in both themes, with pictures in both languages and widths, is looked at when asked: OPORA_PICTURES=1.
 */
const forTheEye = process.env['OPORA_PICTURES'] === '1';
const languages = forTheEye ? (['ru', 'en'] as const) : (['ru'] as const);

let sights: Sights | undefined;

// The tours do not depend on each other: both workers take them, each in a company of its own.
test.describe.configure({ mode: 'parallel' });

for (const language of languages) {
  for (const [title, stops] of Object.entries(tours).filter(([name]) => forTheEye || name.includes('portal'))) {
    test(`${title} in ${language}: ${language === 'ru' ? 'nothing that axe objects to' : 'pictures'}`, async ({
      moscow,
      kazan,
      backstage,
    }) => {
      test.setTimeout(300_000);
      sights ??= await prepare(moscow, kazan, backstage);
      const { page } = moscow;
      await page.evaluate((chosen) => {
        localStorage.setItem('opora-language', chosen);
        // The window follows the system: one tour shows both themes.
        localStorage.setItem('opora-scheme', 'auto');
      }, language);
      await page.reload();
      await new Frame(page).enter(person);
      await expect(page.locator('html')).toHaveAttribute('lang', language);

      const objections: string[] = [];
      const picture = async (name: string): Promise<void> => {
        await settled(page);
        if (!forTheEye) return;
        await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' });
      };
      for (const stop of stops) {
        await test.step(stop.name, async () => {
          await stop.open(page, sights as Sights, moscow);
          // Colours do not depend on the language: the English tour looks at words alone.
          for (const scheme of forTheEye && language === 'ru' ? (['light', 'dark'] as const) : (['light'] as const)) {
            await page.emulateMedia({ colorScheme: scheme });
            await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme);
            await picture(`${stop.name}-${language}-${scheme}-${small.width}`);
            if (language === 'ru') objections.push(...(await objectionsTo(page, stop.name, scheme)));
          }
          await page.emulateMedia({ colorScheme: 'light' });
          if (language === 'ru' && forTheEye) {
            await page.setViewportSize(large);
            await picture(`${stop.name}-${language}-light-${large.width}`);
            await page.setViewportSize(small);
          }
          await stop.leave?.(page, moscow);
        });
      }
      expect(objections).toEqual([]);
    });
  }
}

/** Records that a tour looks at: papers of the demo company by what they are, and a document in dispute. */
async function prepare(moscow: Workplace, kazan: Workplace, door: Door): Promise<Sights> {
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

  await door.enter('krylova');
  const list = async (filter: DocumentFilter) => {
    const sort = { column: 'createdAt', direction: 'desc' } as const;
    return (await door.query('document.list', { filter, sort, start: 0, end: 200 })).rows;
  };
  const contracts = await list({ kinds: ['contract'] });
  const contract = contracts.find((row) => row.subject === 'Поставка серверного оборудования и монтаж');
  const performed = contracts.find((row) => row.subject === 'Электроснабжение склада на Петухова');
  const invoices = await list({ kinds: ['invoice', 'act', 'incoming'] });
  const document = await firstPdf(
    door,
    invoices.filter((row) => row.attachments === 1 && row.counterpartyId !== null),
  );
  if (!contract || !performed || !document) throw new Error('the demo company has not what the tour shows');
  const { attachments = [] } = (await door.query('document.card', { id: contract.id })) ?? {};
  const [older, newer] = attachments.filter((file) => file.purpose === 'text').sort((a, b) => a.version - b.version);
  if (!older || !newer) throw new Error('the contract of the tour has no two versions');
  return {
    document: document.id,
    contract: contract.id,
    versions: [older.id, newer.id],
    performed: performed.id,
    disputed,
    counterparty: document.counterpartyId ?? '',
    ticket: await ticketWithTasks(door),
  };
}

/** A request that has been agreed to and is worked on by several desks, one of them the person's. */
async function ticketWithTasks(door: Door): Promise<string> {
  const asked = { filter: anyTicket, sort: 'breaks', descending: false, offset: 0, limit: 200 } as const;
  const { rows } = await door.query('ticket.list', asked);
  const found = rows.find((row) => row.serviceName === 'Командировка' && row.tasksOpen > 0) ?? rows[0];
  if (!found) throw new Error('the demo company has no request at the desks of the tour');
  return found.id;
}

/** The first document whose only file is a PDF. */
async function firstPdf<R extends { id: string }>(door: Door, rows: readonly R[]): Promise<R | undefined> {
  for (const row of rows) {
    const card = await door.query('document.card', { id: row.id });
    if (card?.attachments.every((file) => file.mime === 'application/pdf')) return row;
  }
  return undefined;
}

/** Fonts are there, nothing is being drawn for the first time. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await expect(page.locator('[class*="skeleton"], [aria-busy="true"]')).toHaveCount(0);
  await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined))));
}

/** What axe finds wrong with the page, one line for each rule. Themes differ in their colours alone: the dark one is asked about those. */
async function objectionsTo(page: Page, name: string, scheme: 'light' | 'dark'): Promise<string[]> {
  // One frame, no others: the legacy way needs no second page for it.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({
    resultTypes: ['violations'],
    ...(scheme === 'dark' ? { runOnly: ['color-contrast'] } : {}),
  });
  const { violations } = await axe.analyze();
  return violations.map(
    ({ id, help, nodes }) =>
      `${name}, ${scheme}: ${id} (${help}): ${nodes
        .map((node) => node.target.join(' '))
        .slice(0, 3)
        .join(' | ')}`,
  );
}
