import { expect, type Locator, type Page } from '@playwright/test';
import { DocumentCard } from './document-card.ts';
import { either } from './words.ts';

/** The card of a contract: stages, files with versions, approval, what can be done now. In Russian; what stands in a constructor in either language. */
export class ContractCard extends DocumentCard {
  readonly stage: Locator;
  readonly steps: Locator;
  readonly paper: Locator;
  readonly keyDates: Locator;

  constructor(page: Page) {
    super(page);
    const main = page.getByRole('main');
    this.stage = main
      .getByRole('list', { name: either('Стадии договора', 'Stages of the contract') })
      .locator('[aria-current="step"]');
    this.steps = main.getByRole('region', { name: either('Этапы согласования', 'Steps of the approval') });
    this.paper = main.getByRole('region', { name: 'Просмотр файла' });
    this.keyDates = main.getByRole('region', { name: 'Ключевые даты' });
  }

  /** A button of the header or of the page by the beginning of its words. */
  button(words: string): Locator {
    return this.page.getByRole('main').getByRole('button', { name: new RegExp(`^${words}`) });
  }

  async part(
    name: 'Реквизиты' | 'Файлы и версии' | 'Согласование' | 'Обязательства и платежи' | 'Связи' | 'История',
  ): Promise<void> {
    await this.page.getByRole('tab', { name }).click();
    await expect(this.page.getByRole('tabpanel', { name })).toBeVisible();
  }

  /** What one person was asked and has decided, on the tab of the approval. */
  task(person: string): Locator {
    return this.steps.getByRole('article', { name: person });
  }

  /** A dialog of the card by its title. */
  dialog(title: string): Locator {
    return this.page.getByRole('dialog', { name: title });
  }
}

/** Chooses an item of a list that opens under a field. */
export async function choose(field: Locator, option: string | RegExp): Promise<void> {
  await field.click();
  await field.page().getByRole('option', { name: option }).first().click();
  await expect(field).toHaveValue(option);
}
