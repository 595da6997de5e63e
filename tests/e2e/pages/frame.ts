import { expect, type Locator, type Page } from '@playwright/test';
import type { Language } from './words.ts';

/** The window around every page: who is there, the truth about the data, what is used from anywhere. */
export class Frame {
  readonly page: Page;
  readonly person: Locator;
  readonly statusBar: Locator;
  readonly online: Locator;
  readonly outbox: Locator;
  readonly conflicts: Locator;
  readonly toasts: Locator;

  constructor(page: Page) {
    this.page = page;
    this.person = page.getByRole('button', { name: /Меню пользователя|User menu/ });
    this.statusBar = page.getByRole('region', { name: /Состояние данных|State of the data/ });
    this.online = this.statusBar.getByText(/На связи с центром|Connected to centre/);
    this.outbox = this.statusBar.getByRole('button', { name: /исходящие пусты|в исходящих|outbox/ });
    this.conflicts = this.statusBar.getByRole('button', { name: /расхождени|conflict/ });
    this.toasts = page.locator('[aria-live="polite"][role="status"]');
  }

  /** Signs the person of the demo company in, whoever was here before; waits for the filled register. */
  async enter(name: string): Promise<void> {
    const choice = this.page.getByRole('button', { name: new RegExp(name) });
    const unlock = this.page.getByRole('button', { name: /^(Разблокировать|Unlock)$/ });
    await expect(this.person.or(choice).or(unlock).first()).toBeVisible();
    if (await unlock.isVisible()) await unlock.click();
    else if (await this.person.isVisible()) {
      if ((await this.person.textContent())?.includes(name)) return;
      await this.choose(/^(Выйти|Sign out)$/);
      await choice.click();
    } else await choice.click();
    await expect(this.person).toContainText(name);
  }

  /** Chooses the language of the window as its menu does, and waits until it speaks it. */
  async speak(language: Language): Promise<void> {
    await this.page.evaluate((chosen) => localStorage.setItem('opora-language', chosen), language);
    await this.page.reload();
    await expect(this.page.locator('html')).toHaveAttribute('lang', language);
    await expect(this.person).toBeVisible();
  }

  /** Presses an item of the person's menu. */
  async choose(item: string | RegExp): Promise<void> {
    await this.person.click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  /** Goes to an address of the window as a link would; the page of that address is drawn when it returns. */
  async go(address: string): Promise<void> {
    await this.page.evaluate((to) => {
      window.location.hash = to;
    }, `#${address}`);
    await this.page.locator(`[data-page="${address.split('?')[0]}"]`).waitFor();
  }

  /** Moves the focus by Tab alone until it stands on the target. */
  async tabTo(target: Locator): Promise<void> {
    await target.waitFor();
    for (let press = 0; press < 80; press += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`Tab never reached ${target}`);
  }
}
