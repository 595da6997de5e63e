import type { Locator, Page } from '@playwright/test';
import { Frame } from './frame.ts';

/** «Обмен с центром»: the outbox with receipts, and the desk of conflicts. */
export class Exchange {
  readonly page: Page;
  readonly waiting: Locator;
  readonly receipts: Locator;
  readonly save: Locator;

  constructor(page: Page) {
    this.page = page;
    this.waiting = page.getByRole('grid', { name: 'Ждут отправки' }).getByRole('row');
    this.receipts = page.getByRole('grid', { name: 'Квитанции за сегодня' }).getByRole('row');
    this.save = page.getByRole('button', { name: /^(Сохранить решение|Save decision)/ });
  }

  async open(tab: 'conflicts' | 'outbox' | 'receipts'): Promise<void> {
    await new Frame(this.page).go(`/exchange/${tab}`);
  }

  /** The two sides of a disputed field. */
  side(field: string, side: string | RegExp): Locator {
    return this.page
      .getByRole('radiogroup', { name: new RegExp(`^(Выбор|Choice): ${field}$`) })
      .getByRole('radio', { name: side });
  }
}
