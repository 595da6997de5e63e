import type { Locator, Page } from '@playwright/test';

/** Ctrl+K: find, go, do. */
export class Palette {
  readonly page: Page;
  readonly input: Locator;
  readonly options: Locator;

  constructor(page: Page) {
    this.page = page;
    this.input = page.getByRole('combobox', { name: /Найти, перейти, сделать|Find, go, do/ });
    this.options = page.getByRole('listbox', { name: /Найти, перейти, сделать|Find, go, do/ }).getByRole('option');
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('Control+K');
    await this.input.waitFor();
  }
}
