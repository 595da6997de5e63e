import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';

/** What stands around the list of a register: the filter builder, groups, the change of many documents, the export. */
export class RegisterTools {
  readonly page: Page;
  readonly dialog: Locator;
  readonly found: Locator;
  /** Lines above the documents of a group. */
  readonly bands: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog');
    this.found = this.dialog.getByRole('status');
    this.bands = page.locator('[role="row"][row-id^="group:"]');
  }

  line(n: string): Locator {
    return this.dialog.getByRole('group', { name: `Условие ${n}`, exact: true });
  }

  /** Chooses in a list that opens under a field. */
  async choose(field: Locator, ...options: string[]): Promise<void> {
    await field.click();
    for (const option of options) await this.page.getByRole('option', { name: option, exact: true }).click();
  }

  async add(what: 'Условие' | 'Группа условий'): Promise<void> {
    await this.dialog.getByRole('button', { name: what, exact: true }).last().click();
  }

  async press(action: string | RegExp): Promise<void> {
    await this.dialog.getByRole('button', { name: action }).click();
  }

  async saveAs(name: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Сохранить отбор' }).click();
    await this.dialog.getByLabel('Название отбора').fill(name);
    await this.press('Сохранить');
    await expect(this.page.getByRole('tab', { name })).toHaveAttribute('aria-selected', 'true');
  }

  async groupBy(words: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Группы', exact: true }).click();
    await this.page.getByRole('menuitem', { name: words }).click();
    await expect(this.bands.first()).toBeVisible();
  }

  /** Number of documents that a band names. */
  async countOf(band: string): Promise<number> {
    const text = await this.bands.filter({ hasText: band }).first().innerText();
    return Number(/\d[\d\s]*/.exec(text.replace(/\u00a0/g, ''))?.[0] ?? Number.NaN);
  }

  /** What the preview of a change says of its documents: to be changed, so already, impossible. */
  async preview(): Promise<[number, number, number]> {
    const counts = await this.dialog.locator('dd').allInnerTexts();
    const [changes = Number.NaN, same = Number.NaN, refused = Number.NaN] = counts.map(Number);
    return [changes, same, refused];
  }

  /** The lines of a CSV of everything in the list. */
  async exportCsv(): Promise<string[]> {
    await this.page.getByRole('button', { name: 'Выгрузить', exact: true }).first().click();
    await this.dialog.getByText('Текст CSV').click();
    const download = this.page.waitForEvent('download');
    await this.press(/^Выгрузить/);
    return readFileSync(await (await download).path(), 'utf8')
      .trimEnd()
      .split('\r\n');
  }
}
