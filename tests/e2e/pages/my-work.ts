import { expect, type Locator, type Page } from '@playwright/test';
import { Frame } from './frame.ts';
import { either } from './words.ts';

/** «Мои дела» in either language: the list with its cursor and selection, the preview, what is done in bulk. */
export class MyWork {
  readonly page: Page;
  readonly list: Locator;
  readonly rows: Locator;
  /** The row the keys act on. */
  readonly cursor: Locator;
  readonly selected: Locator;
  readonly preview: Locator;
  readonly bulk: Locator;
  /** Words above the bulk bar about what was left out of it. */
  readonly left: Locator;
  readonly rail: Locator;
  readonly find: Locator;

  constructor(page: Page) {
    this.page = page;
    this.list = page.getByRole('grid', { name: either('Список дел', 'List of work') });
    this.rows = this.list.locator('[role="row"][aria-selected]');
    this.cursor = this.list.locator('[role="row"][data-cursor]');
    this.selected = this.list.getByRole('row', { selected: true });
    this.preview = page.getByRole('complementary', { name: either('Дело$', 'Item$') });
    this.bulk = page.getByRole('toolbar', { name: either('Выбрано', '\\d+ selected') });
    this.left = page.getByText(either('Осталось выбрано|Остались выбраны', '\\d+ items? stays? selected'));
    this.find = page.getByRole('textbox', { name: either('Найти в списке', 'Find in list') });
    this.rail = page
      .getByRole('navigation', { name: either('Разделы', 'Sections') })
      .getByRole('link', { name: either('Мои дела', 'My work') });
  }

  /** Goes there by the keys that are printed for it. */
  async openByKeys(): Promise<void> {
    await this.page.keyboard.press('KeyG');
    await this.page.keyboard.press('KeyI');
    await this.page.locator('[data-page="/work"]').waitFor();
    await expect(this.list).toBeFocused();
  }

  async open(): Promise<void> {
    await new Frame(this.page).go('/work');
  }

  row(text: string | RegExp): Locator {
    return this.rows.filter({ hasText: text });
  }

  tab(name: string | RegExp): Locator {
    return this.page.getByRole('tab', { name });
  }

  async choose(tab: string | RegExp): Promise<void> {
    await this.tab(tab).click();
    await expect(this.tab(tab)).toHaveAttribute('aria-selected', 'true');
  }

  /** Moves the cursor with J, and from the end back with K, until it stands on such an item; the preview shows it when this returns. */
  async stepTo(text: string): Promise<void> {
    await expect(this.cursor).toBeVisible();
    // What is due sooner may have come above the item that the cursor stands on.
    let key = 'KeyJ';
    for (let press = 0; press < 80; press += 1) {
      const at = await this.list.getAttribute('aria-activedescendant');
      if ((await this.cursor.textContent())?.includes(text)) break;
      if ((await this.rows.last().getAttribute('id')) === at) key = 'KeyK';
      await this.page.keyboard.press(key);
      await expect(this.list, `${key} never reached «${text}»`).not.toHaveAttribute('aria-activedescendant', at ?? '');
    }
    await expect(this.preview.getByRole('heading', { level: 2, name: text })).toBeVisible();
  }

  /** Chooses whose work is shown, in the menu of whoever stands in for somebody. */
  async lookAt(whose: string): Promise<void> {
    // The menu is called by what has been chosen in it.
    const menu = either('вы замещаете|Только мои$|За ', 'you stand in|Only mine$|For ');
    await this.page.getByRole('main').getByRole('button', { name: menu }).click();
    await this.page.getByRole('menuitem', { name: whose, exact: true }).click();
    await expect(this.page.getByRole('menu')).toHaveCount(0);
  }

  /** How much waits, as the rail says beside the section's name. */
  async expectOnRail(count: number): Promise<void> {
    if (count === 0) await expect(this.rail).toHaveText(/^\D+$/);
    else await expect(this.rail).toHaveText(new RegExp(`\\D${count}$`));
  }
}
