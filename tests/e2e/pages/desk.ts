import { expect, type Locator, type Page } from '@playwright/test';
import { Frame } from './frame.ts';
import { either } from './words.ts';

/** «Очереди» of whoever answers requests, in either language: the list by what breaks next, and the ticket beside it. */
export class Desk {
  readonly page: Page;
  readonly list: Locator;
  readonly panel: Locator;
  readonly reply: Locator;
  /** What was said and what happened, in the panel or on the card. */
  readonly talk: Locator;

  /** Drops the condition that is there at first: one's own and nobody's tickets alone. */
  readonly whole: Locator;

  constructor(page: Page) {
    this.page = page;
    this.list = page.getByRole('grid', { name: either('Заявки очереди', 'Requests of the desk') });
    this.panel = page.getByRole('complementary', { name: either('Заявка', 'Request') });
    this.reply = page.getByRole('textbox', { name: either('Ответ заявителю', 'Reply to the requester') });
    this.whole = page.getByRole('button', { name: either('Убрать: Назначено', 'Remove: Assigned') });
    this.talk = page.getByRole('list', { name: either('Ход заявки', 'Course of the request') });
  }

  async open(): Promise<void> {
    await new Frame(this.page).go('/tickets/queues');
  }

  /** Chooses one of the desks, beside each other or in a list. */
  async choose(name: string): Promise<void> {
    const label = new RegExp(`^${name} \\d+$`);
    const side = this.page.getByRole('radiogroup', { name: either('Очередь', 'Desk') }).getByText(label);
    const field = this.page.getByRole('combobox', { name: either('Очередь', 'Desk') });
    await expect(side.or(field).first()).toBeVisible();
    if (await side.isVisible()) return side.click();
    await field.click();
    await this.page.getByRole('option', { name: label }).click();
  }

  row(title: string | RegExp): Locator {
    return this.list.locator('[role="row"][aria-selected]').filter({ hasText: title });
  }

  /** Puts the cursor on a ticket; the panel shows it when this returns. */
  async stand(title: string): Promise<void> {
    await this.row(title).click();
    await expect(this.panel.getByRole('heading', { level: 2, name: title })).toBeVisible();
  }

  button(russian: string, english: string): Locator {
    return this.panel.getByRole('button', { name: either(russian, english) });
  }
}
