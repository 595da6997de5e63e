import { expect, type Locator, type Page } from '@playwright/test';
import { either } from './words.ts';

/** The card of a document. */
export class DocumentCard {
  readonly page: Page;
  readonly title: Locator;
  /** Its number, or that it has none, at the end of the way to it. */
  readonly number: Locator;
  readonly receipt: Locator;
  readonly edit: Locator;
  readonly archive: Locator;
  readonly restore: Locator;
  readonly files: Locator;
  readonly history: Locator;
  readonly message: Locator;
  /** The way of the record to the centre, opened by its receipt. */
  readonly path: Locator;

  constructor(page: Page) {
    this.page = page;
    const main = page.getByRole('main');
    this.title = main.getByRole('heading', { level: 1 });
    this.number = main
      .getByRole('navigation', { name: either('Где вы', 'Where you are') })
      .locator('[aria-current="page"]');
    this.receipt = this.title.getByRole('button');
    this.edit = main.getByRole('button', { name: 'Изменить' });
    this.archive = main.getByRole('button', { name: 'В архив' });
    this.restore = main.getByRole('button', { name: 'Вернуть из архива' });
    this.files = page.getByRole('list', { name: 'Файлы документа' });
    this.history = page.getByRole('list', { name: 'История' });
    this.path = page.getByRole('dialog', { name: either('Путь записи', 'Path of the record') });
    this.message = page.getByRole('textbox', { name: 'Сообщение' });
  }

  async tab(name: 'Карточка' | 'Файлы' | 'Обсуждение' | 'История' | 'Квитанция'): Promise<void> {
    await this.page.getByRole('tab', { name }).click();
    await expect(this.page.getByRole('tabpanel', { name })).toBeVisible();
  }

  /** The value that stands beside a caption of the card. */
  value(caption: string): Locator {
    return this.page
      .getByRole('tabpanel')
      .locator('dt', { hasText: new RegExp(`^${caption}$`) })
      .first()
      .locator('xpath=following-sibling::dd[1]');
  }

  /** Waits for the receipt of the centre, whose words may name the time after them. */
  async expectReceipt(words: string | RegExp): Promise<void> {
    await expect(this.receipt).toHaveAccessibleName(words);
  }
}
