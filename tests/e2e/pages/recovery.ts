import { expect, type Locator, type Page } from '@playwright/test';
import { Frame } from './frame.ts';
import { either } from './words.ts';

/** The page that is there when the data cannot be opened, and the sheet with the recovery key. */
export class Recovery {
  readonly page: Page;
  readonly title: Locator;
  readonly rescue: Locator;
  readonly goOn: Locator;
  readonly open: Locator;

  constructor(page: Page) {
    this.page = page;
    this.title = page.getByRole('heading', { level: 1 });
    this.rescue = page.getByRole('button', { name: either('Восстановить из копии и журнала', 'Restore from') });
    this.goOn = page.getByRole('button', { name: either('Продолжить работу', 'Go on|Continue') });
    this.open = page.getByRole('button', { name: either('Открыть данные', 'Open the data') });
  }

  /** A line of what was found, or of the report. */
  fact(name: string): Locator {
    return this.page.getByRole('row').filter({ hasText: name });
  }

  /** The groups on the sheet that the settings show. */
  async readKey(): Promise<string[]> {
    await new Frame(this.page).go('/settings/recovery-key');
    const groups = this.page.getByRole('region', { name: 'Ключ восстановления' }).getByRole('listitem');
    await expect(groups).toHaveCount(8);
    return Promise.all((await groups.getByRole('code').all()).map((group) => group.innerText()));
  }

  /** Types the key from its sheet. */
  async typeKey(groups: readonly string[]): Promise<void> {
    for (const [at, group] of groups.entries()) await this.page.getByLabel(`Группа ${at + 1}`).fill(group);
  }
}
