import { expect, type Locator, type Page } from '@playwright/test';
import { Administration } from './administration.ts';
import { choose } from './contract-card.ts';

/** The builder of services: fields at the left, the chosen one beside them, the try-out at the right. In Russian. */
export class Builder {
  readonly page: Page;
  readonly properties: Locator;
  readonly tryOut: Locator;
  readonly saved: Locator;

  constructor(page: Page) {
    this.page = page;
    this.properties = page.locator('[data-area="field"]');
    this.tryOut = page.getByRole('complementary', { name: 'Проверка' });
    this.saved = page.getByRole('main').getByRole('status').filter({ hasText: 'сохранено' });
  }

  /** Makes a service by its name alone; the builder of it is open afterwards. */
  async begin(name: string): Promise<void> {
    await new Administration(this.page).open('services');
    await this.page.getByRole('button', { name: 'Новая услуга' }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Название услуги' }).fill(name);
    await dialog.getByRole('button', { name: 'Сохранить' }).click();
    await expect(this.page.getByRole('heading', { level: 1, name })).toBeVisible();
  }

  async open(name: string): Promise<void> {
    await new Administration(this.page).open('services');
    await this.page.getByRole('button', { name, exact: true }).click();
    await expect(this.page.getByRole('heading', { level: 1, name })).toBeVisible();
  }

  /** Adds a field behind the chosen one and names it; its properties are shown afterwards. */
  async add(type: string, label: string): Promise<void> {
    await this.page.getByRole('region', { name: 'Добавить' }).getByRole('button', { name: type, exact: true }).click();
    await this.rename(label);
  }

  async rename(label: string): Promise<void> {
    await this.properties.getByRole('textbox', { name: 'Название', exact: true }).fill(label);
  }

  /** Chooses a field of the list. */
  async field(label: string): Promise<void> {
    await this.page.locator('button[data-place]').filter({ hasText: label }).click();
    await expect(this.properties.getByRole('textbox', { name: 'Название', exact: true })).toHaveValue(label);
  }

  /** Shows the chosen field only when another one stands so. */
  async showWhen(field: string, operation: string, value?: string): Promise<void> {
    const group = this.properties.getByRole('group', { name: 'Когда показывать' });
    await group.getByRole('button', { name: 'Условие' }).click();
    await choose(group.getByRole('combobox', { name: 'Поле' }), field);
    await choose(group.getByRole('combobox', { name: 'Сравнение' }), operation);
    if (value) await choose(group.getByRole('combobox', { name: 'Значение' }), value);
  }

  async dropCondition(): Promise<void> {
    await this.properties.getByRole('button', { name: 'Убрать условие' }).click();
  }

  async part(name: 'Форма' | 'Исполнение' | 'Согласование' | 'Версии'): Promise<void> {
    await this.page.getByRole('tab', { name }).click();
  }

  /** Presses «Опубликовать»; what stands in the way is told on the page. */
  async publish(version: number): Promise<void> {
    await this.page
      .getByRole('main')
      .getByRole('button', { name: `Опубликовать версию ${version}` })
      .click();
  }

  /** Publishes a draft that is in order, with a word for the list of versions. */
  async putInForce(version: number, note: string): Promise<void> {
    await this.publish(version);
    await this.confirm(version, note);
    await expect(this.page.getByText(`Версия ${version} опубликована`)).toBeVisible();
  }

  async confirm(version: number, note = ''): Promise<void> {
    const dialog = this.page.getByRole('dialog', { name: `Версия ${version}` });
    await dialog.getByRole('textbox', { name: 'Что изменилось и почему' }).fill(note);
    await dialog.getByRole('button', { name: `Опубликовать версию ${version}` }).click();
    await expect(dialog).toHaveCount(0);
  }
}
