import { expect, type Locator, type Page } from '@playwright/test';
import { Frame } from './frame.ts';
import { either } from './words.ts';

/** Registration of a document in its card, and the journals with their registers. */
export class Registration {
  readonly page: Page;
  readonly dialog: Locator;
  /** The number to come. */
  readonly number: Locator;
  readonly caseFile: Locator;
  /** The list of the open part: entries, or missing numbers. */
  readonly list: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog', { name: either('Регистрация', 'Registration') });
    this.number = this.dialog.getByRole('status');
    this.caseFile = this.dialog.getByRole('combobox', { name: either('Дело', 'Case file') });
    this.list = page.getByRole('grid');
  }

  /** Waits until the workstation has been given numbers by the centre; a document that may be registered is open. */
  async waitForOwnNumbers(): Promise<void> {
    await expect(async () => {
      await this.page.keyboard.press('KeyN');
      await expect(this.number)
        .toContainText(/Номер этого рабочего места|A number of this workstation/, { timeout: 1_000 })
        .finally(() => this.page.keyboard.press('Escape'));
    }).toPass();
    await expect(this.dialog).toBeHidden();
  }

  /** The number that the dialog promises; waits for one. */
  async promised(): Promise<string> {
    await expect(this.number).toContainText(/\d{5}/);
    const words = (await this.number.textContent())?.replace(/^(Номер|Number)/, '') ?? '';
    return /[^\s:]+\/\d{4}-\d{5}/.exec(words)?.[0] ?? '';
  }

  /** Registers the open document and returns its number, as it was shown before. */
  async register(): Promise<string> {
    await this.page.getByRole('button', { name: 'Зарегистрировать' }).click();
    const shown = await this.promised();
    await this.dialog.getByRole('button', { name: 'Зарегистрировать' }).click();
    await expect(this.dialog).toBeHidden();
    return shown;
  }

  /** Takes the registration of the open document back. */
  async takeBack(reason: string): Promise<void> {
    await this.page.setViewportSize({ width: 1600, height: 900 });
    await this.page.getByRole('button', { name: 'Отменить регистрацию' }).click();
    await this.page.getByLabel('Причина').fill(reason);
    await this.page.getByRole('dialog').getByRole('button', { name: 'Отменить регистрацию' }).click();
    await expect(this.page.getByRole('dialog')).toBeHidden();
  }

  /** Opens a journal by its name, from the list of journals. */
  async openJournal(name: string): Promise<void> {
    await new Frame(this.page).go('/registration/journals');
    await this.page.getByRole('button', { name, exact: true }).click();
    await expect(this.list).toBeVisible();
  }

  /** A line of the open list by words of it. */
  line(words: string): Locator {
    return this.list.locator('[role="row"][row-id]').filter({ hasText: words });
  }

  /** Opens the register of gaps of a journal's present period. */
  async openGaps(journal: string): Promise<void> {
    await new Frame(this.page).go('/registration/gaps');
    await this.page.getByRole('combobox', { name: 'Журнал' }).click();
    await this.page.getByRole('option', { name: journal, exact: true }).click();
    await expect(this.list).toBeVisible();
  }
}
