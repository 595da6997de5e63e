import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';

/** The pane beside the files of a document in which one of them is shown. */
export class FilePreview {
  readonly page: Page;
  readonly pane: Locator;
  readonly list: Locator;
  readonly find: Locator;
  readonly told: Locator;

  constructor(page: Page) {
    this.page = page;
    this.pane = page.getByRole('region', { name: /^(Просмотр файла|Preview of the file)$/ });
    this.list = page.getByRole('list', { name: /^(Файлы документа|Files of the document)$/ });
    this.find = this.pane.getByRole('textbox', { name: /^(Найти в файле|Find in the file)$/ });
    this.told = this.pane.getByRole('search').getByRole('status');
  }

  /** Adds files by the system's dialog and waits until they stand in the list. */
  async attach(files: readonly { name: string; bytes: Uint8Array }[]): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: /^(Добавить файлы|Add files)$/ }).click();
    // By their paths: a browser that is driven takes no more than 50 MB in a message.
    const folder = await mkdtemp(join(tmpdir(), 'opora-preview-'));
    const paths = files.map(({ name }) => join(folder, name));
    await Promise.all(files.map(({ bytes }, index) => writeFile(paths[index] ?? '', bytes)));
    await (await chooser).setFiles(paths);
    for (const { name } of files) await expect(this.list.getByText(name, { exact: true }).first()).toBeVisible();
    await rm(folder, { recursive: true });
  }

  /** Gives small files by the system's dialog; what becomes of them is the caller's to see. */
  async give(files: readonly { name: string; bytes: Uint8Array }[]): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: /^(Добавить файлы|Add files)$/ }).click();
    const given = files.map(({ name, bytes }) => ({ name, mimeType: '', buffer: Buffer.from(bytes) }));
    await (await chooser).setFiles(given);
  }

  /** Chooses a file in the list. */
  async open(name: string): Promise<void> {
    await this.list.getByRole('button', { name }).first().click();
  }

  /** Opens a file and tells when its first page was on view, and how long the window did nothing else at a stretch; milliseconds. */
  measure(name: string): Promise<{ milliseconds: number; longest: number; shows: string }> {
    return this.page.evaluate(async (wanted) => {
      const button = [...document.querySelectorAll('main li button')].find((one) => one.textContent?.includes(wanted));
      if (!(button instanceof HTMLElement)) throw new Error(`no ${wanted} in the list`);
      let longest = 0;
      const observer = new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) longest = Math.max(longest, Math.round(entry.duration));
      });
      observer.observe({ entryTypes: ['longtask'] });
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const seen = async (): Promise<string | null> => {
        const view = [...document.querySelectorAll('main section[aria-label]')].find((one) =>
          /^(Просмотр файла|Preview of the file)$/.test(one.getAttribute('aria-label') ?? ''),
        );
        const has = (selector: string) => view?.querySelector(selector) ?? null;
        if (has('[role="img"] canvas')) return 'pdf';
        if (has('[data-ready]')) return 'docx';
        if (has('[data-rows] [style*="left"][class*="cell"]')) return 'sheet';
        if (has('article h2')) return 'letter';
        if (has('pre')?.textContent) return 'text';
        const picture = has('img[src^="blob:"]');
        if (picture instanceof HTMLImageElement) {
          await picture.decode();
          return 'picture';
        }
        return has('[data-tone]') ? 'sentence' : null;
      };
      const begun = performance.now();
      button.click();
      await frame();
      let shows = await seen();
      while (!shows && performance.now() - begun < 30_000) {
        await frame();
        shows = await seen();
      }
      const milliseconds = Math.round(performance.now() - begun);
      // Work that was only put off is counted as well.
      await new Promise((resolve) => setTimeout(resolve, 1_200));
      observer.disconnect();
      return { milliseconds, longest, shows: shows ?? 'nothing' };
    }, name);
  }
}
