import { expect, type Locator, type Page } from '@playwright/test';

/** The page of everything that was found. */
export class SearchRoom {
  readonly page: Page;
  readonly field: Locator;
  /** Results that are drawn. */
  readonly results: Locator;
  readonly parts: Locator;
  readonly facets: Locator;

  constructor(page: Page) {
    this.page = page;
    this.field = page.getByRole('textbox', { name: 'Что найти' });
    this.results = page.getByRole('listbox', { name: 'Найденное' }).getByRole('option');
    this.parts = page.getByRole('list', { name: 'Понято так' });
    this.facets = page.getByRole('complementary', { name: 'Уточнить' });
  }

  /** A value of a facet with its count. */
  value(name: string): Locator {
    return this.facets.getByRole('checkbox', { name: new RegExp(`^${name}`) });
  }

  /** Waits until the foot of the list tells this many. */
  async expectFound(count: number): Promise<void> {
    await expect(this.page.getByText(new RegExp(`^Найден[ао] ${count.toLocaleString('ru')} запис`))).toBeVisible();
  }
}
