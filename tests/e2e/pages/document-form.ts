import type { Locator, Page } from '@playwright/test';
import { either, exactly } from './words.ts';

/** The form of a document, new or existing. */
export class DocumentForm {
  readonly page: Page;
  readonly form: Locator;
  readonly title: Locator;
  readonly number: Locator;
  readonly date: Locator;
  readonly subject: Locator;
  readonly counterparty: Locator;
  readonly amount: Locator;
  readonly vat: Locator;
  readonly note: Locator;
  readonly addFiles: Locator;
  readonly save: Locator;

  constructor(page: Page) {
    this.page = page;
    this.form = page.getByRole('form');
    this.title = page.getByRole('main').getByRole('heading', { level: 1 });
    this.number = this.field('Номер');
    this.date = this.field('Дата');
    this.subject = this.field(exactly('Содержание', 'Subject'));
    this.counterparty = this.field(exactly('Контрагент', 'Counterparty'));
    this.amount = this.field('Сумма');
    this.vat = this.field('В том числе НДС');
    this.note = this.field('Примечание');
    this.addFiles = page.getByRole('button', { name: either('Добавить файлы', 'Add files') });
    this.save = page.getByRole('button', {
      name: /^(Создать (документ|договор|доп\. соглашение|шаблон)|Сохранить изменения|Create the|Save changes)/,
    });
  }

  /** A line, a text or a choice by its label. */
  field(name: string | RegExp): Locator {
    return this.form
      .getByRole('textbox', { name, exact: true })
      .or(this.form.getByRole('combobox', { name, exact: true }));
  }

  /** The sentence under a field that is wrong. */
  async errorOf(field: Locator): Promise<string> {
    return field.evaluate((input) =>
      (input.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join(' '),
    );
  }
}
