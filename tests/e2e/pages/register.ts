import { expect, type Locator, type Page } from '@playwright/test';

/** The register of documents (and, by its title, of counterparties): views, conditions, rows, preview. */
export class Register {
  readonly page: Page;
  readonly grid: Locator;
  /** Rows with data; the header is not among them. */
  readonly rows: Locator;
  readonly find: Locator;
  readonly preview: Locator;
  readonly main: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main');
    this.grid = page.getByRole('grid');
    this.rows = this.grid.locator('[role="row"][row-id]');
    this.find = page.getByRole('textbox', { name: 'Найти в списке' });
    this.preview = page.getByRole('complementary', { name: 'Просмотр' });
  }

  row(text: string | RegExp): Locator {
    return this.rows.filter({ hasText: text });
  }

  tab(name: string | RegExp): Locator {
    return this.page.getByRole('tab', { name });
  }

  /** Waits until the rows that are drawn, and their number, belong to what is asked: nothing typed waits, no list is on its way. */
  async settled(): Promise<void> {
    await expect(this.grid).toBeVisible();
    await expect(this.main.locator('[aria-busy="true"]')).toHaveCount(0);
  }

  /** Types words to find and waits for their list. */
  async search(words: string): Promise<void> {
    await this.find.fill(words);
    await this.settled();
  }

  /** Opens the first such row as a hand does, by a double press. */
  async openRow(text: string | RegExp): Promise<void> {
    await this.settled();
    await this.row(text).first().dblclick();
  }

  /** Sorts by a column; waits for the rows in their new order. */
  async sort(column: string, direction: 'ascending' | 'descending'): Promise<void> {
    const header = this.header(column);
    await header.getByRole('button').click();
    await expect(header).toHaveAttribute('aria-sort', direction);
    await this.settled();
  }

  /** Chooses a view and waits until its rows are there. */
  async open(tab: string | RegExp): Promise<void> {
    await this.tab(tab).click();
    await expect(this.tab(tab)).toHaveAttribute('aria-selected', 'true');
    // The list of the former view stays until the new one has come: then the footer says what the tab says.
    await expect
      .poll(
        async () =>
          (await this.shown()) - Number(/[\d\s]+$/.exec(await this.tab(tab).innerText())?.[0].replace(/\s/g, '')),
      )
      .toBe(0);
    await this.settled();
  }

  /** How many rows the list has, as its footer says; waits until the footer says one of them. */
  async shown(): Promise<number> {
    const text = await this.page.getByText(/^Показано/).innerText();
    return Number(text.replace(/\D/g, ''));
  }

  /** Waits until the footer names this many rows. */
  async expectShown(count: number): Promise<void> {
    await expect(this.page.getByText(/^Показано/)).toHaveText(
      new RegExp(`^Показано\\s*${count.toLocaleString('ru')}$`),
    );
  }

  /** Offers one more condition from the menu of the chip «+ Условие». */
  async offer(condition: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name: 'Условие', exact: true }).click();
    await this.page.getByRole('menuitem', { name: condition }).click();
  }

  header(name: string): Locator {
    return this.grid.getByRole('columnheader', { name });
  }

  /** The receipt's words in a row. */
  receipt(row: Locator): Locator {
    return row.locator('[col-id="receipt"]').getByRole('button');
  }
}
