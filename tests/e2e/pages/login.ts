import type { Locator, Page } from '@playwright/test';

/** Who is at the window: one-click people, login and password, the lock. */
export class Login {
  readonly page: Page;
  readonly login: Locator;
  readonly password: Locator;
  readonly alert: Locator;
  readonly locked: Locator;
  readonly unlock: Locator;

  constructor(page: Page) {
    this.page = page;
    this.login = page.getByLabel('Логин');
    this.password = page.getByLabel('Пароль');
    this.alert = page.getByRole('alert');
    this.locked = page.getByRole('heading', { name: 'Окно заблокировано' });
    this.unlock = page.getByRole('button', { name: 'Разблокировать' });
  }

  /** The button of one person of the demo company. */
  person(name: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(name) });
  }

  async byPassword(login: string, password: string): Promise<void> {
    const way = this.page.getByRole('button', { name: 'Войти по паролю' });
    // Where no people are offered the form is there at once.
    await way.or(this.login).first().waitFor();
    if (await way.isVisible()) await way.click();
    await this.login.fill(login);
    await this.password.fill(password);
    await this.page.getByRole('button', { name: 'Войти', exact: true }).click();
  }
}
