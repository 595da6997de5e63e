import type { Locator, Page } from '@playwright/test';

/** The page of loaded files. */
export class ImportReport {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The report of one file; the last one when the file was loaded more than once. */
  file(name: string): Locator {
    return this.page.getByRole('article', { name, exact: true }).last();
  }

  documents(name: string): Locator {
    return this.file(name)
      .getByRole('region', { name: `Документы файла ${name}`, exact: true })
      .getByRole('link');
  }
}
