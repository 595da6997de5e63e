import { expect, type Locator, type Page } from '@playwright/test';

/** The page that takes a table in: what it was read as, which column fills what, what is wrong, the run. */
export class TableImport {
  readonly columns: Locator;
  readonly faults: Locator;
  readonly outcome: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.columns = page.getByRole('region', { name: 'Колонки и поля' });
    this.faults = page.getByRole('region', { name: 'Ошибки' });
    this.outcome = page.getByRole('region', { name: /^(Загружено|Загрузка отменена)$/ });
  }

  /** The field that a column fills, as its list shows it. */
  field(column: string): Locator {
    return this.#page.getByRole('combobox', { name: `Поле для колонки «${column}»` });
  }

  async expectFigures(...figures: string[]): Promise<void> {
    const shown = this.#page.getByLabel('Итоги проверки');
    for (const figure of figures) await expect(shown).toContainText(figure);
  }

  async run(rows: string): Promise<void> {
    await this.#page.getByRole('button', { name: `Загрузить ${rows}` }).click();
  }

  async press(name: string): Promise<void> {
    await this.#page.getByRole('button', { name }).click();
  }
}
