import type { Locator, Page } from '@playwright/test';
import { Frame } from './frame.ts';

type Section =
  | 'services'
  | 'queues'
  | 'employees'
  | 'departments'
  | 'branches'
  | 'routes'
  | 'fields'
  | 'templates'
  | 'clauses'
  | 'calendars';

/** Administration: tables of what the company is made of, and the editor of approval routes. In Russian. */
export class Administration {
  readonly page: Page;
  readonly rows: Locator;

  constructor(page: Page) {
    this.page = page;
    this.rows = page.getByRole('main').getByRole('row');
  }

  async open(section: Section | 'policies'): Promise<void> {
    await new Frame(this.page).go(`/admin/${section}`);
  }

  row(text: string | RegExp): Locator {
    return this.rows.filter({ hasText: text });
  }

  /** One step of the route that is being edited. */
  step(number: number): RouteStep {
    return new RouteStep(this.page.getByRole('region', { name: `Этап ${number}`, exact: true }));
  }

  /** When the route as a whole applies. */
  get conditions(): Locator {
    return this.page.getByRole('group', { name: 'Когда применяется' });
  }
}

export class RouteStep {
  readonly card: Locator;
  readonly conditions: Locator;

  constructor(card: Locator) {
    this.card = card;
    this.conditions = card.getByRole('group', { name: 'Этап нужен, когда' });
  }

  async name(name: string): Promise<void> {
    await this.card.getByRole('textbox', { name: 'Название этапа' }).fill(name);
  }

  /** Names who is asked, one after the other, as people find them in a long list. */
  async ask(...people: string[]): Promise<void> {
    const field = this.card.getByRole('combobox', { name: 'Кто' }).or(this.card.getByRole('textbox', { name: 'Кто' }));
    for (const person of people) {
      await field.first().fill(person);
      await this.card.page().getByRole('option', { name: person }).click();
    }
    await this.card.page().keyboard.press('Tab');
  }

  async deadline(hours: number): Promise<void> {
    await this.card.getByRole('textbox', { name: 'Срок' }).fill(String(hours));
  }
}

/** Offers a condition of the editor by its chip, and the least amount it begins with. */
export async function fromAmount(conditions: Locator, roubles: string): Promise<void> {
  await conditions.getByRole('button', { name: 'Сумма' }).click();
  await conditions.getByRole('textbox', { name: 'От' }).fill(roubles);
}
