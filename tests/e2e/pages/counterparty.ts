import type { Locator, Page } from '@playwright/test';
import { Frame } from './frame.ts';
import { Register } from './register.ts';
import { either } from './words.ts';

/** The form and the card of a counterparty. */
export class Counterparty {
  readonly page: Page;
  readonly form: Locator;
  readonly title: Locator;
  readonly accounts: Locator;
  readonly accountDialog: Locator;

  constructor(page: Page) {
    this.page = page;
    this.form = page.getByRole('form');
    this.title = page.getByRole('main').getByRole('heading', { level: 1 });
    this.accounts = page.getByRole('region', { name: 'Банковские счета' });
    this.accountDialog = page.getByRole('dialog', { name: 'Новый счёт' });
  }

  field(name: string): Locator {
    return this.form.getByRole('textbox', { name, exact: true });
  }

  async fill(values: Record<string, string>): Promise<void> {
    for (const [name, value] of Object.entries(values)) await this.field(name).fill(value);
  }

  async save(): Promise<void> {
    await this.page.getByRole('button', { name: either('Сохранить', 'Save') }).click();
  }

  async fillAccount(values: Record<string, string>): Promise<void> {
    for (const [name, value] of Object.entries(values))
      await this.accountDialog.getByRole('textbox', { name, exact: true }).fill(value);
  }

  async saveAccount(): Promise<void> {
    await this.accountDialog.getByRole('button', { name: 'Сохранить' }).click();
  }
}

/** Signs somebody in: the pages of whoever keeps the counterparties. */
export async function enterCounterparties(page: Page, person: string) {
  const frame = new Frame(page);
  await frame.enter(person);
  return { page, frame, register: new Register(page), party: new Counterparty(page) };
}
