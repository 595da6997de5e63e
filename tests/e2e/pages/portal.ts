import { expect, type Locator, type Page } from '@playwright/test';
import { Frame } from './frame.ts';
import { either } from './words.ts';

/** «Заявки» of whoever asks, in either language: the catalog with its one question, the form of a service, own requests. */
export class Portal {
  readonly page: Page;
  /** The field under «Что нужно сделать?». */
  readonly ask: Locator;
  readonly form: Locator;
  /** Who will have it and until when, beside the form. */
  readonly side: Locator;
  readonly send: Locator;
  /** Own requests, on their page. */
  readonly rows: Locator;

  constructor(page: Page) {
    this.page = page;
    this.ask = page.getByRole('combobox', { name: either('Что нужно сделать', 'What needs to be done') });
    this.form = page.getByRole('form');
    this.side = page.getByRole('complementary', { name: either('Кому это уйдёт', 'Who gets it') });
    this.send = page.getByRole('button', { name: either('Отправить заявку', 'Send the request') });
    this.rows = page.getByRole('region', { name: either('Мои заявки', 'My requests') }).getByRole('listitem');
  }

  async open(): Promise<void> {
    await new Frame(this.page).go('/tickets');
  }

  async openMine(): Promise<void> {
    await new Frame(this.page).go('/tickets/mine');
  }

  /** Finds a service by words of the person who asks and opens the first that fits with Enter. */
  async find(words: string, service: string): Promise<void> {
    await this.open();
    await this.ask.fill(words);
    await expect(this.page.getByRole('option', { selected: true })).toContainText(service);
    await this.ask.press('Enter');
    await expect(this.page.getByRole('heading', { level: 1, name: service })).toBeVisible();
    await expect(this.form).toBeVisible();
  }

  /** One's own request in the list. */
  row(title: string | RegExp): Locator {
    // The stages of a request are a list as well: its row is the one with its name as a link.
    return this.rows.filter({ has: this.page.getByRole('link', { name: title }) });
  }

  /** The card of a service in the catalog. */
  service(name: string): Locator {
    return this.page.getByRole('listitem').filter({ has: this.page.getByRole('link', { name, exact: true }) });
  }

  /** Types a period as people do: the first day, and the last one counted from it. */
  async period(from: string, to: string): Promise<void> {
    for (const [label, text] of [
      [either('Первый день', 'First day'), from],
      [either('Последний день', 'Last day'), to],
    ] as const) {
      const field = this.form.getByRole('textbox', { name: label });
      await field.fill(text);
      await field.press('Tab');
    }
  }

  /** Chooses a colleague in a field that finds them while typing. */
  async colleague(field: string, name: string): Promise<void> {
    await this.form.getByRole('combobox', { name: field }).fill(name);
    await this.page.getByRole('option', { name: new RegExp(name) }).click();
  }

  /** Cancels an own request where it stands in the list. */
  async cancel(title: string | RegExp): Promise<void> {
    await this.row(title)
      .getByRole('button', { name: either('Отменить заявку', 'Cancel the request') })
      .click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('button', { name: either('Отменить заявку', 'Cancel the request') }).click();
    await expect(dialog).toHaveCount(0);
  }
}
